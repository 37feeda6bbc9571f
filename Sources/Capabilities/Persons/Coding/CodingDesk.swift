import Civic
import Ports
import Storage

/// Coding attentions again, blind: a colleague reads the note, and not what its agent made of it. How often both say the same is shown with the
/// figures that are made of such codes.
public struct CodingDesk: Sendable {
    private let database: Database
    private let clock: Clock
    private let contacts = InteractionDesk()
    private let leaves = LeaveDesk()
    private let disclosures: DisclosureDesk
    private let notes: NoteStore
    private let mergers: MergerDesk
    private let store = CodingStore()

    public init(_ database: Database, keyring: Keyring, clock: Clock) {
        self.database = database
        self.clock = clock
        disclosures = DisclosureDesk(database, keyring: keyring)
        notes = NoteStore(keyring: keyring)
        mergers = MergerDesk(keyring: keyring)
    }

    /// What a coder sees of an attention.
    struct Reading: Sendable {
        let coding: Coding
        let channel: Channel
        let day: Day
        let notes: [String]
    }

    /// How many wait for this actor, of a point or of all, with one that they began. Throws `Forbidden`.
    public func waiting(at point: Int64? = nil, for actor: Actor) async throws -> Int {
        let coder = try Self.coder(actor)
        if let point { try actor.must(.codeAgain, Scope.Target(point: point)) }
        return try await database.read {
            try open(at: point, to: actor, coder, $0).count + (store.taken(by: coder, $0) == nil ? 0 : 1)
        }
    }

    /// Takes the oldest that this actor may code, and opens its note to them for half an hour; one that was taken and not coded comes back. Throws
    /// `NothingToCode`.
    func take(by actor: Actor, once: OnceKey) async throws -> Int64 {
        let coder = try Self.coder(actor)
        return try await database.write(once: once) { transaction in
            let next = try store.taken(by: coder, transaction) ?? open(to: actor, coder, transaction).first
            guard let next else { throw NothingToCode() }
            if next.coder == nil { guard try store.take(next.id, by: coder, transaction) else { throw NothingToCode() } }
            guard let person = try contacts.person(of: next.interaction, transaction)?.person else { throw NothingToCode() }
            try leaves.grant(
                .matter, of: person, to: actor.identity, until: Instant(milliseconds: transaction.now + Coding.leave), reference: next.id,
                fields: [.notes], by: actor, transaction)
            try Self.record("coding.taken", next, actor, transaction)
            return next.id
        }
    }

    /// The note of one that this actor took, with its trace. Throws `NotFound` for anybody else's and for one that is coded, `Unproven` when the half
    /// hour is over.
    func read(_ id: Int64, by actor: Actor) async throws -> Reading {
        let (coding, contact, person) = try await taken(id, by: actor)
        let kept = try await database.read {
            try notes.all(under: try mergers.records(of: person, $0), $0).filter { $0.interaction == coding.interaction }
        }
        guard !kept.isEmpty else { throw NotFound() }
        let disclosure = try await disclosures.open(
            [.notes], of: Set(kept.map(\.text.subject)), for: "trace.purpose.coding", in: contact.id, by: actor,
            target: Scope.Target(point: contact.point))
        return Reading(
            coding: coding, channel: contact.channel, day: Day(of: contact.at),
            notes: try kept.reversed().map { try disclosure.open($0.text) })
    }

    /// How it was coded again. What its agent wrote stays; only whether both are the same is kept.
    func code(_ id: Int64, _ typed: TypedAttention, by actor: Actor, once: OnceKey) async throws {
        let coder = try Self.coder(actor)
        _ = try await database.write(once: once) { transaction in
            guard let coding = try store.coding(id, transaction), coding.coder == coder,
                let contact = try contacts.contact(coding.interaction, transaction)
            else { throw NotFound() }
            guard try store.code(id, typed, against: contact, transaction) else { throw NothingToCode() }
            try leaves.end(.matter, reference: id, by: actor, transaction)
            try Self.record("coding.done", coding, actor, transaction)
            return true
        }
    }

    /// For whoever shows figures that are made of codes.
    public var agreement: CodingAgreement {
        CodingAgreement { [database, store] number in
            let month = Month(number: number)
            let (first, last) = (
                ChileanTime.instant(of: month.first, hour: 0), ChileanTime.instant(of: month.last.adding(days: 1), hour: 0)
            )
            return try await database.read { try store.agreement(from: first, to: last, $0) }
        }
    }

    /// Those of colleagues within reach, whose note is still there.
    private func open(at point: Int64? = nil, to actor: Actor, _ coder: Int64, _ snapshot: Snapshot) throws -> [Coding] {
        let since = Instant(milliseconds: clock.now.milliseconds - Int64(Coding.days) * 86_400_000)
        return try store.waiting(since: since, snapshot).filter { coding in
            guard let contact = try contacts.contact(coding.interaction, snapshot), contact.agent != coder,
                point == nil || contact.point == point,
                let person = try contacts.person(of: coding.interaction, snapshot)?.person, person != actor.person
            else { return false }
            return actor.may(.codeAgain, Scope.Target(point: contact.point)) && actor.may(.readPersons, Scope.Target(point: contact.point))
        }
    }

    private func taken(_ id: Int64, by actor: Actor) async throws -> (Coding, PastContact, PersonID) {
        let coder = try Self.coder(actor)
        return try await database.read { snapshot in
            guard let coding = try store.coding(id, snapshot), coding.coder == coder, !coding.isDone,
                let contact = try contacts.contact(coding.interaction, snapshot),
                let person = try contacts.person(of: coding.interaction, snapshot)?.person
            else { throw NotFound() }
            return (coding, contact, person)
        }
    }

    private static func coder(_ actor: Actor) throws -> Int64 {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.codeAgain) else { throw Forbidden() }
        return staff
    }

    private static func record(_ verb: AuditEntry.Verb, _ coding: Coding, _ actor: Actor, _ transaction: Transaction) throws {
        try transaction.record(
            Event(verb, object: AuditEntry.Object("blind_coding", coding.id), within: coding.interaction), by: actor)
    }
}
