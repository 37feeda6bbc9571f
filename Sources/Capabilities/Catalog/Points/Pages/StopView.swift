import Civic
import Markup
import Web

/// Where a point that moves comes to, and when it comes next. A day that nobody stated is not reckoned.
struct StopView {
    let texts: Texts
    let point: PointOfService
    let territory: Territory
    let today: Day

    var html: HTML {
        guard !point.stops.isEmpty else { return HTML() }
        return """
            <section><h2>\(texts["points.stops"])</h2>
            <ul class="stops">
            \(each: point.stops, { stop in
                """
                <li><strong\(texts.lang())>\(stop.place)</strong>\(with: territory.commune(stop.commune), { commune($0) })<br>
                \(when(stop))\(with: stop.hours, { " \(HourTexts(texts: texts).times($0.intervals).capitalizedFirst)." })</li>

                """
            })</ul>
            <p class="quiet">\(texts["points.stops.confirm"])</p></section>

            """
    }

    private func commune(_ commune: Territory.Commune) -> HTML {
        ", <a href=\"\(texts.address(commune.path))\"\(texts.lang())>\(commune.name)</a>"
    }

    private func when(_ stop: RouteStop) -> String {
        let next = stop.visit.next(onOrAfter: today).map(texts.long)
        return switch stop.visit {
        case .monthly: texts["points.stops.monthly"]
        case .on(let day): next.map { texts("points.stops.next", ["day": $0]) } ?? texts("points.stops.past", ["day": texts.long(day)])
        case .each(let rank, let weekday):
            texts(
                "points.stops.each",
                [
                    "rank": texts.item(rank < 0 ? 5 : rank, of: "points.stops.ranks"), "weekday": texts.item(weekday, of: "time.weekdays"),
                    "day": next ?? "",
                ])
        }
    }
}
