import Civic
import Ports
import Storage

/// Attending somebody at a desk: the contact is opened for a person, and nothing of theirs until it is proven that they are there.
public struct AttentionDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let people: PeopleDesk
    private let attempts: AttemptDesk
    private let stations: AgentStations
    private let contacts = InteractionDesk()

    public init(_ database: Database, keyring: Keyring, stations: AgentStations, clock: Clock) {
        self.database = database
        self.clock = clock
        self.stations = stations
        people = PeopleDesk(keyring: keyring)
        attempts = AttemptDesk(database, keyring: keyring)
    }

    /// Opens a contact with a person, once. Throws `OwnRecord` for whoever would attend themselves.
    public func open(
        _ person: PersonID, by actor: Actor, at target: Scope.Target, once: OnceKey
    ) async throws -> InteractionID {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.findPersons, target)
        guard actor.person != person else { throw OwnRecord() }
        try await attempts.take(Self.openings, of: "\(staff)")
        let (people, stations) = (people, stations)
        let number = try await database.write(once: once) { transaction in
            guard let known = try people.person(person, transaction), !known.isErased else { throw NoLongerKnown() }
            return try Self.contact(with: person, stations.attends(staff, transaction), staff, target, by: actor, transaction).number
        }
        return InteractionID(number)
    }

    /// Registers somebody who is at the desk, with what they said, and opens a contact with them, once.
    public func register(
        _ person: NewPerson, by actor: Actor, at target: Scope.Target, once: OnceKey
    ) async throws -> InteractionID {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.writePersons, target)
        let (people, stations) = (people, stations)
        let number = try await database.write(once: once) { transaction in
            let id = try people.register(Registration(name: person.name), by: actor, transaction)
            if let number = person.number { try people.add(number, to: id, by: actor, transaction) }
            if let phone = person.phone { try people.add(phone, to: id, isPreferred: true, by: actor, transaction) }
            return try Self.contact(with: id, stations.attends(staff, transaction), staff, target, by: actor, transaction).number
        }
        return InteractionID(number)
    }

    /// The last attention of this agent that goes on and of which it is not known with whom it is; nil when there is none today.
    func nameless(of actor: Actor) async throws -> PastContact? {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (contacts, now) = (contacts, clock.now)
        return try await database.read { snapshot in
            try contacts.own(of: staff, since: Instant(milliseconds: now.milliseconds - 86_400_000), limit: 50, snapshot)
                .first { !$0.hasEnded && $0.person == nil }?.contact
        }
    }

    /// Says with whom an attention is that goes on, once. It stays unproven that they are there. Throws `OwnRecord` for oneself, and
    /// `AttentionEnded` when it has ended or is somebody's already.
    func tie(_ id: InteractionID, to person: PersonID, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        guard actor.person != person else { throw OwnRecord() }
        let (people, contacts) = (people, contacts)
        guard let own = try await database.read({ try contacts.own(id, of: staff, $0) }) else { throw NotFound() }
        try actor.must(.findPersons, Scope.Target(point: own.contact.point))
        try await attempts.take(Self.openings, of: "\(staff)")
        _ = try await database.write(once: once) { transaction in
            guard let known = try people.person(person, transaction), !known.isErased else { throw NoLongerKnown() }
            guard let own = try contacts.own(id, of: staff, transaction), !own.hasEnded, own.person == nil else { throw AttentionEnded() }
            try contacts.tie(id, to: person, assurance: .declared, by: actor, transaction)
            return true
        }
    }

    /// A contact of this agent. Throws `NotFound` for anybody else's: that it is there is nobody's business.
    public func attendance(_ id: InteractionID, by actor: Actor) async throws -> Attendance {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (contacts, now) = (contacts, clock.now)
        guard let found = try await database.read({ try contacts.attendance(id, of: staff, at: now, $0) }) else { throw NotFound() }
        guard !found.hasEnded else { throw AttentionEnded() }
        return found
    }

    /// Whether the record may be opened at this contact: it is proven that the person is there, or their matter was referred to this agent.
    func mayOpen(_ attendance: Attendance, by actor: Actor) async throws -> Bool {
        if attendance.isProven { return true }
        let now = clock.now
        return try await database.read { snapshot in
            try LeaveDesk().inForce(of: attendance.person, to: actor.identity, at: now, snapshot).contains { $0.kind == .matter }
        }
    }

    private static func contact(
        with person: PersonID, _ station: AgentStations.Station?, _ staff: Int64, _ target: Scope.Target, by actor: Actor,
        _ transaction: Transaction
    ) throws -> InteractionID {
        let made = try transaction.record(
            Event(
                "attention.opened",
                contact: Interaction(
                    .desk, station?.channel ?? .branch, .information, .unknown, point: target.point, agent: staff, person: person,
                    assurance: .declared)),
            by: actor)
        guard let made else { throw StorageFault(.shape, "an attention made no contact") }
        return made
    }

    private static let openings = AttemptLimit("attention.open", most: 60, window: 3_600_000)
}

/// The attention ended, and what was open with it is closed.
public struct AttentionEnded: Refusal {
    public init() {}
    public var kind: RefusalKind { .gone }
    public var title: TextKey { "persons.ending.ended" }
    public var advice: TextKey { "persons.ending.ended.advice" }
}
