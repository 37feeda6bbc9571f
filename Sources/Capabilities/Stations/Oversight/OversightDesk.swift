import Civic
import Ports
import Storage

/// Who attends now, who called, and how the day goes beside the same weekday.
public struct OversightDesk: Sendable {
    let database: Database
    let demand: DemandFigures
    let points: ServicePoints
    let clock: Clock
    private let shifts = ShiftStore()
    private let alarms = AlarmStore()
    /// With how many past weeks a day is compared.
    static let weeks = 4

    public init(_ database: Database, demand: DemandFigures, points: ServicePoints, clock: Clock) {
        self.database = database
        self.demand = demand
        self.points = points
        self.clock = clock
    }

    struct Board: Sendable {
        let agents: [ShiftReading]
        let alarms: [Alarm]
    }

    struct Alarm: Sendable, Hashable {
        let id: Int64
        let shift: Shift
        let at: Instant
    }

    /// What is within reach of the actor; of one point, when it is named.
    func board(of point: Int64? = nil, by actor: Actor) async throws -> Board {
        try Self.mayOversee(point, actor)
        let (shifts, alarms, now) = (shifts, alarms, clock.now)
        return try await database.read { snapshot in
            let agents = try shifts.open(snapshot).filter {
                $0.end > now && Self.reaches(actor, $0.point) && (point == nil || $0.point == point)
            }
            let calls = try alarms.open(snapshot).compactMap { alarm in
                try shifts.shift(alarm.shift, snapshot).map { Alarm(id: alarm.id, shift: $0, at: alarm.at) }
            }
            return Board(
                agents: try agents.map { ShiftReading(shift: $0, spells: try shifts.spells(of: $0.id, snapshot)) },
                alarms: calls.filter { Self.reaches(actor, $0.shift.point) })
        }
    }

    /// How many called and nobody went.
    public func calls(within actor: Actor) async throws -> Int { try await board(by: actor).alarms.count }

    /// Attended until now by half hours, and what is usual on this weekday: the mean of the last weeks that had any.
    struct Curve: Sendable, Hashable {
        let today: [Int]
        /// nil when no past week had any.
        let usual: [Double]?
        /// The half hour that goes on.
        let present: Int

        /// Until the half hour that goes on, without it.
        var soFar: Int { today.prefix(present).reduce(0, +) }
        var usualSoFar: Double? { usual.map { $0.prefix(present).reduce(0, +) } }
    }

    func curve(of point: Int64? = nil, by actor: Actor) async throws -> Curve {
        try Self.mayOversee(point, actor)
        var reached: Set<Int64?> = [point]
        if point == nil { reached.formUnion(try await points.all().map(\.number).filter { Self.reaches(actor, $0) }) }
        let today = clock.today
        let days = try await demand.halves(reached, nil, today.adding(days: -7 * Self.weeks), today)
        let past = (1...Self.weeks).compactMap { days[today.adding(days: -7 * $0)] }
        let usual = past.isEmpty ? nil : (0..<48).map { half in Double(past.reduce(0) { $0 + $1[half] }) / Double(past.count) }
        let elapsed = clock.now.milliseconds - ChileanTime.instant(of: today, hour: 0).milliseconds
        return Curve(
            today: days[today] ?? Array(repeating: 0, count: 48), usual: usual, present: min(47, max(0, Int(elapsed / 1_800_000))))
    }

    private static func mayOversee(_ point: Int64?, _ actor: Actor) throws {
        guard actor.maySomewhere(.overseeStations) else { throw Forbidden() }
        if let point { try actor.must(.overseeStations, Scope.Target(point: point)) }
    }

    static func reaches(_ actor: Actor, _ point: Int64?) -> Bool { actor.may(.overseeStations, Scope.Target(point: point)) }
}
