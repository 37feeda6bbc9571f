import Civic
import Foundation
import Ports
import Storage

extension Permission {
    /// Report contacts of one's own institution.
    public static let reportContacts: Permission = "intake.report"
}

/// Records what other systems report, once for each name that they give it.
public struct ReportDesk: Sendable {
    /// Contacts of one request.
    public static let most = 1000
    /// For so many days a name is remembered.
    public static let term: Int64 = 400

    private let database: Database
    private let people: PeopleDesk
    private let keyring: Keyring
    private let places: ServicePoints
    private let products: ProductFacts
    private let journeys: Journeys
    private let clock: Clock
    private let store: ReportStore
    private let turn = Turn()

    public init(
        _ database: Database, keyring: Keyring, places: ServicePoints, products: ProductFacts, journeys: Journeys, clock: Clock
    ) {
        self.database = database
        self.keyring = keyring
        self.places = places
        self.products = products
        self.journeys = journeys
        self.clock = clock
        people = PeopleDesk(keyring: keyring)
        store = ReportStore(keyring: keyring)
    }

    /// What became of one contact.
    enum Fate: Sendable, Hashable {
        case recorded(InteractionID)
        /// It was reported before, with the same content.
        case repeated(InteractionID)
        /// Another content was reported under its name; both are kept for the auditor.
        case conflict(InteractionID)
        case refused([ContactProblem])
    }

    /// Each contact accepted or refused by itself, all that are accepted in one act. Throws `Forbidden`.
    func take(_ contacts: [ReportedContact], of institution: String, by actor: Actor) async throws -> [Fate] {
        try actor.must(.reportContacts, Scope.Target(institution: institution))
        let admission = try await admission(of: contacts)
        let admitted = contacts.map(admission.admit)
        let now = clock.now
        let act: @Sendable () async throws -> [Fate] = {
            try await database.write { try write(contacts, admitted, of: institution, at: now, by: actor, $0) }
        }
        // Batches look up many names and write many: two at once would only meet each other, and begin again.
        return contacts.count > 1 ? try await turn.take(act) : try await act()
    }

    private func write(
        _ contacts: [ReportedContact], _ admitted: [(row: SpineRow?, problems: [ContactProblem])], of institution: String, at now: Instant,
        by actor: Actor, _ transaction: Transaction
    ) throws -> [Fate] {
        let names = Set(contacts.map(\.id) + contacts.compactMap(\.continues) + contacts.compactMap(\.transferOf))
        var known = try store.known(Array(names), of: institution, transaction)
        var fates: [Fate] = []
        for (contact, admitted) in zip(contacts, admitted) {
            guard let row = admitted.row else {
                fates.append(.refused(admitted.problems))
                continue
            }
            let content = try Self.canonical(contact)
            if let earlier = known[contact.id] {
                if store.isSame(content, as: earlier) {
                    fates.append(.repeated(earlier.interaction))
                } else {
                    try keep(contact, against: earlier.interaction, of: institution, by: actor, transaction)
                    fates.append(.conflict(earlier.interaction))
                }
                continue
            }
            var problems: [ContactProblem] = []
            if let name = contact.continues, known[name] == nil { problems.append(.continues) }
            if let name = contact.transferOf, known[name] == nil { problems.append(.transferOf) }
            guard problems.isEmpty else {
                fates.append(.refused(problems))
                continue
            }
            let id = try record(row, contact, known, at: now, by: actor, transaction)
            known[contact.id] = try store.insert(contact.id, of: institution, content: content, interaction: id, transaction)
            fates.append(.recorded(id))
        }
        return fates
    }

    /// Forgets the names whose term is over.
    public func sweep() async throws {
        let before = Instant(milliseconds: clock.now.milliseconds - Self.term * 86_400_000)
        _ = try await database.write { try store.sweep(before: before, $0) }
    }

    /// Of points and sheets, those alone that are named.
    private func admission(of contacts: [ReportedContact]) async throws -> Admission {
        let codes = try await database.read { snapshot in try CodeStore().all(snapshot) }
        return Admission(
            codes: codes, points: try await places.some(Set(contacts.compactMap(\.point))),
            sheets: Set(try await products.facts(Set(contacts.compactMap(\.product))).keys), now: clock.now)
    }

    private func record(
        _ row: SpineRow, _ contact: ReportedContact, _ known: [String: ReportStore.Known], at now: Instant, by actor: Actor,
        _ transaction: Transaction
    ) throws -> InteractionID {
        guard let medium = Medium(rawValue: row.medium), let modality = Modality(rawValue: row.modality) else {
            throw StorageFault(.shape, "a contact was admitted with a code that the program does not know")
        }
        let person = try contact.person.flatMap { whom in try RUN(whom.run).flatMap { try self.person($0, by: actor, transaction) } }
        var interaction = Interaction(
            medium, Channel(row.channel), Deed(row.deed), Outcome(row.outcome), point: row.point, product: row.product,
            matter: contact.case, wait: row.wait, duration: row.duration, transferOf: contact.transferOf.flatMap { known[$0]?.interaction },
            at: row.at, modality: modality, origin: .reported, person: person,
            assurance: contact.person.flatMap { Admission.assurances[$0.assurance] } ?? .anonymous)
        interaction.journey = try journeys.journey(
            of: interaction, person: person, at: row.at, continuing: contact.continues.flatMap { known[$0]?.interaction }, transaction)
        guard let id = try transaction.record(Event("contact.reported", contact: interaction), by: actor) else {
            throw StorageFault(.shape, "a report made no contact")
        }
        return id
    }

    /// Whoever has this number, or somebody new of whom nothing else is known.
    private func person(_ run: RUN, by actor: Actor, _ transaction: Transaction) throws -> PersonID {
        if let person = try people.find(.run(run), transaction).first { return person }
        let person = try people.register(Registration(), by: actor, transaction)
        try people.add(.run(run), to: person, by: actor, transaction)
        return person
    }

    private func keep(
        _ contact: ReportedContact, against earlier: InteractionID, of institution: String, by actor: Actor, _ transaction: Transaction
    ) throws {
        // Whom it concerned is not kept aside: nobody could find it there to erase it.
        var second = contact
        second.person = contact.person.map { ReportedContact.Whom(run: "", assurance: $0.assurance) }
        try ConflictStore(keyring: keyring).insert(
            name: contact.id, institution: institution, interaction: earlier, second: Self.canonical(second), transaction)
        try transaction.record(Event("contact.conflict", within: earlier), by: actor)
    }

    /// The same content always in the same bytes.
    static func canonical(_ contact: ReportedContact) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(contact), as: UTF8.self)
    }
}
