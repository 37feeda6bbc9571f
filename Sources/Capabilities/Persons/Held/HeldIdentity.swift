import Civic
import Ports
import Storage

/// Who a person is, how they are reached and what they ask for: what the house itself keeps. Its rows go with the person's own.
public struct HeldIdentity: Sendable {
    private let database: Database
    private let people: PeopleDesk

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        people = PeopleDesk(keyring: keyring)
    }

    public var all: [HeldData] {
        [
            HeldData(
                name: "identity", title: "persons.held.identity", fields: [.name, .birth, .identifiers], items: identity,
                erase: { _, _ in 0 }),
            HeldData(name: "contacts", title: "persons.held.contacts", fields: [.contacts], items: contacts, erase: { _, _ in 0 }),
            HeldData(name: "needs", title: "persons.held.needs", fields: [.needs], items: needs, erase: { _, _ in 0 }),
        ]
    }

    @Sendable private func identity(_ id: PersonID, _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        guard let person = try await person(id) else { return [] }
        let use = texts["persons.held.use.identity"]
        var items: [HeldData.Item] = []
        if let name = try person.name.flatMap({ PersonName(opened: try disclosure.open($0)) }) {
            items.append(
                .init(name: "name", label: texts["persons.name"], value: name.shown, source: texts["persons.held.given"], use: use))
        }
        if let birth = try person.birth.flatMap({ Day(iso: try disclosure.open($0)) }) {
            items.append(
                .init(
                    name: "birth", label: texts["persons.birth"], value: texts.short(birth), source: texts["persons.held.given"], use: use))
        }
        for number in person.identifiers {
            let plain = try disclosure.open(number.number)
            items.append(
                .init(
                    name: number.kind.rawValue, label: texts[LookupForms.word(number.kind)],
                    value: number.kind == .run ? RUN(plain)?.formatted ?? plain : plain,
                    source: number.evidence.map { texts("persons.held.register", ["register": $0]) } ?? texts["persons.held.said"], use: use
                ))
        }
        return items
    }

    @Sendable private func contacts(_ id: PersonID, _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        try await person(id)?.contacts.map { contact in
            HeldData.Item(
                name: contact.kind.rawValue, label: texts[AttentionForms.word(contact.kind)], value: try disclosure.open(contact.plain),
                source: texts["persons.held.said"], since: contact.since, use: texts["persons.held.use.contacts"])
        } ?? []
    }

    @Sendable private func needs(_ id: PersonID, _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        guard let person = try await person(id) else { return [] }
        let kept = try person.needs.map { try disclosure.open($0).split(separator: " ").compactMap { Need(rawValue: String($0)) } } ?? []
        var items = kept.map { need in
            HeldData.Item(
                name: need.rawValue, label: texts["persons.needs"], value: texts[AttentionForms.word(need)],
                source: texts["persons.held.said"], use: texts["persons.held.use.needs"])
        }
        if let language = person.language {
            items.append(
                .init(
                    name: "language", label: texts["persons.language"],
                    value: AttentionForms.word(language: language).map { texts[$0] } ?? language, source: texts["persons.held.said"],
                    use: texts["persons.held.use.needs"]))
        }
        if person.isProtected {
            items.append(
                .init(
                    name: "protection", label: texts["persons.protected"], value: texts["persons.held.protected"],
                    source: texts["persons.held.register.court"], use: texts["persons.held.use.protected"]))
        }
        return items
    }

    private func person(_ id: PersonID) async throws -> Person? {
        let people = people
        return try await database.read { try people.person(id, $0) }
    }
}
