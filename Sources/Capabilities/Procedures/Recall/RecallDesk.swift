import Civic
import Flows
import Ports
import Storage

/// Cases that were decided under a version or a value that turned out wrong: found, reckoned again (the grant as of the day on which it was
/// filed, a review as of today), and put before an official as drafts, with the words of the letter. Nothing is corrected by itself
/// (counter-rules 5).
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

    let runs: RunDesk

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
        let (runs, store) = (runs, runs.store)
        guard let sealed = try await runs.database.read({ try store.decision(of: run, $0) }) else { return nil }
        let record = try DecisionRecord.read(try opened.disclosure.open(sealed))
        let held = try await runs.database.read { try runs.held(opened, $0) }
        let looked = held?.body.looked
        let isGrant = fault.touches(record.lines.flatMap(\.data).map(\.name) + record.amountData.map(\.name), opened.service)
        let isReview = looked.map { fault.touches($0.data, opened.service) } ?? false
        guard isGrant || isReview else { return nil }
        let service = newest.version > run.version ? newest : opened.service
        let parameters = try await runs.database.read { try Parameters.table(for: service, runs.calendar.holidays, $0) }
        var correction: Correction?
        if isReview, let held, let life = service.life {
            correction = try await reviewed(opened, service, life, held, parameters, isGrant ? record : nil)
        }
        // A review that was right may have come after a grant that was not.
        let found =
            if let correction, correction.change != .none || !isGrant { correction } else {
                granted(opened, service, held, parameters, record)
            }
        let isDrafted = drafts ? try await draft(opened, service, found) : false
        return Recalled(code: run.code, change: found.change, before: found.before, after: found.after, isDrafted: isDrafted)
    }

    /// A change of a benefit waits as a measure; a refusal that should not have been is open again, as if its person had appealed. False
    /// when nothing changes, or something about it waits already.
    private func draft(_ opened: RunDesk.Opened, _ service: Service, _ correction: Correction) async throws -> Bool {
        guard correction.kind != nil || correction.change == .granted else { return false }
        let (runs, run, today) = (runs, opened.run, runs.clock.today)
        let owner = service.life?.owner ?? service.stages.first { $0.decides }?.owner
        let days = service.life?.businessDays ?? service.stages.first { $0.decides }?.businessDays ?? 20
        guard let owner else { return false }
        let due = try Term.businessDays(days).end(from: today, runs.calendar)
        let texts = runs.documents.texts
        return try await runs.database.write { transaction in
            try transaction.hold("procedure_run", run.id)
            if let kind = correction.kind {
                guard let held = try runs.held(opened, transaction), held.proposal == nil, !held.isUnderAppeal, !run.isUnderAppeal,
                    held.benefit.status == correction.status
                else {
                    return false
                }
                _ = try runs.benefits.propose(
                    kind, correction.measure(held.body, texts, service, today), of: held.benefit, transaction)
                try runs.store.queue(run, to: owner, due: due, transaction)
            } else {
                guard try runs.store.appeal(run, to: owner, due: due, transaction) else { return false }
            }
            try runs.events.insert(.recalled, of: run.id, about: run.subject, transaction)
            try transaction.record(
                Event("procedure.recalled", object: .init("procedure_run", run.id), subject: run.subject), by: RunDesk.verifier)
            return true
        }
    }
}

extension RecallDesk.Fault {
    /// Whether something was reckoned under it, by the names of what it looked at. A case keeps its version: all of it was.
    func touches(_ looked: [String], _ service: Service) -> Bool {
        guard case .parameter(let id) = self else { return true }
        let names = Set(service.parameters.filter { $0.parameter == id }.map(\.id))
        return looked.contains(where: names.contains)
    }
}
