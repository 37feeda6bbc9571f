import Civic
import Storage

/// What is counted of an agent's days: they see all of it, and may say that it is not right.
public struct OwnFigureDesk: Sendable {
    let database: Database
    let clock: Clock
    private let shifts = ShiftStore()
    private let store: ContestStore
    /// So many days are shown.
    static let days = 28

    public init(_ database: Database, keyring: Keyring, clock: Clock) {
        self.database = database
        self.clock = clock
        store = ContestStore(keyring: keyring)
    }

    /// The figures of one shift and whether they were contested.
    struct Reading: Sendable {
        let figures: ShiftReading
        let contest: FigureContest?
        /// What the agent said, for whoever decides.
        var words: String?
    }

    /// One's own, the newest first.
    func own(_ actor: Actor) async throws -> [Reading] {
        let staff = try ShiftDesk.staff(actor)
        let (shifts, store) = (shifts, store)
        let since = Instant(milliseconds: clock.now.milliseconds - Int64(Self.days) * 86_400_000)
        return try await database.read { snapshot in
            try shifts.all(of: staff, since: since, snapshot).map { shift in
                Reading(
                    figures: ShiftReading(shift: shift, spells: try shifts.spells(of: shift.id, snapshot)),
                    contest: try store.contest(of: shift.id, snapshot))
            }
        }
    }

    /// Once for each shift of one's own.
    func contest(_ shift: Int64, _ words: String, by actor: Actor, once: OnceKey) async throws {
        let staff = try ShiftDesk.staff(actor)
        let (shifts, store) = (shifts, store)
        _ = try await database.write(once: once) { transaction in
            guard try shifts.shift(shift, transaction)?.staff == staff else { throw NotFound() }
            guard try store.insert(words, of: shift, transaction) != nil else { throw ContestMoved() }
            try ShiftDesk.record("shift.contested", shift, actor, transaction)
            return true
        }
    }

    /// Those of others that this actor may decide. What was written opens with its entry in the audit.
    func open(by actor: Actor) async throws -> [Reading] {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.overseeStations) else { throw Forbidden() }
        let (shifts, store) = (shifts, store)
        return try await database.write { transaction in
            try store.open(transaction).compactMap { contest in
                guard let shift = try shifts.shift(contest.shift, transaction), shift.staff != staff,
                    OversightDesk.reaches(actor, shift.point)
                else { return nil }
                try ShiftDesk.record("shift.contestRead", shift.id, actor, transaction)
                return Reading(
                    figures: ShiftReading(shift: shift, spells: try shifts.spells(of: shift.id, transaction)), contest: contest,
                    words: try store.words(of: contest.id, transaction))
            }
        }
    }

    /// How many wait, without reading them.
    func waiting(for actor: Actor) async throws -> Int {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.overseeStations) else { throw Forbidden() }
        let (shifts, store) = (shifts, store)
        return try await database.read { snapshot in
            try store.open(snapshot).count { contest in
                try shifts.shift(contest.shift, snapshot).map { $0.staff != staff && OversightDesk.reaches(actor, $0.point) } ?? false
            }
        }
    }

    func decide(_ id: Int64, _ verdict: FigureContest.Verdict, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (shifts, store) = (shifts, store)
        _ = try await database.write(once: once) { transaction in
            guard let contest = try store.contest(id, transaction), let shift = try shifts.shift(contest.shift, transaction) else {
                throw NotFound()
            }
            try actor.must(.overseeStations, Scope.Target(point: shift.point))
            guard shift.staff != staff, try store.decide(id, verdict, by: staff, transaction) else { throw ContestMoved() }
            try ShiftDesk.record("shift.contestDecided", shift.id, actor, transaction)
            return true
        }
    }
}
