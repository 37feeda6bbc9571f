import Civic
import Markup
import Web

/// How somebody is looked up.
struct LookupViews {
    let texts: Texts
    let forms: Forms
    let attendant: Attendant

    func page(_ number: Filling, _ name: Filling) -> Page {
        Page(
            title: texts["persons.find.title"], path: "/mesa/personas", trail: trail,
            main: """
                <div class="wide"><h1>\(texts["persons.find.title"])</h1>
                <p class="lead">\(texts["persons.find.lead"])</p>
                <section aria-labelledby="por-numero"><h2 id="por-numero">\(texts["persons.find.byNumber"])</h2>
                \(form(number, "/mesa/personas/numero", "persons.find.send"))</section>
                <section aria-labelledby="por-nombre"><h2 id="por-nombre">\(texts["persons.find.byName"])</h2>
                <p>\(texts["persons.find.masked"])</p>
                \(form(name, "/mesa/personas/nombre", "persons.find.sendName"))</section>
                \(registrationLink)</div>
                """
        ).answering(number.isRefused ? number : name)
    }

    /// `isNumber` is false when what was typed is no number of its kind.
    func found(_ rows: [LookupDesk.Row], isNumber: Bool, nameless: PastContact? = nil) -> Page {
        let cards: HTML =
            rows.isEmpty
            ? EmptyState.box(
                texts[isNumber ? "persons.found.nobody" : "persons.found.noNumber"],
                "<p>\(texts[isNumber ? "persons.found.nobody.next" : "persons.found.noNumber.next"])</p>\n")
            : "<ul class=\"cards\">\n\(each: rows, { row($0, nameless) })</ul>\n"
        return Page(
            title: texts["persons.found.title"], trail: trail + [Link(texts.address("/mesa/personas"), texts["persons.find.title"])],
            main: """
                <div class="wide"><h1>\(texts["persons.found.title"])</h1>
                \(when: !rows.isEmpty, "<p>\(texts["persons.found.traced"])</p>\n")\
                \(cards)\(registrationLink)
                <p><a href="\(texts.address("/mesa/personas"))">\(texts["persons.found.again"])</a></p></div>
                """)
    }

    func registration(_ filling: Filling) -> Page {
        Page(
            title: texts["persons.register.title"], path: "/mesa/personas/nueva",
            trail: trail + [Link(texts.address("/mesa/personas"), texts["persons.find.title"])],
            main: """
                <div class="wide"><h1>\(texts["persons.register.title"])</h1>
                <p class="lead">\(texts["persons.register.lead"])</p>
                \(form(filling, "/mesa/personas/nueva", "persons.register.send"))</div>
                """
        ).answering(filling)
    }

    /// `nameless` is an attention that goes on, of which it is not known with whom.
    private func row(_ row: LookupDesk.Row, _ nameless: PastContact?) -> HTML {
        """
        <li><h2>\(row.initials ?? texts["persons.noName"])</h2>
        \(with: row.number, { "<p>\(texts[LookupForms.word($0.kind)]) \($0.ending) \(standing($0.standing))</p>\n" })\
        \(when: row.isProtected, "<p>\(Tag.label(texts["persons.protected"], .attention))</p>\n")\
        \(with: nameless, { contact in
            """
            <p>\(texts("persons.tie.about", ["hour": texts.hour(contact.at)]))</p>
            \(form(LookupForms.tie.blank, "/mesa/personas/\(row.person.number)/es/\(contact.id.number)", "persons.tie"))

            """
        })\
        \(form(LookupForms.attend.blank, "/mesa/personas/\(row.person.number)/atender", nameless == nil ? "persons.attend" : "persons.attend.new", nameless == nil ? .main : .second))
        \(when: !others(row).isEmpty, "<p>\(others(row).joined(separator: ", "))</p>\n")</li>

        """
    }

    /// What else may be done about a person, without their being there.
    private func others(_ row: LookupDesk.Row) -> [HTML] {
        let ways: [(Permission, String, TextKey)] = [
            (.breakGlass, "/mesa/vidrio/nuevo/\(row.person.number)", "persons.glass.open"),
            (.mergePersons, "/mesa/fusiones/nueva/\(row.person.number)", "persons.union.new"),
            (.recordDeaths, "/mesa/defunciones/nueva/\(row.person.number)", "persons.death.new"),
        ]
        return ways.filter { attendant.actor.maySomewhere($0.0) }.map { "<a href=\"\(texts.address($0.1))\">\(texts[$0.2])</a>" }
    }

    func standing(_ standing: KeptIdentifier.Standing) -> HTML {
        switch standing {
        case .verified: Tag.label(texts["persons.standing.verified"], .done)
        case .declared: Tag.label(texts["persons.standing.declared"])
        case .typed: Tag.label(texts["persons.standing.typed"], .attention)
        }
    }

    private var registrationLink: HTML {
        attendant.actor.maySomewhere(.writePersons)
            ? "<p><a class=\"button second\" href=\"\(texts.address("/mesa/personas/nueva"))\">\(texts["persons.register.link"])</a></p>\n"
            : HTML()
    }

    private func form(_ filling: Filling, _ path: String, _ button: TextKey, _ weight: Buttons.Weight = .main) -> HTML {
        forms.html(
            filling, action: texts.address(path), button: button, weight: weight, texts: texts, session: attendant.session)
    }

    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }
}
