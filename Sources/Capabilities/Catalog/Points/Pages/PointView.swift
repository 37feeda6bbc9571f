import Civic
import Markup
import Web

/// One point of service: when it attends, where it is, what can be done there, how one gets in, and how sure we are of all that.
struct PointView {
    let texts: Texts
    let reading: PointDesk.Reading
    let territory: Territory
    let holidays: Holidays
    let now: Instant
    /// The comuna with its neighbours; nil for what is reached from anywhere.
    let map: PlaceMap?
    /// What must be known today before going.
    var notice: HTML?
    var stylesheets: [String] = []

    private var point: PointOfService { reading.point }
    private var commune: Territory.Commune? { point.commune.flatMap(territory.commune) }
    private var words: PointWords { PointWords(texts: texts, point: point, holidays: holidays, now: now) }
    private var today: Day { Day(of: now) }

    var page: Page {
        let summary = commune.map { texts("points.one.summary", ["kind": texts.name(of: point.kind), "place": $0.name]) }
        return Page(
            title: commune.map { "\(point.name), \($0.name)" } ?? point.name, summary: summary, path: point.path, trail: trail,
            stylesheets: stylesheets,
            main: """
                <article class="wide point"><p class="kind">\(texts.name(of: point.kind))</p>
                <h1\(texts.lang())>\(point.name)</h1>
                \(notice)\(point.evidence == .inferred ? likely : known)\(onward)</article>
                """)
    }

    private var trail: [Link] {
        let region = commune.flatMap { territory.region($0.region) }
        return [Link(texts.address("/lugares"), texts["points.title"])] + (region.map { [Link(texts.address($0.path), $0.name)] } ?? [])
            + (commune.map { [Link(texts.address($0.path), $0.name)] } ?? [])
    }

    /// A supposition says so first, and nothing that could be taken for a fact.
    private var likely: HTML {
        """
        <p>\(Tag.label(texts["points.likely"], .attention, sign: ArchSign.dashed))</p>
        <p class="lead">\(texts["points.likely.text"])\(with: point.phone, { " \(PointWords.call($0))" })</p>
        <div class="pair"><div>\(when: !point.places.isEmpty, "<p>\(texts["points.likely.services"])</p>\n")\
        <p class="quiet">\(texts["points.likely.why"]) \(words.source(PointSource(point.source, url: point.url))).</p></div>
        \(drawn)</div>

        """
    }

    private var known: HTML {
        let hours = PointHourView(
            texts: texts, point: point, hours: PointHours(point: point, holidays: holidays), today: today,
            calendar: PointCalendar.path(of: point, holidays, on: today))
        return """
            \(words.state)\(with: point.note, { "<p class=\"notice\"\(texts.lang())>\($0)</p>\n" })\
            <div class="pair"><div>\(point.stops.isEmpty ? place : StopView(texts: texts, point: point, territory: territory, today: today).html)\
            \(phone)\(when: point.stops.isEmpty || point.week != nil, hours.html)</div>
            \(drawn)</div>
            \(OfferView(texts: texts, reading: reading).html)\(AccessView(texts: texts, point: point, words: words).html)\
            <section class="sources"><h2>\(texts["points.sure"])</h2>
            <p>\(words.evidence)</p></section>

            """
    }

    /// To be copied into whatever shows the way, which is none of our business.
    private var place: HTML {
        guard !point.kind.isNational else { return HTML() }
        let region = commune.flatMap { territory.region($0.region)?.name }
        let whole = [point.address, commune?.name, region].compactMap(\.self).joined(separator: ", ")
        return """
            <section><h2>\(texts["points.where"])</h2>
            <address\(texts.lang())>\(whole)</address>
            <p class="quiet">\(point.address == nil ? texts["points.address.unknown"] : texts["points.where.copy"])</p></section>

            """
    }

    private var phone: HTML {
        guard let phone = point.phone else { return HTML() }
        return "<section><h2>\(texts["points.phone"])</h2>\n<p class=\"call\">\(PointWords.call(phone))</p></section>\n"
    }

    private var drawn: HTML {
        guard let map, let commune else { return HTML() }
        let exact = point.position
        let mark = PlaceMap.Mark(
            latitude: exact?.latitude ?? commune.latitude, longitude: exact?.longitude ?? commune.longitude, isExact: exact != nil)
        let caption =
            exact == nil ? texts("points.map.around", ["place": commune.name]) : texts("points.map.exact", ["place": commune.name])
        return Figures(texts: texts).places(
            id: "mapa", caption: caption, source: texts["points.map.source"], map, marks: [mark]
        ) { other in
            PlaceMap.Look(other.code == commune.code ? .here : .none, link: other.code == commune.code ? nil : texts.address(other.path))
        }
    }

    private var onward: HTML {
        guard let commune else { return HTML() }
        return "<p>\(Buttons.link(Link(texts.address(commune.path), texts("points.others", ["place": commune.name])), .second))</p>\n"
    }
}
