import Civic
import Ports
import Storage

/// The contacts of a person, what proved that they were there, and the looks at them while they were not.
public struct HeldAttentions: Sendable {
    private let database: Database
    private let posts: StaffPosts
    private let clock: Clock
    private let contacts = InteractionDesk()
    private let presence = PresenceStore()
    private let approvals = ApprovalStore()
    private let glass: GlassStore
    private let unions: UnionStore
    private let deaths: DeathStore
    private let notes: NoteStore
    private let flags: FlagStore
    private let facts: DatedWords
    private let products: ProductFacts

    public init(
        _ database: Database, keyring: Keyring, posts: StaffPosts, facts: DatedWords, products: ProductFacts, clock: Clock
    ) {
        self.database = database
        self.products = products
        self.posts = posts
        self.clock = clock
        glass = GlassStore(keyring: keyring)
        unions = UnionStore(keyring: keyring)
        deaths = DeathStore(keyring: keyring)
        notes = NoteStore(keyring: keyring)
        flags = FlagStore(keyring: keyring)
        self.facts = facts
    }

    public var all: [HeldData] {
        let (presence, approvals, glass, unions, deaths, notes) = (presence, approvals, glass, unions, deaths, notes)
        let flags = flags
        return [
            HeldData(
                name: "attentions", title: "persons.held.attentions", fields: [.history, .notes], items: items,
                erase: { person, transaction in
                    try presence.erase(person, transaction) + approvals.erase(person, transaction) + glass.erase(person, transaction)
                        + unions.erase(person, transaction) + deaths.erase(person, transaction) + notes.erase(person, transaction)
                        + flags.erase(person, transaction)
                })
        ]
    }

    @Sendable private func items(_ person: PersonID, _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        let (contacts, presence, approvals, glass, notes, now) = (contacts, presence, approvals, glass, notes, clock.now)
        let use = texts["persons.held.use.attentions"]
        let source = texts["persons.held.here"]
        let read = try await database.read { snapshot in
            (
                try contacts.contacts(of: person, limit: 1000, snapshot), try presence.checks(of: person, snapshot),
                try approvals.all(of: person, snapshot), try glass.looks(at: person, snapshot), try notes.all(of: person, snapshot)
            )
        }
        let matters = try await products.facts(Set(read.0.compactMap(\.product)))
        var items = read.0.map { contact in
            let matter = contact.product.flatMap { matters[$0]?.title } ?? texts["persons.history.information"]
            return HeldData.Item(
                name: "contact", label: texts["persons.held.contact"],
                value: "\(matter). \(texts[PersonHistory.word(contact.channel)])", source: source,
                since: contact.at, use: use)
        }
        items += read.1.map { check in
            HeldData.Item(
                name: "document", label: texts["persons.held.document"], value: texts[Self.word(check.answer)],
                source: texts["persons.held.register.civil"], since: check.at, use: use)
        }
        items += read.2.map { approval in
            HeldData.Item(
                name: "approval", label: texts["persons.held.approval"], value: texts[Self.word(approval.answer)], source: source,
                since: approval.asked, use: use)
        }
        // A look that the person is told of later is not told here before.
        for look in read.3 where look.tell <= now {
            let post = try await posts.post(look.staff)
            items.append(
                .init(
                    name: "glass", label: texts["persons.held.glass"],
                    value: post.map { "\($0.title), \($0.institution)" } ?? texts["persons.agent"], source: source, since: look.opened,
                    use: texts["persons.held.use.glass"]))
        }
        for flag in try await database.read({ [flags] in try flags.all(of: person, $0) }) {
            items.append(
                .init(
                    name: "fact", label: texts["persons.flag.fact.short"], value: facts.word(flag.fact, texts), source: source,
                    since: flag.at,
                    use: texts["persons.held.use.facts"]))
        }
        for note in read.4 {
            items.append(
                .init(
                    name: "note", label: texts["persons.held.note"], value: try disclosure.open(note.text), source: source, since: note.at,
                    use: use))
        }
        return items
    }

    private static func word(_ answer: DocumentRegister.Answer) -> TextKey {
        switch answer {
        case .inForce: "persons.held.document.inForce"
        case .lost: "persons.held.document.lost"
        case .unknown: "persons.held.document.unknown"
        }
    }

    private static func word(_ answer: Approval.Answer?) -> TextKey {
        switch answer {
        case .approved: "persons.held.approval.approved"
        case .refused, nil: "persons.held.approval.refused"
        }
    }
}
