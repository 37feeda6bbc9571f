import Civic
import Markup

/// A place of a map with what is said about it.
struct MapArea {
    let name: String
    let value: Double?
    let link: String?
    let path: String
}

extension Figures {
    /// The shape in its shade, or hatched when there is no value; its name and value in a title, for whoever points at it.
    func shape(_ area: MapArea, _ shades: Shades, id: String) -> HTML {
        let shade = area.value.flatMap { shades.shade($0) }
        return """
            <path class="region\(shade.map { " shade-\($0)" })"\(Attribute("fill", shade == nil ? "url(#\(id)-hatch)" : nil)) d="\(area.path)">\
            <title>\(said(area))</title></path>

            """
    }

    /// The content as a link when the place has one.
    func linked(_ area: MapArea, _ content: HTML) -> HTML {
        guard let link = area.link else { return content }
        return
            "<a href=\"\(link)\"\(Attribute("aria-label", isListed ? nil : said(area)))\(Attribute("tabindex", isListed ? "-1" : nil))>\(content)</a>\n"
    }

    /// Lines in a slant: no data. Nothing else on the page looks so, with or without colour.
    func hatch(_ id: String) -> HTML {
        """
        <pattern id="\(id)-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <path class="hatch" d="M3 0V6"/></pattern>

        """
    }

    /// The steps of colour with the values that each stands for.
    func key(_ shades: Shades, hasGaps: Bool, id: String) -> HTML {
        """
        <ul class="key">
        \(each: shades.steps, { step in
            let range = step.range
            let words = range.lowerBound == range.upperBound
                ? number(range.lowerBound) : texts("figures.between", ["low": number(range.lowerBound), "high": number(range.upperBound)])
            return "<li>\(Self.swatch("region shade-\(step.shade)", fill: nil))\(words)</li>\n"
        })\
        \(when: hasGaps, "<li>\(Self.swatch("region", fill: "url(#\(id)-hatch)"))\(texts["figures.missing"])</li>\n")</ul>

        """
    }

    func said(_ area: MapArea) -> String { "\(area.name): \(words(area.value))" }

    private static func swatch(_ kind: String, fill: String?) -> HTML {
        """
        <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><rect class="\(kind)"\(Attribute("fill", fill)) x="1" y="1" width="18" \
        height="18"/></svg>
        """
    }
}
