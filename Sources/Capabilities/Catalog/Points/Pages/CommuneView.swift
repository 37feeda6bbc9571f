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
    /// What must be known today of some points, by their numbers.
    var notices: [Int64: HTML] = [:]
    var stylesheets: [String] = []

    private var cards: PointCards { PointCards(texts: texts, now: now, holidays: holidays, communes: territory) }

    var page: Page {
        let title = texts("points.of", ["place": commune.name])
        return Page(
            title: title, summary: texts("points.of.summary", ["place": commune.name]), path: commune.path,
            trail: [Link(texts.address("/lugares"), texts["points.title"]), Link(texts.address(region.path), region.name)],
            stylesheets: stylesheets,
            main: """
                <div class="wide"><h1>\(title)</h1>
                \(holiday)\(FilterView(texts: texts, path: commune.path, filter: filter, places: places).form)\
                \(notice)\(warnings)\(rings)\
                <section><h2>\(texts["points.national"])</h2>
                \(cards.list(surroundings.national))</section></div>
                """)
    }

    /// Before anybody sets out: which of these have much waiting today.
    private var warnings: HTML {
        let warned = (surroundings.here + surroundings.beside).compactMap { near in
            notices[Int64(near.point.number)].map { (near.point, $0) }
        }
        return "\(each: warned, { "<section><h2\(texts.lang())>\($0.0.name)</h2>\n\($0.1)</section>\n" })"
    }

    /// From near to far; in each ring what was seen, and then what is only likely, unless something is in the comuna itself.
    private var rings: HTML {
        let here = surroundings.here
        let beside = surroundings.beside.filter(\.isSeen) + (here.isEmpty ? surroundings.beside.filter { !$0.isSeen } : [])
        let farther = beside + surroundings.beyond
        return """
            \(ring(texts["points.here"], here.filter(\.isSeen)))\
            \(ring(texts["points.unconfirmed"], here.filter { !$0.isSeen }))\
            \(ring(texts["points.near"], beside))\
            \(ring(texts["points.beyond"], surroundings.beyond))\
            \(when: farther.contains { $0.kilometres != nil }, "<p class=\"quiet\">\(texts["points.distance.how"])</p>\n")
            """
    }

    private func ring(_ title: String, _ points: [NearPoint]) -> HTML {
        points.isEmpty ? HTML() : "<section><h2>\(title)</h2>\n\(cards.list(points))</section>\n"
    }

    /// Nobody goes away empty-handed, and nobody is told less than that there is nothing.
    private var notice: HTML {
        guard surroundings.here.isEmpty else { return HTML() }
        let words =
            filter.isEmpty
            ? texts("points.none", ["place": commune.name]) : texts("points.none.filtered", ["place": commune.name])
        return "<p class=\"notice\">\(words) \(next)</p>\n"
    }

    /// What to do when there is nothing here.
    private var next: String {
        if !surroundings.beside.isEmpty { return texts["points.none.neighbours"] }
        if !surroundings.beyond.isEmpty { return texts["points.none.near"] }
        return filter.isOpenNow ? texts["points.none.open"] : texts["points.none.anywhere"]
    }

    private var holiday: HTML {
        let today = Day(of: now)
        guard holidays.includes(today, in: commune.code.description), let name = holidays.name(of: today) else { return HTML() }
        return "<p class=\"notice\">\(texts["points.holiday"]) \(texts.content(name)).</p>\n"
    }
}
