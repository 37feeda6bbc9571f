import Civic
import Ports
import Storage

/// Handing an attention over, with all that was said so far: the contact stays on its journey, and whoever takes it may open the record for a
/// working day when it had been proven that the person was there. Nobody refers to themselves.
public struct ReferralDesk: Sendable {
    /// Moves when something comes to a tray or leaves it.
    public static let topic = "referrals"
    /// So many of a tray are shown, the oldest.
    static let shown = 200

    let database: Database
    let stations: AgentStations
    let clock: Clock
    let store = ReferralStore()
    private let contacts = InteractionDesk()
    private let leaves = LeaveDesk()

    public init(_ database: Database, stations: AgentStations, clock: Clock) {
        self.database = database
        self.stations = stations
        self.clock = clock
    }

    /// A referral and the contact in which it was made.
    struct Reading: Sendable {
        let referral: Referral
        let contact: PastContact
        /// Whether it concerns somebody who is known.
        let hasPerson: Bool
    }

    /// A contact of this agent that ended today as referred and was not sent yet. Throws `NothingToRefer`.
    func referable(_ id: InteractionID, by actor: Actor) async throws -> OwnContact {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.takeReferrals) else { throw Forbidden() }
        let (contacts, store, today) = (contacts, store, clock.today)
        return try await database.read { snapshot in
            guard let own = try contacts.own(id, of: staff, snapshot) else { throw NotFound() }
            guard own.contact.outcome == .referred, Day(of: own.contact.at) == today,
                try store.referral(of: id, snapshot) == nil
            else { throw NothingToRefer() }
            return own
        }
    }

    /// Sends it to a tray, once.
    func refer(_ id: InteractionID, to address: Referral.Address, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity, address != .staff(staff) else { throw Forbidden() }
        let own = try await referable(id, by: actor)
        let store = store
        _ = try await database.write(once: once) { transaction in
            guard let made = try store.insert(own.contact.id, at: own.contact.point, to: address, by: staff, transaction) else {
                throw NothingToRefer()
            }
            try Self.record("referral.sent", made, own.person, within: id, actor, transaction)
            return true
        }
    }

    /// What this actor holds, and then what waits in their trays, the oldest first.
    func tray(of actor: Actor) async throws -> [Reading] {
        let trays = try Self.trays(of: actor)
        return try await readings { try store.open(trays.held, limit: $1, $0) + store.open(trays.mine, limit: $1, $0) }
    }

    /// What waits in trays that this actor may sort, whoever it is for.
    func waiting(for actor: Actor) async throws -> [Reading] {
        let tray = try Self.sorted(by: actor)
        return try await readings { try store.open(tray, limit: $1, $0) }
    }

    static func trays(of actor: Actor) throws -> (held: Tray, mine: Tray) {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.takeReferrals) else { throw Forbidden() }
        return (
            .held(by: staff),
            .mine(staff: staff, points: actor.points(where: .takeReferrals), institutions: actor.institutions(where: .takeReferrals))
        )
    }

    static func sorted(by actor: Actor) throws -> Tray {
        guard actor.may(.moveReferrals) else { throw Forbidden() }
        return .sorted(points: actor.points(where: .moveReferrals), institutions: actor.institutions(where: .moveReferrals))
    }

    /// One that is in a tray of this actor, is held by them, or may be sorted by them.
    func reading(_ id: Int64, by actor: Actor) async throws -> Reading {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.takeReferrals) else { throw Forbidden() }
        let reading = try await readings { snapshot, _ in try store.referral(id, snapshot).map { [$0] } ?? [] }.first
        guard let reading, reading.referral.ended == nil else { throw NotFound() }
        guard reading.referral.holder.map({ $0 == staff }) ?? (reading.referral.isFor(actor) || Self.maySort(reading, actor)) else {
            throw Forbidden()
        }
        return reading
    }

    /// Takes it: the attention goes on as a contact of this agent's, on the same journey. Once; throws `ReferralMoved` when another was
    /// faster. Gives back the contact.
    func take(_ id: Int64, by actor: Actor, at fallback: Scope.Target, once: OnceKey) async throws -> InteractionID {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let reading = try await reading(id, by: actor)
        guard reading.referral.isFor(actor) else { throw Forbidden() }
        let (store, contacts, leaves, stations) = (store, contacts, leaves, stations)
        let number = try await database.write(once: once) { transaction in
            let station = try stations.attends(staff, transaction)
            let from = reading.referral.contact
            let tied = try contacts.person(of: from, transaction)
            guard tied?.person != actor.person || tied == nil else { throw OwnRecord() }
            let contact = Interaction(
                .desk, station?.channel ?? .branch, .information, .unknown, point: station.map(\.point) ?? fallback.point,
                product: reading.contact.product, agent: staff, matter: reading.contact.matter,
                journey: reading.contact.journey ?? from.number, transferOf: from, person: tied?.person,
                assurance: tied?.assurance ?? .anonymous)
            guard let next = try transaction.record(Event("referral.taken", subject: tied?.person, contact: contact), by: actor) else {
                throw StorageFault(.shape, "a referral made no contact")
            }
            guard try store.take(reading.referral, by: staff, in: next, transaction) else { throw ReferralMoved() }
            if let tied, try Self.wasProven(tied.person, from: from, contacts, transaction) {
                try leaves.grant(
                    .matter, of: tied.person, to: actor.identity, until: Instant(milliseconds: transaction.now + Referral.leave),
                    reference: id, by: actor, transaction)
            }
            transaction.announce(Self.topic)
            return next.number
        }
        return InteractionID(number)
    }

    /// Whether it is known whom a contact concerns.
    func hasPerson(_ contact: InteractionID) async throws -> Bool {
        let contacts = contacts
        return try await database.read { try contacts.person(of: contact, $0) } != nil
    }

    /// Moves what waits to another tray, once.
    func move(_ id: Int64, to address: Referral.Address, by actor: Actor, once: OnceKey) async throws {
        let reading = try await reading(id, by: actor)
        guard Self.maySort(reading, actor) else { throw Forbidden() }
        guard address != .staff(reading.referral.sender) else { throw Forbidden() }
        let store = store
        _ = try await database.write(once: once) { transaction in
            guard try store.move(reading.referral, to: address, transaction) else { throw ReferralMoved() }
            try Self.record("referral.moved", id, nil, within: reading.referral.contact, actor, transaction)
            return true
        }
    }

    /// For whoever ends attentions: what was taken is done, and the leave to open the record ends with it.
    public var endings: EndedAttentions {
        let (store, leaves) = (store, leaves)
        return EndedAttentions { interaction, outcome, actor, transaction in
            guard let referral = try store.referral(goingOnIn: interaction, transaction), referral.ended == nil else { return }
            try store.end(referral, outcome, transaction)
            try leaves.end(.matter, reference: referral.id, by: actor, transaction)
            transaction.announce(Self.topic)
        }
    }

    /// At this contact, or at one that it was referred from.
    private static func wasProven(
        _ person: PersonID, from contact: InteractionID, _ contacts: InteractionDesk, _ snapshot: Snapshot
    ) throws -> Bool {
        var (next, seen): (InteractionID?, Set<InteractionID>) = (contact, [])
        while let contact = next, seen.insert(contact).inserted {
            if try contacts.wasProven(person, at: contact, snapshot) { return true }
            next = try contacts.contact(contact, snapshot)?.transferOf
        }
        return false
    }

    private func readings(_ asked: @escaping @Sendable (Snapshot, Int) throws -> [Referral]) async throws -> [Reading] {
        let contacts = contacts
        return try await database.read { snapshot in
            try asked(snapshot, Self.shown).compactMap { referral in
                try contacts.contact(referral.contact, snapshot).map { contact in
                    Reading(
                        referral: referral, contact: contact, hasPerson: try contacts.person(of: referral.contact, snapshot) != nil)
                }
            }
        }
    }

    /// Whoever oversees the tray, or the point where the referral was made.
    static func maySort(_ reading: Reading, _ actor: Actor) -> Bool {
        guard reading.referral.holder == nil, actor.maySomewhere(.moveReferrals) else { return false }
        if let target = reading.referral.address.target, actor.may(.moveReferrals, target) { return true }
        return actor.may(.moveReferrals, Scope.Target(point: reading.contact.point))
    }

    private static func record(
        _ verb: AuditEntry.Verb, _ id: Int64, _ person: PersonID?, within contact: InteractionID, _ actor: Actor, _ transaction: Transaction
    ) throws {
        try transaction.record(Event(verb, object: AuditEntry.Object("referral", id), subject: person, within: contact), by: actor)
        transaction.announce(topic)
    }
}
