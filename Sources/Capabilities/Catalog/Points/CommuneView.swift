import Civic
import Markup
import Web

/// Where a person of this comuna is attended, as it is now.
struct CommuneView {
    let texts: Texts
    let commune: Territory.Commune
    let region: Territory.Region
    let reading: PointDesk.Reading
    let territory: Territory
    let holidays: Holidays
    let now: Instant

    private var cards: PointCards { PointCards(texts: texts, now: now, holidays: holidays) }

    var page: Page {
        let title = texts("points.of", ["place": commune.name])
        return Page(
            title: title, summary: texts("points.of.summary", ["place": commune.name]), path: commune.path,
            trail: [Link(texts.address("/lugares"), texts["points.title"]), Link(texts.address(region.path), region.name)],
            main: """
                <div class="wide"><h1>\(title)</h1>
                \(holiday)\(reading.here.isEmpty ? near : here)\
                <section><h2>\(texts["points.national"])</h2>
                \(cards.list(reading.national))</section></div>
                """)
    }

    private var here: HTML {
        let seen = reading.here.filter { $0.evidence == .seen }
        let likely = reading.here.filter { $0.evidence == .inferred }
        return """
            \(when: !seen.isEmpty, "<section><h2>\(texts["points.here"])</h2>\n\(cards.list(seen))</section>\n")\
            \(when: !likely.isEmpty, "<section><h2>\(texts["points.unconfirmed"])</h2>\n\(cards.list(likely))</section>\n")
            """
    }

    /// Nobody goes away empty-handed: the neighbours' points, each with its comuna.
    private var near: HTML {
        var cards = cards
        cards.communes = territory
        let points = reading.near.filter { $0.evidence == .seen } + reading.near.filter { $0.evidence == .inferred }
        return """
            <p class="notice">\(texts("points.none", ["place": commune.name])) \(points.isEmpty ? texts["points.none.near"] : texts["points.none.neighbours"])</p>
            \(when: !points.isEmpty, "<section><h2>\(texts["points.near"])</h2>\n\(cards.list(points))</section>\n")
            """
    }

    private var holiday: HTML {
        let today = Day(of: now)
        guard holidays.includes(today, in: commune.code.description), let name = holidays.name(of: today) else { return HTML() }
        return "<p class=\"notice\">\(texts["points.holiday"]) \(texts.content(name)).</p>\n"
    }
}
