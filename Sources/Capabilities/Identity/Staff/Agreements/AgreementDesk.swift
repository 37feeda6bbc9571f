import Civic
import Storage

/// The agreements between institutions, and who writes them down. Access ends with them.
public struct AgreementDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let store = AgreementStore()

    public init(_ database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// All that were written down, those that hold first.
    public func all(by actor: Actor) async throws -> [Agreement] {
        guard actor.maySomewhere(.manageAgreements) else { throw Forbidden() }
        let store = store
        return try await database.read { try store.all($0) }
            .filter { actor.may(.manageAgreements, Scope.Target(institution: $0.giver)) }
    }

    /// nil when there is none.
    public func agreement(_ id: Int64, by actor: Actor) async throws -> Agreement? {
        let store = store
        guard let agreement = try await database.read({ try store.agreement(id, $0) }) else { return nil }
        try actor.must(.manageAgreements, Scope.Target(institution: agreement.giver))
        return agreement
    }

    /// Writes an agreement down. It is the one that gives who must be within the actor's reach.
    public func add(_ agreement: NewAgreement, once: OnceKey, by actor: Actor) async throws -> Int64 {
        try actor.must(.manageAgreements, Scope.Target(institution: agreement.giver))
        let store = store
        return try await database.write(once: once) { transaction in
            let id = try store.insert(agreement, transaction)
            try transaction.record(Event("agreement.added", object: AuditEntry.Object("agreement", id)), by: actor)
            return id
        }
    }

    /// Ends it today: from now on nothing is seen under it.
    public func end(_ id: Int64, by actor: Actor) async throws {
        let (store, today) = (store, clock.today)
        try await database.write { transaction in
            guard let agreement = try store.agreement(id, transaction) else { throw NotFound() }
            try actor.must(.manageAgreements, Scope.Target(institution: agreement.giver))
            guard try store.end(id, before: today, transaction) else { return }
            try transaction.record(Event("agreement.ended", object: AuditEntry.Object("agreement", id)), by: actor)
        }
    }

    /// Those in force on a day under which an institution gives.
    public func giving(_ institution: String, on day: Day, _ snapshot: Snapshot) throws -> [Int64] {
        try store.giving(institution, on: day, snapshot)
    }
}
