import Civic
import Markup
import Web

/// The register of breaches as pages.
struct BreachViews {
    let texts: Texts
    let clock: Clock

    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }

    func list(_ breaches: [Breach]) -> Page {
        Page(
            title: texts["breaches.title"], path: "/mesa/brechas", trail: trail,
            main: """
                <div class="wide">
                <h1>\(texts["breaches.title"])</h1>
                <p class="lead">\(texts["breaches.lead"])</p>
                \(breaches.isEmpty ? EmptyState.box(texts["breaches.none"], "<p>\(texts["breaches.none.next"])</p>") : table(breaches))
                </div>
                """)
    }

    private func table(_ breaches: [Breach]) -> HTML {
        DataTable.framed(
            id: "brechas", caption: texts("breaches.caption", count: breaches.count),
            columns: [
                .init(texts["rightsDesk.code"]), .init(texts["breaches.cause"]), .init(texts["breaches.known"]),
                .init(texts["breaches.alert"]), .init(texts["breaches.report"]), .init(texts["breaches.persons"], isNumeric: true),
            ],
            rows: breaches.map { breach in
                [
                    "<a href=\"\(texts.address("/mesa/brechas/\(breach.code.plain)"))\">\(breach.code.description)</a>",
                    "\(texts[breach.cause.title]) \(certainty(breach))", HTML(text: moment(breach.known)), due(breach.alertDue),
                    due(breach.reportDue), HTML(text: texts.number(breach.persons)),
                ]
            }, stacked: true)
    }

    func page(_ breach: Breach, _ fields: [(fields: String, persons: Int)]) -> Page {
        let title = texts("breaches.one", ["code": breach.code.description])
        return Page(
            title: title, trail: trail + [Link(texts.address("/mesa/brechas"), texts["breaches.title"])],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                <p>\(texts[breach.cause.title]) \(certainty(breach))</p>
                \(AnswerList.list([
                    .init(texts["breaches.known"], HTML(text: moment(breach.known))),
                    .init(texts["breaches.alert"], due(breach.alertDue)), .init(texts["breaches.report"], due(breach.reportDue)),
                    .init(texts["breaches.from"], HTML(text: moment(breach.from))), .init(texts["breaches.to"], HTML(text: moment(breach.to))),
                    .init(texts["breaches.persons"], HTML(text: texts.number(breach.persons))),
                    .init(texts["breaches.reads"], HTML(text: texts.number(breach.reads))),
                    .init(texts["breaches.letters"], HTML(text: breach.letters.map(moment) ?? texts["breaches.letters.none"])),
                ], texts: texts))
                <h2>\(texts["breaches.fields"])</h2>
                <p>\(texts["breaches.fields.hint"])</p>
                <ul>
                \(each: fields, { "<li><code>\($0.fields)</code>: \(texts.number($0.persons))</li>\n" })</ul>
                <h2>\(texts["breaches.next"])</h2>
                <p>\(texts["breaches.next.text"])</p>
                </div>
                """)
    }

    private func certainty(_ breach: Breach) -> HTML {
        breach.isCertain ? HTML() : Tag.label(texts["breaches.possible"], .attention)
    }

    /// When it must be told, and whether that has passed. It is to be told all the same.
    private func due(_ instant: Instant?) -> HTML {
        guard let instant else { return Tag.label(texts["breaches.noTerm"], .attention) }
        let isPast = instant < clock.now
        return "\(moment(instant)) \(Tag.label(texts[isPast ? "breaches.past" : "breaches.running"], isPast ? .failed : .info))"
    }

    private func moment(_ instant: Instant) -> String {
        texts("breaches.moment", ["day": texts.short(Day(of: instant)), "hour": texts.hour(instant)])
    }
}
