import Civic
import Ports
import Storage

/// The acts on mandates: granted, accepted, written down, confirmed, ended. Each is told to the grantor, in their own place and at a contact
/// that was there before.
public struct MandateDesk: Sendable {
    let database: Database
    let store: MandateStore
    let family = FamilyStore()
    let people: PeopleDesk
    let disclosures: DisclosureDesk
    let terms: MandateTerms
    let clock: Clock
    private let board: NoticeBoard
    private let leaves = LeaveDesk()

    public init(_ database: Database, keyring: Keyring, terms: MandateTerms, board: NoticeBoard, clock: Clock) {
        self.database = database
        store = MandateStore(keyring: keyring)
        people = PeopleDesk(keyring: keyring)
        disclosures = DisclosureDesk(database, keyring: keyring)
        self.terms = terms
        self.board = board
        self.clock = clock
    }

    /// Until when a mandate lasts that is asked for so many days; never longer than its instrument allows.
    func until(_ days: Int, _ instrument: Instrument) -> Instant {
        let most = terms.longest(instrument, on: clock.today) ?? 1
        return Instant(milliseconds: clock.now.milliseconds + Int64(max(1, min(days, most))) * 86_400_000)
    }

    /// A person lets another act for them. It holds from the other's yes on: nobody is made to answer for somebody without knowing it.
    func grant(_ run: RUN, days: Int, by grantor: PersonID, _ actor: Actor, telling warning: Warning?, once: OnceKey) async throws {
        let until = until(days, .own)
        _ = try await database.write(once: once) { transaction in
            let new = MandateStore.New(grantor: grantor, number: run, instrument: .own, paper: nil, recorder: nil, until: until)
            let id = try store.insert(new, transaction)
            try tell(.granted, grantor, warning, transaction)
            try transaction.record(Event("mandates.granted", object: .init("mandate", id), subject: grantor), by: actor)
            return id
        }
    }

    /// A member of the staff writes down what a person who is present shows on paper. It holds once another has looked at it.
    func record(
        _ run: RUN, _ instrument: Instrument, paper: String, days: Int, of grantor: PersonID, within: InteractionID, by staff: Int64,
        _ actor: Actor, telling warning: Warning?, once: OnceKey
    ) async throws -> Int64 {
        let until = until(days, instrument)
        let new = MandateStore.New(grantor: grantor, number: run, instrument: instrument, paper: paper, recorder: staff, until: until)
        return try await database.write(once: once) { try record(new, within: within, actor, telling: warning, $0) }
    }

    func record(
        _ new: MandateStore.New, within: InteractionID?, _ actor: Actor, telling warning: Warning?, _ transaction: Transaction
    ) throws -> Int64 {
        let id = try store.insert(new, transaction)
        try tell(.recorded, new.grantor, warning, transaction)
        try transaction.record(
            Event("mandates.recorded", object: .init("mandate", id), subject: new.grantor, within: within), by: actor)
        return id
    }

    /// The second of the staff lets it hold, or not.
    func decide(_ id: Int64, holds: Bool, by staff: Int64, _ actor: Actor, telling warning: Warning? = nil) async throws {
        try await database.write { transaction in
            guard let mandate = try store.mandate(id, transaction), mandate.recorder != nil else { throw NoLongerWaiting() }
            guard mandate.recorder != staff else { throw SameHands() }
            let held = try leaves.inForce(of: mandate.grantor, to: .staff(staff), at: Instant(milliseconds: transaction.now), transaction)
            guard held.contains(where: { $0.kind == .matter && $0.reference == id }) else { throw NotTaken() }
            let isDone =
                holds ? try store.confirm(id, by: staff, transaction) : try store.end(id, .rejected, transaction)
            guard isDone else { throw NoLongerWaiting() }
            try leaves.end(.matter, reference: id, by: actor, transaction)
            try tell(holds ? .confirmed : .rejected, mandate.grantor, warning, transaction)
            try transaction.record(
                Event(holds ? "mandates.confirmed" : "mandates.rejected", object: .init("mandate", id), subject: mandate.grantor), by: actor
            )
        }
    }

    /// Half an hour to look at the paper of a mandate that waits, for somebody who did not write it down.
    func take(_ id: Int64, by staff: Int64, _ actor: Actor) async throws {
        try await database.write { transaction in
            guard let mandate = try store.mandate(id, transaction), mandate.recorder != nil, mandate.begun == nil, mandate.ended == nil
            else { throw NoLongerWaiting() }
            guard mandate.recorder != staff else { throw SameHands() }
            try leaves.end(.matter, reference: id, by: actor, transaction)
            try leaves.grant(
                .matter, of: mandate.grantor, to: .staff(staff), until: Instant(milliseconds: transaction.now + 1_800_000), reference: id,
                fields: [.name, .mandates], by: actor, transaction)
        }
    }

    /// The grantee says yes.
    func accept(_ id: Int64, by grantee: PersonID, _ actor: Actor, telling warning: Warning? = nil) async throws {
        try await database.write { transaction in
            guard let mandate = try store.mandate(id, transaction), mandate.grantee == grantee,
                mandate.until.milliseconds > transaction.now,
                try store.accept(id, transaction)
            else { throw NoLongerWaiting() }
            try leaves.end(.mandate, reference: id, by: actor, transaction)
            try admit(id, mandate.grantor, to: grantee, until: mandate.until, isOffer: false, actor, transaction)
            try tell(.accepted, mandate.grantor, warning, transaction)
            try transaction.record(Event("mandates.accepted", object: .init("mandate", id), subject: mandate.grantor), by: actor)
        }
    }

    /// Either side ends it, whenever they want.
    func end(_ id: Int64, by person: PersonID, _ actor: Actor, telling warning: Warning? = nil) async throws {
        try await database.write { transaction in
            guard let mandate = try store.mandate(id, transaction), mandate.grantor == person || mandate.grantee == person else {
                throw NoLongerWaiting()
            }
            let ending: Mandate.Ending = mandate.grantor == person ? .revoked : mandate.begun == nil ? .declined : .renounced
            guard try store.end(id, ending, transaction) else { throw NoLongerWaiting() }
            try leaves.end(.mandate, reference: id, by: actor, transaction)
            try tell(.ended, mandate.grantor, warning, transaction)
            try transaction.record(Event("mandates.ended", object: .init("mandate", id), subject: mandate.grantor), by: actor)
        }
    }

    /// Leave for a representative to see what they may; once for each.
    func admit(
        _ id: Int64, _ subject: PersonID, to holder: PersonID, until: Instant, isOffer: Bool, _ actor: Actor, _ transaction: Transaction
    ) throws {
        let held = try leaves.inForce(of: subject, to: .citizen(holder), at: Instant(milliseconds: transaction.now), transaction)
        guard !held.contains(where: { $0.kind == .mandate && $0.reference == id }) else { return }
        try leaves.grant(
            .mandate, of: subject, to: .citizen(holder), until: until, reference: id,
            fields: isOffer ? [.name] : PersonalField.ofRepresentatives, by: actor, transaction)
    }

    private func tell(_ told: MandateNotice, _ person: PersonID, _ warning: Warning?, _ transaction: Transaction) throws {
        let values = warning.map { ["contact": $0.masked] } ?? [:]
        try board.tell(NoticeBoard.Notice(told.text(isWarned: warning != nil), values, path: "/mi/representacion"), person, transaction)
        if let warning { try Messenger.post(warning.message, about: person, transaction) }
    }
}
