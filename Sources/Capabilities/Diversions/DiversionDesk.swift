import Civic
import Ports
import Storage

/// Leading demand elsewhere, by hand or by rule, and recording each person who took another way.
public struct DiversionDesk: Sendable {
    /// Moves when one begins or ends.
    public static let topic = "diversions"

    let database: Database
    let stations: AgentStations
    let points: ServicePoints
    let waits: RecentWaits
    let clock: Clock
    private let store = DiversionStore()

    public init(_ database: Database, stations: AgentStations, points: ServicePoints, waits: RecentWaits, clock: Clock) {
        self.database = database
        self.stations = stations
        self.points = points
        self.waits = waits
        self.clock = clock
    }

    /// Begins by hand, once. Throws `DiversionMoved` when one goes on at the point.
    func begin(at point: Int64, _ ways: Ways, by actor: Actor, once: OnceKey) async throws {
        let staff = try Self.manager(actor, of: point)
        let store = store
        _ = try await database.write(once: once) { transaction in
            guard let id = try store.begin(.hand, at: point, ways, by: staff, rule: nil, transaction) else { throw DiversionMoved() }
            try Self.record("diversion.begun", id, actor, transaction)
            return true
        }
    }

    /// Ends one, whatever it began by, once.
    func end(_ id: Int64, by actor: Actor, once: OnceKey) async throws {
        let store = store
        guard let diversion = try await database.read({ try store.diversion(id, $0) }) else { throw NotFound() }
        let staff = try Self.manager(actor, of: diversion.point)
        _ = try await database.write(once: once) { transaction in
            guard try store.end(id, by: staff, transaction) else { throw DiversionMoved() }
            try Self.record("diversion.ended", id, actor, transaction)
            return true
        }
    }

    /// Says when a point's demand is led elsewhere by itself; nil minutes takes the rule away.
    func setRule(at point: Int64, minutes: Int, _ ways: Ways?, by actor: Actor, once: OnceKey) async throws {
        let staff = try Self.manager(actor, of: point)
        let store = store
        _ = try await database.write(once: once) { transaction in
            if let ways {
                let id = try store.setRule(at: point, minutes: minutes, ways, by: staff, transaction)
                try transaction.record(Event("diversion.ruled", object: AuditEntry.Object("diversion_rule", id)), by: actor)
            } else if try store.endRule(at: point, transaction) {
                try transaction.record(Event("diversion.unruled"), by: actor)
            }
            return true
        }
    }

    /// Records that somebody took another way, once. Who it was nobody asks.
    func use(_ offer: Diversion.Offer, of id: Int64, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (store, stations) = (store, stations)
        guard let diversion = try await database.read({ try store.diversion(id, $0) }) else { throw NotFound() }
        try actor.must(.offerDiversions, Scope.Target(point: diversion.point))
        let channel = try await stations.present(staff)?.channel ?? .branch
        _ = try await database.write(once: once) { transaction in
            guard diversion.ways.offers.contains(offer), try store.diversion(id, transaction)?.ended == nil else { throw DiversionMoved() }
            let contact = Interaction(.desk, channel, .referral, .referred, point: diversion.point, agent: staff)
            guard
                let made = try transaction.record(
                    Event("diversion.used", object: AuditEntry.Object("diversion", id), contact: contact), by: actor)
            else { throw StorageFault(.shape, "a diversion made no contact") }
            try store.use(offer, of: id, in: made, transaction)
            return true
        }
    }

    /// Those that go on, or ended lately, and how many took each way.
    struct Reading: Sendable {
        let diversion: Diversion
        let uses: [Diversion.Offer: Int]
    }

    func open() async throws -> [Diversion] { try await database.read(store.open) }

    /// What goes on where the actor may offer or manage.
    func open(for actor: Actor) async throws -> [Reading] {
        guard actor.maySomewhere(.offerDiversions) || actor.maySomewhere(.manageDiversions) else { throw Forbidden() }
        return try await readings { try $0.open($1) }.filter { Self.reaches(actor, $0.diversion.point) }
    }

    public func count(for actor: Actor) async throws -> Int { try await open(for: actor).count }

    /// What ended in the last thirty days.
    func past(for actor: Actor) async throws -> [Reading] {
        guard actor.maySomewhere(.offerDiversions) || actor.maySomewhere(.manageDiversions) else { throw Forbidden() }
        let since = Instant(milliseconds: clock.now.milliseconds - 30 * 86_400_000)
        return try await readings { try $0.past(since: since, $1) }.filter { Self.reaches(actor, $0.diversion.point) }
    }

    func rules(for actor: Actor) async throws -> [DiversionRule] {
        try await database.read(store.rules).filter { actor.may(.manageDiversions, Scope.Target(point: $0.point)) }
    }

    private func readings(
        _ which: @escaping @Sendable (DiversionStore, Snapshot) throws -> [Diversion]
    ) async throws -> [Reading] {
        let store = store
        return try await database.read { snapshot in
            try which(store, snapshot).map { Reading(diversion: $0, uses: try store.uses(of: $0.id, snapshot)) }
        }
    }

    private static func reaches(_ actor: Actor, _ point: Int64) -> Bool {
        actor.may(.offerDiversions, Scope.Target(point: point)) || actor.may(.manageDiversions, Scope.Target(point: point))
    }

    private static func manager(_ actor: Actor, of point: Int64) throws -> Int64 {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.manageDiversions, Scope.Target(point: point))
        return staff
    }

    static func record(_ verb: AuditEntry.Verb, _ id: Int64, _ actor: Actor, _ transaction: Transaction) throws {
        try transaction.record(Event(verb, object: AuditEntry.Object("diversion", id)), by: actor)
        transaction.announce(topic)
    }
}
