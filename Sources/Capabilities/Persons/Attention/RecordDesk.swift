import Civic
import Markup
import Ports
import Storage

/// Opening what is known of somebody for the staff: one disclosure, and so one trace, for the whole screen.
public struct RecordDesk: Sendable {
    private let database: Database
    private let people: PeopleDesk
    private let disclosures: DisclosureDesk
    private let matters: Matters
    private let deaths: DeathDesk
    private let panels: [MyPanel]
    private let notes: NoteStore
    private let mergers: MergerDesk
    let flags: FlagDesk

    /// `panels` are what other rooms show of a person at a desk, in the one disclosure of the screen.
    public init(
        _ database: Database, keyring: Keyring, matters: Matters, deaths: DeathDesk, flags: FlagDesk, panels: [MyPanel]
    ) {
        self.database = database
        people = PeopleDesk(keyring: keyring)
        disclosures = DisclosureDesk(database, keyring: keyring)
        notes = NoteStore(keyring: keyring)
        mergers = MergerDesk(keyring: keyring)
        self.matters = matters
        self.deaths = deaths
        self.flags = flags
        self.panels = panels.sorted { $0.place < $1.place }
    }

    /// Throws `Unproven`, `OwnRecord`, `Forbidden` or `NoLongerKnown`; then nothing was opened.
    func record(
        of id: PersonID, for purpose: Disclosure.Purpose, in interaction: InteractionID?, by actor: Actor, at target: Scope.Target,
        texts: Texts
    ) async throws -> PersonRecord {
        let (people, deaths) = (people, deaths)
        guard let person = try await database.read({ try people.person(id, $0) }) else { throw NotFound() }
        var fields: Set<PersonalField> = [.name, .birth, .identifiers, .needs, .history, .notes]
        let showsWhere = !person.isProtected || actor.may(.readProtected, target)
        if showsWhere { fields.insert(.contacts) }
        if actor.may(.readFormerNames, target) { fields.insert(.formerName) }
        let shown = panels.filter { showsWhere || !$0.fields.contains(.contacts) }
        for panel in shown { fields.formUnion(panel.fields) }
        let disclosure = try await disclosures.open(fields, of: [id], for: purpose, in: interaction, by: actor, target: target)
        var html: [HTML] = []
        for panel in shown { if let part = try await panel.html(id, disclosure, texts) { html.append(part) } }
        let entries = try await matters.visible(of: id, to: actor, at: target)
        // A note shows no more than the contact that it is of.
        let noted = try await noted(of: id, within: Set(entries.map(\.contact.id)), disclosure) {
            try await disclosures.open([.notes], of: $0, for: purpose, in: interaction, by: actor, target: target)
        }
        return try PersonRecord(
            person, disclosure, showsWhere: showsWhere, entries: entries, notes: noted,
            died: try await database.read { try deaths.death(of: id, $0) }?.day, flags: try await flags.standing(of: id), panels: html)
    }

    /// What was noted of somebody, and under records that lead to theirs, which are opened apart.
    private func noted(
        of id: PersonID, within known: Set<InteractionID>, _ own: Disclosure, _ open: (Set<PersonID>) async throws -> Disclosure
    ) async throws -> [InteractionID: [String]] {
        let (notes, mergers) = (notes, mergers)
        let (sealed, merged) = try await database.read { snapshot in
            let records = try mergers.records(of: id, snapshot)
            return (
                try notes.all(under: records, snapshot).filter { known.contains($0.interaction) }, Set(records.dropFirst())
            )
        }
        let other = sealed.contains { $0.text.subject != id } ? try await open(merged) : nil
        return try Dictionary(grouping: sealed, by: \.interaction).mapValues {
            try $0.compactMap { $0.text.subject == id ? try own.open($0.text) : try other?.open($0.text) }
        }
    }
}

/// What is known of somebody, opened.
struct PersonRecord: Sendable {
    let id: PersonID
    let name: String?
    /// The given name of somebody who has another social name; for whoever may see it.
    let formerName: String?
    let birth: Day?
    let needs: [Need]
    let language: String?
    let channel: Int?
    let isProtected: Bool
    let identifiers: [(number: KeptIdentifier, plain: String)]
    /// nil when whoever looks may not see where the person is found.
    let contacts: [(contact: KeptContact, plain: String)]?
    let entries: [Matters.Entry]
    let notes: [InteractionID: [String]]
    let died: Day?
    /// Facts that whoever attends is told of.
    let flags: [ConductFlag]
    let panels: [HTML]

    init(
        _ person: Person, _ disclosure: Disclosure, showsWhere: Bool, entries: [Matters.Entry], notes: [InteractionID: [String]],
        died: Day?, flags: [ConductFlag], panels: [HTML]
    ) throws {
        id = person.id
        let full = try person.name.flatMap { PersonName(opened: try disclosure.open($0)) }
        name = full?.shown
        formerName = disclosure.fields.contains(.formerName) && full?.social != nil ? full?.given : nil
        birth = try person.birth.flatMap { Day(iso: try disclosure.open($0)) }
        needs = try person.needs.map { try disclosure.open($0).split(separator: " ").compactMap { Need(rawValue: String($0)) } } ?? []
        language = person.language
        channel = person.channel
        isProtected = person.isProtected
        identifiers = try person.identifiers.map { ($0, try disclosure.open($0.number)) }
        contacts = showsWhere ? try person.contacts.map { ($0, try disclosure.open($0.plain)) } : nil
        self.entries = entries
        self.notes = notes
        self.died = died
        self.flags = flags
        self.panels = panels
    }
}
