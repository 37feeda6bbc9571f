import Civic
import Ports
import Storage

/// What was reached, and what must be told of it.
public struct BreachDesk: Sendable {
    let database: Database
    let store = BreachStore()
    private let reach = ReachDesk()
    private let parameters = ParameterDesk()

    public init(_ database: Database) { self.database = database }

    /// What is asked: whose deeds, between which moments.
    public enum Question: Sendable, Hashable {
        case account(Int64)
        case session(Int64)
        case institution(Int64)
    }

    /// The answer of the audit. For a session the moments are its own, as far as they lie within those asked for.
    public struct Finding: Sendable {
        public let cause: Breach.Cause
        public let reference: Int64
        public let window: ReachWindow
        public let reach: [Reach]

        public var reads: Int { self.reach.reduce(0) { $0 + $1.reads } }
    }

    /// Reads only; nothing is kept. nil for a session that never was.
    public func find(_ question: Question, from: Instant, to: Instant) async throws -> Finding? {
        try await database.read { snapshot in
            let (cause, reference, window): (Breach.Cause, Int64, ReachWindow?) =
                switch question {
                case .account(let id): (.account, id, ReachWindow(actorKind: 2, actor: id, from: from, to: to))
                case .institution(let id): (.institution, id, ReachWindow(actorKind: 3, actor: id, from: from, to: to))
                case .session(let id): (.session, id, try reach.window(ofSession: id, until: to, snapshot))
                }
            guard var window else { return nil }
            if window.from < from { window = ReachWindow(actorKind: window.actorKind, actor: window.actor, from: from, to: window.to) }
            return Finding(cause: cause, reference: reference, window: window, reach: try reach.reads(window, snapshot))
        }
    }

    /// Puts it into the register, with the hours of the law counted from when it was known.
    public func keep(_ finding: Finding, known: Instant, by actor: Actor) async throws -> Breach {
        try await database.write { transaction in
            try insert(
                finding.cause, reference: finding.reference, from: finding.window.from, to: finding.window.to, known: known,
                reach: finding.reach, isCertain: true, by: actor, transaction)
        }
    }

    /// What others found out, in their act: somebody must look at it.
    public func report(_ finding: PossibleBreach.Finding, by actor: Actor, _ transaction: Transaction) throws {
        let found = try reach.reads(rows: finding.reads, transaction).filter { finding.persons.contains($0.subject) }
        guard !found.isEmpty else { return }
        let cause: Breach.Cause =
            switch finding.cause {
            case .unmerging: .unmerging
            case .glass: .glass
            }
        _ = try insert(
            cause, reference: finding.reference, from: finding.from, to: finding.until, known: Instant(milliseconds: transaction.now),
            reach: found, isCertain: false, by: actor, transaction)
    }

    private func insert(
        _ cause: Breach.Cause, reference: Int64, from: Instant, to: Instant, known: Instant, reach: [Reach], isCertain: Bool,
        by actor: Actor, _ transaction: Transaction
    ) throws -> Breach {
        let due = (try due("ciberseguridad.alerta-temprana", known, transaction), try due("ciberseguridad.reporte", known, transaction))
        var random = SystemRandomNumberGenerator()
        var (id, code): (Int64?, CheckedCode) = (nil, CheckedCode(using: &random))
        while true {
            id = try store.insert(
                code, cause, reference: reference, from: from, to: max(from, to), known: known, due: due, reach: reach,
                isCertain: isCertain, transaction)
            if id != nil { break }
            code = CheckedCode(using: &random)
        }
        try transaction.record(Event("breach.kept", object: id.map { AuditEntry.Object("breach", $0) }), by: actor)
        guard let breach = try store.breach(code, transaction) else { throw NotFound() }
        return breach
    }

    /// nil when nobody has stated the hours for that day.
    private func due(_ name: String, _ known: Instant, _ snapshot: Snapshot) throws -> Instant? {
        guard let id = Parameter.ID(name), let parameter = try parameters.parameter(id, snapshot), parameter.unit == .hours,
            let hours = parameter.value(on: Day(of: known))
        else { return nil }
        return Instant(milliseconds: known.milliseconds + hours.amount * 3_600_000)
    }
}
