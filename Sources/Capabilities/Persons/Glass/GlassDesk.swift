import Civic
import Ports
import Storage

/// Breaking the glass: one person, for a while, with a reason that another reads.
public struct GlassDesk: Sendable {
    let database: Database
    private let clock: Clock
    private let terms: GlassTerms
    private let calendar: BusinessCalendar
    private let ties: Ties
    private let notices: NoticeBoard
    private let breaches: PossibleBreach
    private let leaves = LeaveDesk()
    private let people: PeopleDesk
    let store: GlassStore

    public init(
        _ database: Database, keyring: Keyring, clock: Clock, terms: GlassTerms, holidays: Holidays, ties: Ties, notices: NoticeBoard,
        breaches: PossibleBreach
    ) {
        self.database = database
        self.clock = clock
        self.terms = terms
        calendar = BusinessCalendar(holidays)
        self.ties = ties
        self.notices = notices
        self.breaches = breaches
        people = PeopleDesk(keyring: keyring)
        store = GlassStore(keyring: keyring)
    }

    /// Why somebody looks, and when the person learns of it: at once, or so many days later for a stated reason.
    public struct Grounds: Sendable {
        public let reason: String
        public let delay: (days: Int, reason: String)?

        public init(reason: String, delay: (days: Int, reason: String)? = nil) {
            self.reason = reason
            self.delay = delay
        }
    }

    /// Breaks the glass, once, and gives back the look; the one that is open already, if it is. Throws `OwnRecord`, `TooNear` or `GlassClosed`.
    public func open(
        _ person: PersonID, _ grounds: Grounds, by actor: Actor, at target: Scope.Target, once: OnceKey
    ) async throws -> Int64 {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.breakGlass, target)
        guard actor.person != person else { throw OwnRecord() }
        let (store, ties, people, leaves, notices, terms) = (store, ties, people, leaves, notices, terms)
        let due = try due(after: clock.today)
        return try await database.write(once: once) { transaction in
            guard let known = try people.person(person, transaction), !known.isErased else { throw NoLongerKnown() }
            if try ties.isColleague(staff, person, transaction) { throw TooNear() }
            if let own = actor.person, try ties.isRelative(own, person, transaction) { throw TooNear() }
            guard try store.overdue(of: staff, on: Day(of: Instant(milliseconds: transaction.now)), transaction) == 0 else {
                throw GlassClosed()
            }
            try store.endPast(of: staff, transaction)
            if let open = try store.open(of: staff, person, transaction) { return open }
            let until = Instant(milliseconds: transaction.now + Int64(terms.minutes) * 60_000)
            let tell = Instant(milliseconds: transaction.now + Int64(grounds.delay?.days ?? 0) * 86_400_000)
            let id = try store.insert(person, staff, grounds, until: until, tell: tell, due: due, transaction)
            try leaves.grant(.glass, of: person, to: .staff(staff), until: until, reference: id, by: actor, transaction)
            try transaction.record(Event("glass.broken", object: AuditEntry.Object("glass", id), subject: person), by: actor)
            try notices.tell(
                NoticeBoard.Notice("persons.notice.glass", from: grounds.delay == nil ? nil : tell), person, transaction)
            return id
        }
    }

    /// What another says of a look. One that had no reason is handed over as a possible breach. Throws `NotTheSameTwice` for whoever looked.
    public func review(
        _ id: Int64, _ verdict: GlassLook.Verdict, remark: String, by actor: Actor, at target: Scope.Target, once: OnceKey
    ) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.reviewGlass, target)
        let (store, breaches, people, leaves) = (store, breaches, people, leaves)
        _ = try await database.write(once: once) { transaction in
            guard let look = try store.look(id, transaction), look.verdict == nil else { throw NotFound() }
            guard look.staff != staff else { throw NotTheSameTwice() }
            guard actor.person != look.person else { throw OwnRecord() }
            try store.review(id, staff, verdict, remark, transaction)
            try transaction.record(Event("glass.reviewed", object: AuditEntry.Object("glass", id), subject: look.person), by: actor)
            guard verdict == .unjustified else { return true }
            try leaves.end(.glass, reference: id, by: actor, transaction)
            let reads = try people.traces(of: look.person, verb: .read, limit: 1000, transaction).filter {
                $0.actorKind == 2 && $0.actor == look.staff && $0.at >= look.opened && $0.at <= look.until
            }
            try breaches.report(
                PossibleBreach.Finding(
                    .glass, reference: id, persons: [look.person], from: look.opened, until: look.until, reads: reads.map(\.id)), actor,
                transaction)
            return true
        }
    }

    /// A look of one's own that is open. Throws `NotFound` for another's, and for one that has ended.
    public func look(_ id: Int64, by actor: Actor) async throws -> GlassLook {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (store, now) = (store, clock.now)
        guard let look = try await database.read({ try store.look(id, $0) }), look.staff == staff, look.until > now else {
            throw NotFound()
        }
        return look
    }

    /// One's own that are open now.
    func open(of actor: Actor) async throws -> [GlassLook] {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (store, now) = (store, clock.now)
        return try await database.read { try store.looks(of: staff, $0) }.filter { $0.until > now }
    }

    /// How many of one's own were not reviewed in time: more than none closes the permission.
    func overdue(of actor: Actor) async throws -> Int {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (store, today) = (store, clock.today)
        return try await database.read { try store.overdue(of: staff, on: today, $0) }
    }

    /// Those that wait for a review which this actor may make, the most urgent first.
    public func waiting(for actor: Actor, at target: Scope.Target = .init()) async throws -> [GlassLook] {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.reviewGlass, target)
        let store = store
        return try await database.read { try store.waiting($0) }.filter { $0.staff != staff && $0.person != actor.person }
    }

    /// The written reasons of a look, for whoever reviews it, after the trace that they were read.
    func grounds(of id: Int64, by actor: Actor, at target: Scope.Target) async throws -> Grounds {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.reviewGlass, target)
        let store = store
        return try await database.write { transaction in
            guard let look = try store.look(id, transaction), look.staff != staff else { throw NotFound() }
            guard look.person != actor.person else { throw OwnRecord() }
            try transaction.record(Event("glass.read", object: AuditEntry.Object("glass", id), subject: look.person), by: actor)
            return try store.grounds(id, transaction)
        }
    }

    private func due(after day: Day) throws -> Day {
        var (day, left) = (day, terms.reviewDays)
        while left > 0 {
            day = try calendar.businessDay(onOrAfter: day.adding(days: 1))
            left -= 1
        }
        return day
    }
}
