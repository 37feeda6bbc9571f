import Civic
import Markup
import Web

/// Deaths, as whoever records and reverses them sees them.
struct DeathViews {
    let texts: Texts
    let forms: Forms
    let attendant: Attendant

    func list(_ recent: [Death], waiting: [Death]) -> Page {
        Page(
            title: texts["persons.death.title"], path: "/mesa/defunciones", trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["persons.death.title"])</h1>
                <p class="lead">\(texts["persons.death.lead"])</p>
                <section aria-labelledby="por-revertir"><h2 id="por-revertir">\(texts["persons.death.waiting"])</h2>
                \(waiting.isEmpty ? "<p>\(texts["persons.death.noneWaiting"])</p>\n" : table(waiting, id: "esperan"))</section>
                <section aria-labelledby="recientes"><h2 id="recientes">\(texts["persons.death.recent"])</h2>
                \(recent.isEmpty ? "<p>\(texts["persons.death.noneRecent"])</p>\n" : table(recent, id: "registradas"))</section>
                <p class="buttons"><a class="button" href="\(texts.address("/mesa/personas"))">\(texts["persons.find.title"])</a></p></div>
                """)
    }

    func ask(_ row: LookupDesk.Row, _ filling: Filling) -> Page {
        Page(
            title: texts["persons.death.new"], trail: trail,
            main: """
                <div class="wide"><h1>\(texts["persons.death.new"])</h1>
                \(UnionViews(texts: texts, forms: forms, attendant: attendant).both([row]))
                \(Alert.box(.attention, "<p>\(texts["persons.death.about"])</p>\n", texts: texts))
                \(form(filling, "/mesa/defunciones/nueva/\(row.person.number)", "persons.death.send"))</div>
                """
        ).answering(filling)
    }

    /// `reason` is that of a reversal that was asked for.
    func reversal(_ death: Death, _ row: LookupDesk.Row, reason: String?, _ filling: Filling?) -> Page {
        let page = Page(
            title: texts["persons.death.mistake"], trail: trail,
            main: """
                <div class="wide"><h1>\(texts["persons.death.mistake"])</h1>
                \(UnionViews(texts: texts, forms: forms, attendant: attendant).both([row]))
                \(AnswerList.list([
                    .init(texts["persons.death.day"], "\(texts.short(death.day))"), .init(texts["persons.death.register"], "\(death.register)"),
                    .init(texts["persons.death.recorded"], "\(Day(of: death.recorded).numeric) \(texts.hour(death.recorded))"),
                ], texts: texts))
                <p>\(texts["persons.death.mistake.about"])</p>
                \(with: reason, { "<p><strong>\(texts["persons.death.reason"]):</strong> \($0)</p>\n" })\(next(death, filling))</div>
                """)
        return filling.map { page.answering($0) } ?? page
    }

    private func next(_ death: Death, _ filling: Filling?) -> HTML {
        guard let proposer = death.proposer else {
            return form(filling ?? DeathForms.propose.blank, "/mesa/defunciones/\(death.id)/error", "persons.death.ask")
        }
        if attendant.actor.identity == .staff(proposer) { return "<p>\(texts["persons.union.waitsForAnother"])</p>\n" }
        return form(filling ?? DeathForms.confirm.blank, "/mesa/defunciones/\(death.id)/revertir", "persons.death.confirm")
    }

    private func table(_ deaths: [Death], id: String) -> HTML {
        DataTable.framed(
            id: id, caption: texts["persons.death.caption"],
            columns: [.init(texts["persons.death.recorded"]), .init(texts["persons.death.day"]), .init(texts["persons.attentions.go"])],
            rows: deaths.map { death in
                [
                    "\(Day(of: death.recorded).numeric) \(texts.hour(death.recorded))", "\(death.day.numeric)",
                    """
                    <a href="\(texts.address("/mesa/defunciones/\(death.id)/error"))">\(texts["persons.death.open"])<span class="sr"> \
                    \(death.day.numeric)</span></a>
                    """,
                ]
            })
    }

    private func form(_ filling: Filling, _ path: String, _ button: TextKey) -> HTML {
        forms.html(filling, action: texts.address(path), button: button, texts: texts, session: attendant.session)
    }

    private var trail: [Link] {
        [Link(texts.address("/mesa"), texts["desk.title"]), Link(texts.address("/mesa/defunciones"), texts["persons.death.title"])]
    }
}
