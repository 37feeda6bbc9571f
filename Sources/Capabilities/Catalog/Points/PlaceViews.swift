import Civic
import Markup
import Web

/// The way to one's comuna: by its name, or by its region.
struct PlaceViews {
    let texts: Texts
    let territory: Territory
    let counts: [CommuneCode: PointCount]

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

    func index(_ asked: Asked = .nothing) -> Page {
        Page(
            title: texts["points.title"], summary: texts["points.lead"], path: "/lugares",
            main: """
                <div class="wide"><h1>\(texts["points.title"])</h1>
                <p class="lead">\(texts["points.lead"])</p>
                \(form(asked))\
                <section><h2>\(texts["points.regions"])</h2>
                <ul class="ways counted">
                \(each: territory.regions, { region in
                    row(region.path, region.name, territory.communes(of: region.code).map { counts[$0.code] ?? PointCount() }.reduce(PointCount(), +))
                })</ul></section></div>
                """)
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
                return "<li><a href=\"\(texts.address(commune.path))\"\(texts.lang())>\(commune.name)</a> <span class=\"quiet\"\(texts.lang())>\(region)</span></li>\n"
            })</ul>

            """
    }

    func region(_ region: Territory.Region) -> Page {
        let communes = territory.communes(of: region.code)
        let with = communes.filter { counts[$0.code] != nil }
        let without = communes.filter { counts[$0.code] == nil }
        let title = texts("points.region", ["place": region.name])
        return Page(
            title: title, path: region.path, trail: [Link(texts.address("/lugares"), texts["points.title"])],
            main: """
                <div class="wide"><h1>\(title)</h1>
                <p class="lead">\(texts["points.region.lead"])</p>
                \(when: !with.isEmpty, "<ul class=\"ways counted\">\n\(each: with, { row($0.path, $0.name, counts[$0.code] ?? PointCount()) })</ul>\n")\
                \(when: !without.isEmpty, others(without))</div>
                """)
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
