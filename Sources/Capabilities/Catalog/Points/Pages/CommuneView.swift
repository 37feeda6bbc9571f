import Civic
import Markup
import Web

/// Where a person of this comuna is attended, as it is now.
struct CommuneView {
    let texts: Texts
    let commune: Territory.Commune
    let region: Territory.Region
    let surroundings: Surroundings
    let filter: PointFilter
    /// The kinds of place that can be asked for.
    let places: [Place]
    let territory: Territory
    let holidays: Holidays
    let now: Instant
    var stylesheets: [String] = []

    private var cards: PointCards { PointCards(texts: texts, now: now, holidays: holidays, communes: territory) }

    private var all: [NearPoint] { surroundings.here + surroundings.beside + surroundings.beyond }

    var page: Page {
        let title = texts("points.of", ["place": commune.name])
        return Page(
            title: title, summary: texts("points.of.summary", ["place": commune.name]), path: commune.path,
            trail: [Link(texts.address("/lugares"), texts["points.title"]), Link(texts.address(region.path), region.name)],
            stylesheets: stylesheets,
            main: """
                <div class="wide"><h1>\(title)</h1>
                \(holiday)\(FilterView(texts: texts, path: commune.path, filter: filter, places: places).form)\
                \(notice)\(rings)\
                <section><h2>\(texts["points.national"])</h2>
                \(cards.list(surroundings.national))</section></div>
                """)
    }

    /// From near to far; in each ring what was seen, and then what is only likely.
    private var rings: HTML {
        let (here, beside, beyond) = (surroundings.here, surroundings.beside, surroundings.beyond)
        return """
            \(ring(texts["points.here"], here.filter(\.isSeen)))\
            \(ring(texts["points.unconfirmed"], here.filter { !$0.isSeen }))\
            \(ring(texts["points.near"], beside.filter(\.isSeen) + (here.isEmpty ? beside.filter { !$0.isSeen } : [])))\
            \(ring(texts["points.beyond"], beyond.filter(\.isSeen) + (here.isEmpty && beside.isEmpty ? beyond.filter { !$0.isSeen } : [])))\
            \(when: all.contains { $0.kilometres != nil }, "<p class=\"quiet\">\(texts["points.distance.how"])</p>\n")
            """
    }

    private func ring(_ title: String, _ points: [NearPoint]) -> HTML {
        points.isEmpty ? HTML() : "<section><h2>\(title)</h2>\n\(cards.list(points))</section>\n"
    }

    /// Nobody goes away empty-handed, and nobody is told less than that there is nothing.
    private var notice: HTML {
        guard surroundings.here.isEmpty else { return HTML() }
        let found = !surroundings.beside.isEmpty || !surroundings.beyond.isEmpty
        let words =
            filter.isEmpty
            ? texts("points.none", ["place": commune.name]) : texts("points.none.filtered", ["place": commune.name])
        let next =
            !found
            ? texts["points.none.anywhere"] : surroundings.beside.isEmpty ? texts["points.none.near"] : texts["points.none.neighbours"]
        return "<p class=\"notice\">\(words) \(next)</p>\n"
    }

    private var holiday: HTML {
        let today = Day(of: now)
        guard holidays.includes(today, in: commune.code.description), let name = holidays.name(of: today) else { return HTML() }
        return "<p class=\"notice\">\(texts["points.holiday"]) \(texts.content(name)).</p>\n"
    }
}

extension NearPoint {
    var isSeen: Bool { point.evidence == .seen }
}
