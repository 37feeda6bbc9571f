import Civic
import Markup
import Web

/// Somebody's record as an agent sees it: what they asked for first, then who they are, how to reach them, and what is under way.
struct PersonView {
    let texts: Texts
    let record: PersonRecord
    /// What facts are called.
    let facts: DatedWords
    let now: Instant
    /// Where the attention goes on from here; nil outside of one.
    var ways: [Link]?
    var filter = HistoryFilter()
    /// Where the page stands; nil where the history can't be chosen from.
    var path: String?

    /// `changing` draws the forms for whoever may change something; `notice` stands above everything.
    func page(changing: PersonForms?, _ filling: Filling? = nil, notice: HTML = HTML()) -> Page {
        let page = Page(
            title: texts["persons.person.title"],
            trail: [
                Link(texts.address("/mesa"), texts["desk.title"]),
                Link(texts.address("/mesa/atenciones"), texts["persons.attentions.title"]),
            ],
            main: """
                <div class="wide"><h1>\(record.name ?? texts["persons.noName"])</h1>
                \(notice)\(died)\(FlagViews(texts: texts, facts: facts, now: now).alert(record.flags))\(asked)\
                \(when: record.isProtected, Alert.box(.attention, "<p>\(texts["persons.protected.about"])</p>\n", texts: texts))
                <section aria-labelledby="quien"><h2 id="quien">\(texts["persons.who"])</h2>
                \(AnswerList.list(rows, texts: texts))</section>
                <section aria-labelledby="contactos"><h2 id="contactos">\(texts["persons.contacts"])</h2>
                \(contacts(changing))\(with: changing, { $0.contact(filling) })</section>
                \(record.panels)\
                \(PersonHistory(texts: texts, entries: record.entries, notes: record.notes, filter: filter, path: path).html)\
                \(with: changing, { $0.needs(filling) })\
                \(with: ways, { Buttons.row($0.map { Buttons.link($0, .second) }) })\
                <p class="quiet">\(texts["persons.traced"])</p></div>
                """)
        return filling.map { page.answering($0) } ?? page
    }

    private var died: HTML? {
        record.died.map { day in
            Alert.box(
                .attention,
                """
                <p>\(texts("persons.died", ["day": texts.short(day)]))</p>
                <p><a href="\(texts.address("/momentos/fallece-un-ser-querido"))">\(texts["persons.died.due"])</a></p>

                """, texts: texts)
        }
    }

    /// What the person asked once, for every door.
    private var asked: HTML? {
        let language = record.language.flatMap { $0 == texts.language ? nil : AttentionForms.word(language: $0) }
        if record.needs.isEmpty, language == nil { return nil }
        return Alert.box(
            .info,
            """
            <p><strong>\(texts["persons.asked"])</strong></p>
            <ul>\(each: record.needs, { "<li>\(texts[AttentionForms.word($0)])</li>" })\
            \(with: language, { "<li>\(texts("persons.asked.language", ["language": texts[$0]]))</li>" })</ul>

            """, texts: texts)
    }

    private var rows: [AnswerList.Row] {
        var rows: [AnswerList.Row] = []
        for (number, plain) in record.identifiers where number.to == nil {
            let shown = number.kind == .run ? RUN(plain)?.formatted ?? plain : plain
            rows.append(
                .init(texts[LookupForms.word(number.kind)], "\(shown) \(standing(number.standing))"))
        }
        if let birth = record.birth { rows.append(.init(texts["persons.birth"], "\(texts.short(birth))")) }
        if let former = record.formerName { rows.append(.init(texts["persons.formerName"], "\(former)")) }
        if let language = record.language.flatMap({ AttentionForms.word(language: $0) }) {
            rows.append(.init(texts["persons.language"], "\(texts[language])"))
        }
        return rows
    }

    private func standing(_ standing: KeptIdentifier.Standing) -> HTML {
        switch standing {
        case .verified: Tag.label(texts["persons.standing.verified"], .done)
        case .declared: Tag.label(texts["persons.standing.declared"])
        case .typed: Tag.label(texts["persons.standing.typed"], .attention)
        }
    }

    private func contacts(_ changing: PersonForms?) -> HTML {
        guard let contacts = record.contacts else { return "<p>\(texts["persons.contacts.hidden"])</p>\n" }
        if contacts.isEmpty { return "<p>\(texts["persons.contacts.none"])</p>\n" }
        return """
            <ul class="cards">
            \(each: contacts, { contact, plain in
                """
                <li><h3>\(texts[AttentionForms.word(contact.kind)])</h3><p>\(plain)</p>
                <p>\(when: contact.isPreferred, Tag.label(texts["persons.preferred.tag"], .done))\
                \(when: contact.isSafe, Tag.label(texts["persons.safe"], .attention))\
                \(when: contact.isShared, Tag.label(texts["persons.shared"], .attention))
                \(texts("persons.since", ["day": Day(of: contact.since).numeric]))</p>
                \(with: changing, { $0.ending(contact) })</li>

                """
            })</ul>

            """
    }
}
