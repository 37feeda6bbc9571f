import Civic
import Markup
import Web

/// Diversions that go on and that were, and their rules.
struct DiversionViews {
    let texts: Texts
    let points: [Int64: String]

    private var words: DiversionWords { DiversionWords(texts: texts, points: points) }
    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }

    func list(
        _ open: [DiversionDesk.Reading], past: [DiversionDesk.Reading], beginning: HTML?, done: Diversion.Offer?,
        acting: (Diversion) -> (offers: HTML, end: HTML?)
    ) -> Page {
        Page(
            title: texts["diversions.title"], path: "/mesa/rebalse", trail: trail,
            main: """
                <div class="wide"><h1>\(texts["diversions.title"])</h1>
                <p class="lead">\(texts["diversions.lead"])</p>
                \(with: done, { Alert.box(.done, "<p>\(texts("diversions.use.done", ["way": texts[DiversionWords.word($0)]]))</p>\n", texts: texts, isNew: true) })\
                \(open.isEmpty ? EmptyState.box(texts["diversions.none"], "<p>\(texts["diversions.none.next"])</p>") : "\(each: open, { one($0, acting($0.diversion)) })")\
                \(with: beginning, { form in
                    """
                    <section aria-labelledby="empezar"><h2 id="empezar">\(texts["diversions.begin"])</h2>
                    \(form)
                    <p><a href="\(texts.address("/mesa/rebalse/reglas"))">\(texts["diversions.rules"])</a></p></section>

                    """
                })\
                \(when: !past.isEmpty, "<h2>\(texts["diversions.past"])</h2>\n\(table(past))")</div>
                """)
    }

    func rules(_ rules: [DiversionRule], adding: HTML, removing: (Int64) -> HTML) -> Page {
        Page(
            title: texts["diversions.rules"], path: "/mesa/rebalse/reglas",
            trail: trail + [Link(texts.address("/mesa/rebalse"), texts["diversions.title"])],
            main: """
                <div class="wide"><h1>\(texts["diversions.rules"])</h1>
                <p class="lead">\(texts["diversions.rules.lead"])</p>
                \(when: rules.isEmpty, "<p>\(texts["diversions.rules.none"])</p>\n")\
                \(each: rules, { rule in
                    """
                    <section aria-labelledby="regla-\(rule.id)"><h2 id="regla-\(rule.id)">\(points[rule.point] ?? "\(rule.point)")</h2>
                    <p>\(texts("diversions.rule.says", ["minutes": "\(rule.minutes)"])) \(offers(rule.ways))</p>
                    \(removing(rule.point))</section>

                    """
                })\
                <section aria-labelledby="nueva"><h2 id="nueva">\(texts["diversions.rule.new"])</h2>
                \(adding)</section></div>
                """)
    }

    private func one(_ reading: DiversionDesk.Reading, _ acting: (offers: HTML, end: HTML?)) -> HTML {
        let diversion = reading.diversion
        return """
            <section aria-labelledby="rebalse-\(diversion.id)"><h2 id="rebalse-\(diversion.id)">\(points[diversion.point] ?? "\(diversion.point)")</h2>
            <p>\(Tag.label(texts[DiversionWords.word(diversion.cause)], .attention)) \(texts("diversions.since", ["hour": texts.hour(diversion.began)]))</p>
            \(with: diversion.ways.otherPoint, { "<p>\(texts["diversions.way.otherPoint"]) \(points[$0] ?? "\($0)")</p>\n" })\
            <p>\(texts("diversions.used", count: reading.uses.values.reduce(0, +)))</p>
            <p>\(texts["diversions.use.how"])</p>
            <div class="buttons">\(acting.offers)</div>
            \(with: acting.end, { "\($0)\n" })</section>

            """
    }

    private func offers(_ ways: Ways) -> String {
        ways.offers.map { offer in
            offer == .otherPoint
                ? "\(texts[DiversionWords.word(offer)]): \(ways.otherPoint.flatMap { points[$0] } ?? "")"
                : texts[DiversionWords.word(offer)]
        }.joined(separator: " · ")
    }

    private func table(_ past: [DiversionDesk.Reading]) -> HTML {
        DataTable.framed(
            id: "pasados", caption: texts["diversions.past"],
            columns: [
                .init(texts["diversions.when"]), .init(texts["diversions.place"]), .init(texts["diversions.why"]),
                .init(texts["diversions.people"], isNumeric: true),
            ],
            rows: past.map { reading in
                let diversion = reading.diversion
                let until = diversion.ended.map { texts.hour($0) } ?? ""
                return [
                    HTML(text: "\(texts.short(Day(of: diversion.began))), \(texts.hour(diversion.began))–\(until)"),
                    HTML(text: points[diversion.point] ?? "\(diversion.point)"), HTML(text: texts[DiversionWords.word(diversion.cause)]),
                    HTML(text: texts.number(Double(reading.uses.values.reduce(0, +)))),
                ]
            }, stacked: true, isTitled: true)
    }
}
