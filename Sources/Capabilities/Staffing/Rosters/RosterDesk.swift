import Civic
import Ports
import Storage

/// Planning who attends when at a place, by whoever oversees it.
public struct RosterDesk: Sendable {
    let database: Database
    let team: Team
    let clock: Clock
    private let store = RosterStore()

    public init(_ database: Database, team: Team, clock: Clock) {
        self.database = database
        self.team = team
        self.clock = clock
    }

    /// Plans a day of somebody of the place's team; what was planned for them that day is gone. Throws `AwayThen`.
    func plan(_ planned: PlannedDay, at place: PlannedPlace, by actor: Actor, once: OnceKey) async throws {
        let author = try await planner(of: planned.staff, at: place, actor)
        let store = store
        _ = try await database.write(once: once) { transaction in
            guard try store.away([planned.staff], on: planned.day, transaction).isEmpty else { throw AwayThen() }
            try store.plan(planned, at: place, by: author, transaction)
            try transaction.record(Event("roster.planned", object: AuditEntry.Object("staff", planned.staff)), by: actor)
            return true
        }
    }

    func clear(_ staff: Int64, _ day: Day, at place: PlannedPlace, by actor: Actor, once: OnceKey) async throws {
        _ = try await planner(of: staff, at: place, actor)
        let store = store
        _ = try await database.write(once: once) { transaction in
            if try store.clear(staff, day, transaction) > 0 {
                try transaction.record(Event("roster.cleared", object: AuditEntry.Object("staff", staff)), by: actor)
            }
            return true
        }
    }

    /// Says that somebody is away on a day, or that they are not. Why is nobody's matter here.
    func setAway(_ isAway: Bool, _ staff: Int64, on day: Day, at place: PlannedPlace, by actor: Actor, once: OnceKey) async throws {
        let author = try await planner(of: staff, at: place, actor)
        let store = store
        _ = try await database.write(once: once) { transaction in
            try store.setAway(isAway, staff, on: day, by: author, transaction)
            try transaction.record(Event("roster.absence", object: AuditEntry.Object("staff", staff)), by: actor)
            return true
        }
    }

    func setSkills(_ skills: Set<String>, of staff: Int64, at place: PlannedPlace, by actor: Actor, once: OnceKey) async throws {
        let author = try await planner(of: staff, at: place, actor)
        let store = store
        _ = try await database.write(once: once) { transaction in
            try store.setSkills(skills, of: staff, by: author, transaction)
            try transaction.record(Event("roster.skills", object: AuditEntry.Object("staff", staff)), by: actor)
            return true
        }
    }

    /// Plans a day as the same weekday of the week before, for whoever has nothing planned and is not away. Gives back for how many.
    func copyWeekBefore(_ day: Day, at place: PlannedPlace, by actor: Actor, once: OnceKey) async throws -> Int {
        let author = try Self.planner(at: place, actor)
        let store = store
        return try await database.write(once: once) { transaction in
            let before = day.adding(days: -7)
            let known = Set(try store.rosters(at: place, from: day, to: day, transaction).map(\.staff))
            var copied = 0
            for roster in try store.rosters(at: place, from: before, to: before, transaction) where !known.contains(roster.staff) {
                guard let planned = roster.planned(on: day), try store.away([roster.staff], on: day, transaction).isEmpty,
                    try store.place(of: roster.staff, on: day, transaction) == nil
                else { continue }
                try store.plan(planned, at: place, by: author, transaction)
                copied += 1
            }
            if copied > 0 { try transaction.record(Event("roster.copied"), by: actor) }
            return copied
        }
    }

    /// The team of a place with what each does that day.
    struct Line: Sendable {
        let member: Team.Member
        let roster: Roster?
        let isAway: Bool
        let skills: Set<String>
    }

    func lines(at place: PlannedPlace, on day: Day, by actor: Actor) async throws -> [Line] {
        _ = try Self.planner(at: place, actor)
        let (members, store) = (try await team.at(place.point), store)
        let staff = members.map(\.staff)
        let (rosters, away, skills) = try await database.read { snapshot in
            (
                try store.rosters(at: place, from: day, to: day, snapshot), try store.away(staff, on: day, snapshot),
                try store.skills(of: staff, snapshot)
            )
        }
        let planned = Dictionary(rosters.map { ($0.staff, $0) }) { first, _ in first }
        return members.map {
            Line(
                member: $0, roster: planned[$0.staff], isAway: away.contains($0.staff), skills: skills[$0.staff] ?? [])
        }
    }

    /// One's own days, from today.
    func own(_ actor: Actor, days: Int) async throws -> [(roster: Roster, place: PlannedPlace?)] {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (store, today) = (store, clock.today)
        return try await database.read { snapshot in
            try store.rosters(of: staff, from: today, to: today.adding(days: days - 1), snapshot).map {
                ($0, try store.place(of: staff, on: $0.day, snapshot))
            }
        }
    }

    /// Forgets rosters and absences that are older than so many days.
    public func sweep(olderThan days: Int) async throws {
        let (store, before) = (store, clock.today.adding(days: -days))
        _ = try await database.write { transaction in
            try store.sweep(before: before, transaction)
            return true
        }
    }

    /// Whoever plans at the place, for somebody of its team.
    private func planner(of staff: Int64, at place: PlannedPlace, _ actor: Actor) async throws -> Int64 {
        let author = try Self.planner(at: place, actor)
        guard try await team.at(place.point).contains(where: { $0.staff == staff }) else { throw Forbidden() }
        return author
    }

    static func planner(at place: PlannedPlace, _ actor: Actor) throws -> Int64 {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.planStaffing, Scope.Target(point: place.point))
        return staff
    }
}

extension Roster {
    /// The same day once more; nil when it has none.
    func planned(on day: Day) -> PlannedDay? {
        guard let first = halves.keys.min(), let last = halves.keys.max() else { return nil }
        let pauses = halves.filter { $0.value == .pauses }.keys.sorted()
        return PlannedDay(
            staff: staff, day: day, from: first, to: last + 1, pauseFrom: pauses.first, pauseTo: pauses.last.map { $0 + 1 })
    }
}
