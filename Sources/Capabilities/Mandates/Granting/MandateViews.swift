import Civic
import Markup
import Web

/// What a person sees of who acts for whom.
struct MandateViews {
    let texts: Texts
    let now: Instant

    func overview(
        mine: String, given: [(mandate: Mandate, number: String)], received: [(one: Representation, name: String)], warned: String?,
        _ form: HTML
    ) -> Page {
        page(
            texts["mandate.title"], path: "/mi/representacion",
            """
            <p class="lead">\(texts["mandate.lead"])</p>
            <p>\(mine)</p>
            <h2>\(texts["mandate.given"])</h2>
            \(given.isEmpty ? "<p>\(texts["mandate.given.none"])</p>" : list(given))
            <h2>\(texts["mandate.received"])</h2>
            \(received.isEmpty ? "<p>\(texts["mandate.received.none"])</p>" : list(received))
            <h2>\(texts["mandate.new"])</h2>
            <p>\(texts["mandate.excluded"])</p>
            <p>\(warned.map { texts("mandate.warned", ["contact": $0]) } ?? texts["mandate.warned.here"])</p>
            \(form)
            """)
    }

    private func list(_ given: [(mandate: Mandate, number: String)]) -> HTML {
        """
        <ul class="ways">
        \(each: given, { row in
            "<li><a href=\"\(texts.address("/mi/representacion/\(row.mandate.id)"))\">\(row.number)</a> <span class=\"quiet\">\(standing(row.mandate))</span></li>\n"
        })</ul>
        """
    }

    private func list(_ received: [(one: Representation, name: String)]) -> HTML {
        """
        <ul class="ways">
        \(each: received, { row in
            "<li><a href=\"\(texts.address("/mi/representacion/\(row.one.id)"))\">\(row.name)</a> <span class=\"quiet\">\(why(row.one))</span></li>\n"
        })</ul>
        """
    }

    func given(_ mandate: Mandate, _ number: String, _ end: HTML) -> Page {
        page(
            texts("mandate.one", ["number": number]),
            """
            \(AnswerList.list([
                .init(texts["mandate.instrument"], "\(texts[mandate.instrument.words])"),
                .init(texts["mandate.standing"], "\(standing(mandate))"),
                .init(texts["mandate.since"], "\(texts.long(Day(of: mandate.made)))"),
                .init(texts["mandate.until"], "\(texts.long(Day(lastBefore: mandate.until)))"),
            ], texts: texts))
            <p>\(texts["mandate.excluded"])</p>
            \(when: mandate.standing(at: now) != .over, "<h2>\(texts["mandate.end.title"])</h2>\n<p>\(texts["mandate.end.what"])</p>\n\(end)")
            <p><a href="\(texts.address("/mi/representacion"))">\(texts["mandate.back"])</a></p>
            """)
    }

    func offer(_ one: Representation, _ name: String, _ accept: HTML, _ decline: HTML) -> Page {
        page(
            texts("mandate.offer", ["name": name]),
            """
            <p class="lead">\(texts("mandate.offer.lead", ["until": texts.long(Day(lastBefore: one.until))]))</p>
            <p>\(texts["mandate.excluded"])</p>
            \(accept)
            <h2>\(texts["mandate.decline.title"])</h2>
            \(decline)
            """)
    }

    /// A representation in force, by the side of whoever acts.
    func held(_ one: Representation, _ name: String, _ end: HTML?) -> Page {
        page(
            name,
            """
            <p class="lead">\(why(one))</p>
            <p>\(texts("mandate.act.lead", ["name": name]))</p>
            \(Buttons.row([Buttons.link(Link(texts.address("\(Acting.root)/\(one.id)"), texts("mandate.act", ["name": name])))]))
            <p>\(texts["acting.cannot.lead"])</p>
            \(with: end, { "<h2>\(texts["mandate.renounce.title"])</h2>\n\($0)" })
            <p><a href="\(texts.address("/mi/representacion"))">\(texts["mandate.back"])</a></p>
            """)
    }

    private func why(_ one: Representation) -> String {
        let until = texts.long(Day(lastBefore: one.until))
        if one.isOffer { return texts["mandate.waits.you"] }
        return texts(one.isParent ? "mandate.asParent" : "mandate.asRepresentative", ["until": until])
    }

    private func standing(_ mandate: Mandate) -> String {
        switch mandate.standing(at: now) {
        case .waiting: texts[mandate.recorder == nil ? "mandate.waits.other" : "mandate.waits.staff"]
        case .inForce: texts("mandate.inForce", ["until": texts.long(Day(lastBefore: mandate.until))])
        case .over: texts["mandate.over"]
        }
    }

    func page(_ title: String, path: String? = nil, _ content: HTML) -> Page {
        Page(
            title: title, path: path,
            trail: [Link(texts.address("/"), texts["site.name"]), Link(texts.address("/mi"), texts["mine.title"])],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                \(content)
                </div>
                """)
    }
}
