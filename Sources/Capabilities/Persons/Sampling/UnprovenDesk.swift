import Civic
import Storage

/// How many contacts at desks were never proven, by agent, and one in a hundred of all of them to be looked at.
public struct UnprovenDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let contacts = InteractionDesk()
    private let store = UnprovenStore()

    public init(_ database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    public enum Finding: String, Sendable, Hashable, CaseIterable {
        /// It was as it should be.
        case right
        /// It was not, and there is a reason.
        case explained
        case wrong
    }

    /// Of the last thirty days, the largest share first, of those points that the actor reaches.
    public func shares(for actor: Actor) async throws -> [PresenceCount] {
        guard actor.maySomewhere(.reviewGlass) else { throw Forbidden() }
        let (contacts, since) = (contacts, since)
        return try await database.read { try contacts.presenceCounts(since: since, $0) }
            .filter { actor.may(.reviewGlass, Scope.Target(point: $0.point)) }
            .sorted { ($1.percent, $1.unproven, $0.agent) < ($0.percent, $0.unproven, $1.agent) }
    }

    /// One contact in a hundred, without those that somebody looked at, and one's own.
    public func sample(for actor: Actor) async throws -> [PresenceSample] {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.reviewGlass) else { throw Forbidden() }
        let (contacts, store, since) = (contacts, store, since)
        return try await database.read { snapshot in
            let drawn = try contacts.presenceSample(since: since, snapshot)
                .filter { $0.agent != staff && actor.may(.reviewGlass, Scope.Target(point: $0.point)) }
            let looked = try store.looked(drawn.map(\.id), snapshot)
            return drawn.filter { !looked.contains($0.id) }
        }
    }

    /// What somebody found who looked at a contact of the sample: once, and never one's own.
    public func look(_ id: InteractionID, _ finding: Finding, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let store = store
        let drawn = try await sample(for: actor)
        _ = try await database.write(once: once) { transaction in
            guard drawn.contains(where: { $0.id == id }), try store.insert(id, staff, finding, transaction) else { throw NotFound() }
            try transaction.record(Event("sample.looked", object: AuditEntry.Object("interaction", id.number), within: id), by: actor)
            return true
        }
    }

    private var since: Instant { Instant(milliseconds: clock.now.milliseconds - 30 * 86_400_000) }
}
