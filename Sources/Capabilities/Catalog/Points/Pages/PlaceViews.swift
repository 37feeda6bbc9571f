import Civic
import Markup
import Web

/// The way to one's comuna: by its name, or by its region.
struct PlaceViews {
    let texts: Texts
    let territory: Territory
    let counts: [CommuneCode: PointCount]
    let maps: PlaceMaps
    let files: PlaceFiles
    /// What is asked for besides the comuna, and goes on with it.
    var filter = PointFilter()
    var place: Place?

    /// What came of a name that somebody typed.
    enum Asked {
        case nothing
        case blank
        case near(String, [Territory.Commune])
        case unknown(String)

        var text: String {
            switch self {
            case .nothing, .blank: ""
            case .near(let text, _), .unknown(let text): text
            }
        }
    }

    func index(_ asked: Asked = .nothing) throws -> Page {
        let regions = territory.regions.map { (region: $0, count: count(in: $0)) }
        var page = Page(
            title: place.map { texts("points.title.of", ["place": $0.name]) } ?? texts["points.title"], summary: texts["points.lead"],
            path: "/lugares", scripts: [files.script],
            stylesheets: [files.stylesheet],
            main: """
                <div class="wide"><h1>\(texts["points.title"])</h1>
                <p class="lead">\(texts["points.lead"])</p>
                \(with: place, { "<p class=\"notice\">\(texts["points.looking"]) <strong\(texts.lang())>\($0.name)</strong>.</p>\n" })\
                \(form(asked))\(NearButton(texts: texts, files: files, filter: filter).html)\
                <section><h2>\(texts["points.regions"])</h2>
                <div class="listed"><ul class="ways counted">
                \(each: regions, { row($0.region.path, $0.region.name, $0.count) })</ul>
                \(try country(regions))</div></section></div>
                """)
        page.asksForPosition = true
        return page
    }

    private func country(_ regions: [(region: Territory.Region, count: PointCount)]) throws -> HTML {
        let values = Dictionary(uniqueKeysWithValues: regions.map { ($0.region.code, Double($0.count.seen)) })
        let paths = Dictionary(uniqueKeysWithValues: regions.map { ($0.region.code, texts.address($0.region.path)) })
        let words = Figures.Words(
            id: "pais", caption: texts["points.map.country"], category: texts["points.title"], measure: texts["points.title"],
            source: texts["points.map.source"])
        return Figures(texts: texts, isListed: true).map(words, try maps.country(), values: values) { paths[$0] }
    }

    private func count(in region: Territory.Region) -> PointCount {
        territory.communes(of: region.code).map { counts[$0.code] ?? PointCount() }.reduce(PointCount(), +)
    }

    private func form(_ asked: Asked) -> HTML {
        let error = error(asked)
        return """
            <form action="\(texts.address("/lugares"))" role="search">
            <div class="\(error == nil ? "field" : "field wrong")"><label for="comuna">\(texts["points.choose"])</label>
            <p class="hint" id="comuna-hint">\(texts["points.choose.hint"])</p>
            \(with: error, { "<p class=\"error\" id=\"comuna-error\">\($0)</p>\n" })\
            <div class="searchbox"><input id="comuna" name="comuna" type="text" value="\(asked.text)" maxlength="60" autocomplete="address-level2"\
             aria-describedby="\(error == nil ? "comuna-hint" : "comuna-hint comuna-error")"\(Attribute("aria-invalid", error == nil ? nil : "true"))>
            <button class="button">\(texts["points.choose.action"])</button></div></div>
            \(each: filter.query, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">\n" })\
            \(offers(asked))</form>

            """
    }

    private func error(_ asked: Asked) -> String? {
        switch asked {
        case .nothing: nil
        case .blank: texts["points.choose.blank"]
        case .near(let text, _): texts("points.choose.near", ["text": text])
        case .unknown(let text): texts("points.choose.unknown", ["text": text])
        }
    }

    private func offers(_ asked: Asked) -> HTML {
        guard case .near(_, let communes) = asked else { return HTML() }
        return """
            <h2>\(texts["points.choose.meant"])</h2>
            <ul class="ways counted">
            \(each: communes, { commune in
                let region = territory.region(commune.region)?.name
                return "<li><a href=\"\(filter.address(texts.address(commune.path)))\"\(texts.lang())>\(commune.name)</a> <span class=\"quiet\"\(texts.lang())>\(region)</span></li>\n"
            })</ul>

            """
    }

    func region(_ region: Territory.Region) throws -> Page {
        let communes = territory.communes(of: region.code)
        let with = communes.filter { counts[$0.code] != nil }
        let without = communes.filter { counts[$0.code] == nil }
        let title = texts("points.region", ["place": region.name])
        return Page(
            title: title, path: region.path, trail: [Link(texts.address("/lugares"), texts["points.title"])],
            stylesheets: [files.stylesheet],
            main: """
                <div class="wide"><h1>\(title)</h1>
                <p class="lead">\(texts["points.region.lead"])</p>
                <div class="listed beside"><div>\(when: !with.isEmpty, "<ul class=\"ways counted\">\n\(each: with, { row($0.path, $0.name, counts[$0.code] ?? PointCount()) })</ul>\n")\
                \(when: !without.isEmpty, others(without))</div>
                \(try drawn(region))</div></div>
                """)
    }

    private func drawn(_ region: Territory.Region) throws -> HTML {
        Figures(texts: texts).places(
            id: "region", caption: texts["points.map.region"], source: texts["points.map.source"], try maps.region(region.code),
            key: [(.some, texts["points.map.some"]), (.likely, texts["points.map.likely"]), (.none, texts["points.map.none"])]
        ) { commune in
            let count = counts[commune.code] ?? PointCount()
            return PlaceMap.Look(
                count.seen > 0 ? .some : count.inferred > 0 ? .likely : .none, count: count.seen > 0 ? count.seen : nil,
                link: texts.address(commune.path))
        }
    }

    private func others(_ communes: [Territory.Commune]) -> HTML {
        """
        <section><h2>\(texts["points.region.others"])</h2>
        <p>\(texts["points.region.others.text"])</p>
        <ul class="ways"\(texts.lang())>
        \(each: communes, { "<li><a href=\"\(texts.address($0.path))\">\($0.name)</a></li>\n" })</ul></section>

        """
    }

    private func row(_ path: String, _ name: String, _ count: PointCount) -> HTML {
        let seen = count.seen > 0 ? [texts("points.count", count: count.seen)] : []
        let likely = count.inferred > 0 ? [texts("points.count.likely", count: count.inferred)] : []
        return """
            <li><a href="\(texts.address(path))"\(texts.lang())>\(name)</a> <span class="quiet">\((seen + likely).joined(separator: ", "))</span></li>

            """
    }
}
