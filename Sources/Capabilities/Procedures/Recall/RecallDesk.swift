import Civic
import Flows
import Ports
import Storage

/// Cases that were decided under a version or a value that turned out wrong: found, reckoned again as of the day on which they were filed,
/// and put before an official as drafts, with the words of the letter. Nothing is corrected by itself (counter-rules 5).
public struct RecallDesk: Sendable {
    public enum Fault: Sendable {
        case version(Int)
        case parameter(String)
    }

    public struct Recalled: Sendable {
        public enum Change: String, Sendable { case none, granted, ended, raised, lowered, open }

        public let code: CheckedCode
        public let change: Change
        public let before: Int64?
        public let after: Int64?
        public let isDrafted: Bool
    }

    private let runs: RunDesk

    public init(_ runs: RunDesk) { self.runs = runs }

    private static let door = Door(medium: .desk, channel: .web)

    /// Everybody who was decided under the fault, with what it comes to now. With `drafts`, each change waits for a signature.
    public func run(_ service: String, _ fault: Fault, drafts: Bool) async throws -> [Recalled] {
        guard let newest = try await runs.shelf.newest(service) else { throw NotFound() }
        var (found, after) = ([Recalled](), Int64(0))
        let store = runs.store
        while true {
            let last = after
            let page = try await runs.database.read { try store.decided(service, after: last, limit: 200, $0) }
            guard let end = page.last else { return found }
            after = end.id
            for run in page {
                if case .version(let version) = fault, run.version != version { continue }
                if let recalled = try await recall(run, fault, newest, drafts: drafts) { found.append(recalled) }
            }
        }
    }

    /// nil for one whom the fault did not touch, or that was erased.
    private func recall(_ run: ProcedureRun, _ fault: Fault, _ newest: Service, drafts: Bool) async throws -> Recalled? {
        let opened: RunDesk.Opened
        do {
            opened = try await runs.open(run.code, at: Self.door, by: RunDesk.verifier, for: "trace.purpose.recall")
        } catch is NoLongerKnown {
            return nil
        }
        let store = runs.store
        guard let sealed = try await runs.database.read({ try store.decision(of: run, $0) }) else { return nil }
        let record = try DecisionRecord.read(try opened.disclosure.open(sealed))
        if case .parameter(let id) = fault {
            let names = Set(opened.service.parameters.filter { $0.parameter == id }.map(\.id))
            let looked = record.lines.flatMap(\.data) + record.amountData
            guard looked.contains(where: { names.contains($0.name) }) else { return nil }
        }
        let service = newest.version > run.version ? newest : opened.service
        let parameters = try await runs.database.read { try Parameters.table(for: service, runs.calendar.holidays, $0) }
        let reckoning = Interpreter(service, parameters: parameters).reckon(opened.state, today: runs.clock.today.number)
        let (change, after) = Self.change(run, record, Decision(reckoning))
        var isDrafted = false
        if drafts, change != .none, change != .open {
            isDrafted = try await draft(opened, service, change, before: record.pesos ?? 0, after: after ?? 0)
        }
        return Recalled(code: run.code, change: change, before: record.pesos, after: after, isDrafted: isDrafted)
    }

    static func change(_ run: ProcedureRun, _ record: DecisionRecord, _ decision: Decision) -> (Recalled.Change, Int64?) {
        switch (run.outcome, decision.outcome) {
        case (.granted?, .granted(let pesos)):
            let (before, after) = (record.pesos ?? 0, pesos ?? 0)
            return (before == after ? .none : after > before ? .raised : .lowered, pesos)
        case (.granted?, .refusal): return (.ended, 0)
        case (.refused?, .granted(let pesos)): return (.granted, pesos)
        case (.refused?, .refusal): return (.none, nil)
        default: return (.open, nil)
        }
    }

    /// A change of a benefit waits as a measure; a refusal that should not have been is open again, as if its person had appealed. False
    /// when something about it waits already.
    private func draft(_ opened: RunDesk.Opened, _ service: Service, _ change: Recalled.Change, before: Int64, after: Int64) async throws
        -> Bool
    {
        let (runs, run, today) = (runs, opened.run, runs.clock.today)
        let owner = service.life?.owner ?? service.stages.first { $0.decides }?.owner
        let days = service.life?.businessDays ?? service.stages.first { $0.decides }?.businessDays ?? 20
        guard let owner else { return false }
        let due = try Term.businessDays(days).end(from: today, runs.calendar)
        let texts = runs.documents.texts
        return try await runs.database.write { transaction in
            try transaction.hold("procedure_run", run.id)
            if change == .granted {
                guard try runs.store.appeal(run, to: owner, due: due, transaction) else { return false }
            } else {
                guard let held = try runs.held(opened, transaction), held.proposal == nil, !held.isUnderAppeal, !run.isUnderAppeal,
                    held.benefit.status != .ended
                else {
                    return false
                }
                var says = texts("procedures.recall.says", ["before": Pesos(before).description, "after": Pesos(after).description])
                // What was paid too little since it was granted is owed to the person.
                let months = held.benefit.status == .active ? held.benefit.since.wholeMonths(to: held.benefit.paid(until: today)) : 0
                if change == .raised, months > 0 {
                    says +=
                        " " + texts("procedures.recall.owed", count: months, ["pesos": Pesos((after - before) * Int64(months)).description])
                }
                let kind: Measure.Kind = change == .raised ? .raise : change == .lowered ? .lower : .end
                _ = try runs.benefits.propose(
                    kind,
                    Measure.Body(
                        from: today.number, before: held.body.pesos, after: after, reason: nil,
                        says: says,
                        next: texts["procedures.recall.next"], basis: service.amount?.basis ?? "", debt: nil),
                    of: held.benefit, transaction)
                try runs.store.queue(run, to: owner, due: due, transaction)
            }
            try runs.events.insert(.recalled, of: run.id, about: run.subject, transaction)
            try transaction.record(
                Event("procedure.recalled", object: .init("procedure_run", run.id), subject: run.subject), by: RunDesk.verifier)
            return true
        }
    }
}
