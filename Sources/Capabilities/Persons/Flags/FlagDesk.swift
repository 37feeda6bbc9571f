import Civic
import Ports
import Storage

/// Noting a fact that happened in an attention, and what its person says against it.
public struct FlagDesk: Sendable {
    /// For so long a fact that expired is still shown to its person, in milliseconds: 30 days.
    private static let after: Int64 = 30 * 86_400_000

    let database: Database
    let facts: DatedWords
    let clock: Clock
    private let days: Int
    private let notices: NoticeBoard
    private let store: FlagStore
    private let mergers: MergerDesk
    private let contacts = InteractionDesk()

    /// `days` is for how long a fact is told to whoever attends.
    public init(_ database: Database, keyring: Keyring, facts: DatedWords, days: Int, notices: NoticeBoard, clock: Clock) {
        self.database = database
        self.facts = facts
        self.days = days
        self.notices = notices
        self.clock = clock
        store = FlagStore(keyring: keyring)
        mergers = MergerDesk(keyring: keyring)
    }

    /// A contact of this agent's today in which it was proven that the person was there. Throws `NothingToFlag`.
    func flaggable(_ id: InteractionID, by actor: Actor) async throws -> OwnContact {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (contacts, store, today) = (contacts, store, clock.today)
        let own = try await database.read { snapshot in
            guard let own = try contacts.own(id, of: staff, snapshot) else { throw NotFound() }
            guard let person = own.person, Day(of: own.contact.at) == today, try contacts.wasProven(person, at: id, snapshot),
                try !store.all(of: person, snapshot).contains(where: { $0.interaction == id })
            else { throw NothingToFlag() }
            return own
        }
        try actor.must(.readPersons, Scope.Target(point: own.contact.point))
        return own
    }

    /// Notes it and tells the person, once.
    func note(_ fact: String, in id: InteractionID, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        guard facts.inForce(clock.today).contains(where: { $0.code == fact }) else { throw NothingToFlag() }
        let own = try await flaggable(id, by: actor)
        guard let person = own.person else { throw NothingToFlag() }
        let (store, notices, days) = (store, notices, days)
        _ = try await database.write(once: once) { transaction in
            let until = transaction.now + Int64(days) * 86_400_000
            guard let flag = try store.insert(fact, of: person, in: id, at: own.contact.point, by: staff, until: until, transaction) else {
                throw NothingToFlag()
            }
            try Self.record("flag.noted", flag, person, within: id, actor, transaction)
            try notices.tell(NoticeBoard.Notice("persons.flag.notice", path: "/mi/hechos"), person, transaction)
            return true
        }
    }

    /// What whoever attends is told.
    func standing(of person: PersonID) async throws -> [ConductFlag] {
        let now = clock.now
        return try await own(person).filter { $0.stands(now) }
    }

    /// All of one's own that are still kept, those of records that lead to theirs too, the newest first.
    func own(_ person: PersonID) async throws -> [ConductFlag] {
        let (store, mergers) = (store, mergers)
        return try await database.read { snapshot in
            try mergers.records(of: person, snapshot).flatMap { try store.all(of: $0, snapshot) }.sorted {
                ($1.at, $1.id) < ($0.at, $0.id)
            }
        }
    }

    /// What the person says against one of theirs, once.
    func contest(_ id: Int64, _ words: String, by actor: Actor, once: OnceKey) async throws {
        guard let person = actor.citizen else { throw Forbidden() }
        let (store, mergers) = (store, mergers)
        _ = try await database.write(once: once) { transaction in
            guard let flag = try store.flag(id, transaction), try mergers.records(of: person, transaction).contains(flag.person) else {
                throw NotFound()
            }
            guard try store.contest(flag, words, transaction) else { throw FlagMoved() }
            try Self.record("flag.contested", id, person, within: nil, actor, transaction)
            return true
        }
    }

    /// Contested ones of points within reach, without those that this actor noted.
    func contested(at point: Int64?, by actor: Actor) async throws -> [ConductFlag] {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.reviewFlags) else { throw Forbidden() }
        if let point { try actor.must(.reviewFlags, Scope.Target(point: point)) }
        let store = store
        return try await database.read(store.contested).filter {
            $0.staff != staff && actor.may(.reviewFlags, Scope.Target(point: $0.point)) && (point == nil || $0.point == point)
        }
    }

    /// What the person wrote, with the entry that it was read. Throws `NotFound` for one that is not this actor's to decide.
    func read(_ id: Int64, by actor: Actor) async throws -> (flag: ConductFlag, words: String) {
        guard let flag = try await contested(at: nil, by: actor).first(where: { $0.id == id }) else { throw NotFound() }
        let (store, mergers) = (store, mergers)
        let words = try await database.write { transaction in
            try Self.refuseOwn(flag, actor, mergers, transaction)
            try Self.record("flag.read", id, flag.person, within: nil, actor, transaction)
            return try store.words(of: flag, transaction) ?? ""
        }
        return (flag, words)
    }

    /// Decides it and tells the person, once.
    func decide(_ id: Int64, _ verdict: ConductFlag.Verdict, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.reviewFlags) else { throw Forbidden() }
        let (store, notices, mergers) = (store, notices, mergers)
        _ = try await database.write(once: once) { transaction in
            guard let flag = try store.flag(id, transaction) else { throw NotFound() }
            try actor.must(.reviewFlags, Scope.Target(point: flag.point))
            guard flag.staff != staff else { throw Forbidden() }
            try Self.refuseOwn(flag, actor, mergers, transaction)
            guard try store.decide(flag, verdict, by: staff, transaction) else { throw FlagMoved() }
            try Self.record("flag.decided", id, flag.person, within: nil, actor, transaction)
            try notices.tell(
                NoticeBoard.Notice(
                    verdict == .withdrawn ? "persons.flag.notice.withdrawn" : "persons.flag.notice.kept", path: "/mi/hechos"), flag.person,
                transaction)
            return true
        }
    }

    public func waiting(for actor: Actor) async throws -> Int {
        try await contested(at: nil, by: actor).count
    }

    /// Forgets what expired a while ago.
    public func sweep() async throws {
        let (store, before) = (store, clock.now.milliseconds - Self.after)
        _ = try await database.write { try store.sweep(expiredBefore: before, $0) }
    }

    /// Nobody judges what was noted of themselves, not of a record that leads to theirs either. Throws `OwnRecord`.
    private static func refuseOwn(_ flag: ConductFlag, _ actor: Actor, _ mergers: MergerDesk, _ snapshot: Snapshot) throws {
        guard let own = actor.person else { return }
        guard try mergers.standing(for: flag.person, snapshot) != mergers.standing(for: own, snapshot) else { throw OwnRecord() }
    }

    private static func record(
        _ verb: AuditEntry.Verb, _ id: Int64, _ person: PersonID, within: InteractionID?, _ actor: Actor, _ transaction: Transaction
    ) throws {
        try transaction.record(Event(verb, object: AuditEntry.Object("conduct_flag", id), subject: person, within: within), by: actor)
    }
}
