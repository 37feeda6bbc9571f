import Civic
import Ports
import Storage
import Web

/// Deaths: one act ends what must end in every room, and one act gives it all back when it was a mistake.
public struct DeathDesk: Sendable {
    private let database: Database
    private let sessions: Sessions
    private let endings: [Ending]
    private let leaves = LeaveDesk()
    private let store: DeathStore

    /// `endings` are what the other rooms do.
    public init(_ database: Database, keyring: Keyring, sessions: Sessions, endings: [Ending]) {
        self.database = database
        self.sessions = sessions
        self.endings = endings
        store = DeathStore(keyring: keyring)
    }

    /// Somebody of the staff records it, from a certificate. Gives back the id; the one that stands already, if it does.
    @discardableResult
    public func record(
        _ person: PersonID, died day: Day, register: String, by actor: Actor, at target: Scope.Target = .init(), once: OnceKey
    ) async throws -> Int64 {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.recordDeaths, target)
        guard actor.person != person else { throw OwnRecord() }
        return try await database.write(once: once) { try died(person, day, register, staff, by: actor, $0) }
    }

    /// A register tells of it. The same event told twice is one.
    @discardableResult
    public func take(_ person: PersonID, died day: Day, register: String, by system: Actor) async throws -> Int64 {
        guard case .system = system.identity else { throw Forbidden() }
        return try await database.write { try died(person, day, register, nil, by: system, $0) }
    }

    private func died(
        _ person: PersonID, _ day: Day, _ register: String, _ staff: Int64?, by actor: Actor, _ transaction: Transaction
    ) throws -> Int64 {
        try transaction.hold("person", person.number)
        guard day <= Day(of: Instant(milliseconds: transaction.now)) else { throw DeathInFuture() }
        if let known = try store.death(of: person, transaction) { return known.id }
        let id = try store.insert(person, day, register, staff, transaction)
        for leave in try leaves.suspendAll(of: person, by: actor, transaction) { try store.keep(leave: leave, of: id, transaction) }
        try sessions.closeAll(of: .citizen(person), by: actor, transaction)
        for ending in endings { try ending.died(person, day, actor, transaction) }
        try transaction.record(Event("person.died", object: AuditEntry.Object("death", id), subject: person), by: actor)
        return id
    }

    /// One asks that a death be reversed, with the reason.
    public func propose(_ id: Int64, because reason: String, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.recordDeaths)
        let store = store
        _ = try await database.write(once: once) { transaction in
            guard let death = try store.death(id, transaction) else { throw NotFound() }
            guard death.proposer == nil else { throw AlreadyAsked() }
            try store.propose(id, staff, reason, transaction)
            try transaction.record(
                Event("death.reversalAsked", object: AuditEntry.Object("death", id), subject: death.person), by: actor)
            return true
        }
    }

    /// Another confirms: everything is as it was, but the sessions, which the person opens again by signing in.
    public func reverse(_ id: Int64, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.recordDeaths)
        let (store, leaves, endings) = (store, leaves, endings)
        _ = try await database.write(once: once) { transaction in
            guard let death = try store.death(id, transaction), let proposer = death.proposer else { throw NotFound() }
            guard proposer != staff else { throw NotTheSameTwice() }
            guard actor.person != death.person else { throw OwnRecord() }
            try transaction.hold("person", death.person.number)
            try store.reverse(id, staff, transaction)
            try leaves.resume(store.leaves(of: id, transaction), by: actor, transaction)
            for ending in endings { try ending.revived(death.person, actor, transaction) }
            try transaction.record(Event("person.revived", object: AuditEntry.Object("death", id), subject: death.person), by: actor)
            return true
        }
    }

    /// The death of a person, if they died and it was not reversed.
    public func death(of person: PersonID, _ snapshot: Snapshot) throws -> Death? { try store.death(of: person, snapshot) }

    /// For whoever signs persons in, or writes to them.
    public var deaths: Deaths { Self.recorded(store) }

    /// The same for who has no desk, and changes none.
    public static func recorded(_ keyring: Keyring) -> Deaths { recorded(DeathStore(keyring: keyring)) }

    private static func recorded(_ store: DeathStore) -> Deaths { Deaths { try store.death(of: $0, $1)?.day } }

    /// Those that somebody asked to reverse, the oldest first, with the reason.
    func waiting() async throws -> [(death: Death, reason: String)] {
        let store = store
        return try await database.read { try store.waiting($0) }
    }

    /// Those recorded lately, the newest first.
    func recent() async throws -> [Death] {
        let store = store
        return try await database.read { try store.recent($0) }
    }
}

/// Nobody dies tomorrow.
struct DeathInFuture: Refusal {
    var kind: RefusalKind { .invalid }
    var title: TextKey { "error.deathInFuture.title" }
    var advice: TextKey { "error.deathInFuture.advice" }
}

/// Somebody asked for it already.
struct AlreadyAsked: Refusal {
    var kind: RefusalKind { .conflict }
    var title: TextKey { "error.alreadyAsked.title" }
    var advice: TextKey { "error.alreadyAsked.advice" }
}
