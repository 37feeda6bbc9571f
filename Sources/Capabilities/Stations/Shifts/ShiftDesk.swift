import Civic
import Ports
import Storage

/// Opening a place to attend at, pausing and closing it.
public struct ShiftDesk: Sendable {
    /// Moves when somebody comes, goes, pauses or calls for help.
    public static let topic = "stations"

    let database: Database
    let pauses: DatedWords
    let clock: Clock
    private let store = ShiftStore()

    public init(_ database: Database, pauses: DatedWords, clock: Clock) {
        self.database = database
        self.pauses = pauses
        self.clock = clock
    }

    /// Opens a place, once. What they or somebody else left open for too long is over. Throws `WindowTaken`.
    public func open(_ place: ShiftPlace, by actor: Actor, once: OnceKey) async throws {
        let staff = try Self.staff(actor)
        try actor.must(.openStation, Scope.Target(point: place.point))
        let store = store
        _ = try await database.write(once: once) { transaction in
            for shift in try store.open(transaction) {
                let isOver = shift.end.milliseconds <= transaction.now
                guard isOver || shift.staff == staff else { continue }
                try store.end(shift.id, at: min(transaction.now, shift.end.milliseconds), transaction)
            }
            guard let id = try store.open(place, of: staff, transaction) else { throw WindowTaken() }
            try Self.record("shift.opened", id, actor, transaction)
            return true
        }
    }

    /// Pauses for one of the reasons in force.
    public func pause(_ reason: String, by actor: Actor, once: OnceKey) async throws {
        guard pauses.inForce(clock.today).contains(where: { $0.code == reason }) else { throw NoStation() }
        try await change("shift.paused", by: actor, once: once) { try store.begin(.paused, reason, in: $0.id, $1) }
    }

    public func resume(by actor: Actor, once: OnceKey) async throws {
        try await change("shift.resumed", by: actor, once: once) { try store.begin(.available, nil, in: $0.id, $1) }
    }

    public func close(by actor: Actor, once: OnceKey) async throws {
        try await change("shift.closed", by: actor, once: once) { try store.end($0.id, at: $1.now, $1) }
    }

    /// One's own place and what was done there; nil when none is open.
    public func own(_ actor: Actor) async throws -> ShiftReading? {
        let staff = try Self.staff(actor)
        let (store, now) = (store, clock.now)
        return try await database.read { snapshot in
            guard let shift = try store.open(of: staff, snapshot), shift.end > now else { return nil }
            return ShiftReading(shift: shift, spells: try store.spells(of: shift.id, snapshot))
        }
    }

    /// Forgets what is older than so many days: places, what was done at them, calls, reviews and contests.
    public func sweep(olderThan days: Int) async throws {
        let (store, before) = (store, clock.now.milliseconds - Int64(days) * 86_400_000)
        _ = try await database.write { try store.sweep(beganBefore: before, $0) }
    }

    /// For whoever opens and ends attentions.
    public var stations: AgentStations {
        let (database, store, clock) = (database, store, clock)
        @Sendable func present(_ staff: Int64, _ now: Int64, _ snapshot: Snapshot) throws -> Shift? {
            try store.open(of: staff, snapshot).flatMap { $0.end.milliseconds > now ? $0 : nil }
        }
        return AgentStations(
            present: { staff in
                try await database.read { try present(staff, clock.now.milliseconds, $0) }.map(Self.station)
            },
            all: {
                try await database.read(store.open).filter { $0.end > clock.now }.map { ($0.staff, Self.station($0)) }
            },
            attends: { staff, transaction in
                guard let shift = try present(staff, transaction.now, transaction) else { return nil }
                try store.begin(.attending, nil, in: shift.id, transaction)
                transaction.announce(Self.topic)
                return Self.station(shift)
            },
            isFree: { staff, transaction in
                guard let shift = try present(staff, transaction.now, transaction),
                    try store.spells(of: shift.id, transaction).last?.state == .attending
                else { return }
                try store.begin(.available, nil, in: shift.id, transaction)
                transaction.announce(Self.topic)
            },
            left: { staff in try await database.read { try store.last(of: staff, $0) }?.ended })
    }

    private func change(
        _ verb: AuditEntry.Verb, by actor: Actor, once: OnceKey, _ act: @escaping @Sendable (Shift, Transaction) throws -> Void
    ) async throws {
        let staff = try Self.staff(actor)
        let store = store
        _ = try await database.write(once: once) { transaction in
            guard let shift = try store.open(of: staff, transaction), shift.end.milliseconds > transaction.now else { throw NoStation() }
            try act(shift, transaction)
            try Self.record(verb, shift.id, actor, transaction)
            return true
        }
    }

    static func record(_ verb: AuditEntry.Verb, _ shift: Int64, _ actor: Actor, _ transaction: Transaction) throws {
        try transaction.record(Event(verb, object: AuditEntry.Object("station_shift", shift)), by: actor)
        transaction.announce(topic)
    }

    static func staff(_ actor: Actor) throws -> Int64 {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.openStation) else { throw Forbidden() }
        return staff
    }

    private static func station(_ shift: Shift) -> AgentStations.Station {
        AgentStations.Station(point: shift.point, window: shift.window, channel: shift.channel)
    }
}
