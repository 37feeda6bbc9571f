import Civic
import Markup
import Web

/// Points of service one by one: whether each is open, where it is, when it attends, its telephone, and how sure we are of it.
struct PointCards {
    let texts: Texts
    let now: Instant
    let holidays: Holidays
    /// Names the comuna of a point that is not in the one that is asked about.
    let communes: Territory

    func list(_ points: [NearPoint]) -> HTML {
        "<ul class=\"points\">\n\(each: points, { card($0.point, $0.kilometres) })</ul>\n"
    }

    func list(_ points: [PointOfService]) -> HTML {
        "<ul class=\"points\">\n\(each: points, { card($0, nil) })</ul>\n"
    }

    private func card(_ point: PointOfService, _ kilometres: Int?) -> HTML {
        let isLikely = point.evidence == .inferred
        return """
            <li\(Attribute("class", isLikely ? "likely" : nil))><h3\(texts.lang())><a href="\(texts.address(point.path))">\(point.name)</a></h3>
            <p class="kind">\(texts.name(of: point.kind))\(with: kilometres, { far(point, $0) })</p>
            \(isLikely ? likely(point) : known(point))</li>

            """
    }

    private func far(_ point: PointOfService, _ kilometres: Int) -> HTML {
        let commune: HTML? = point.commune.flatMap(communes.commune).map {
            " · <a href=\"\(texts.address($0.path))\"\(texts.lang())>\($0.name)</a>"
        }
        return "\(commune) · \(texts("points.distance", ["km": texts.number(kilometres)]))"
    }

    /// A supposition says so first, and nothing that could be taken for a fact.
    private func likely(_ point: PointOfService) -> HTML {
        """
        <p>\(Tag.label(texts["points.likely"], .attention, sign: ArchSign.dashed))</p>
        <p>\(texts["points.likely.text"])\(with: point.phone, { " \(call($0))" })</p>

        """
    }

    private func known(_ point: PointOfService) -> HTML {
        let words = PointWords(texts: texts, point: point, holidays: holidays, now: now)
        return """
            \(words.state)\
            <dl>
            \(when: !point.kind.isNational, "<div><dt>\(texts["points.address"])</dt><dd>\(words.address)</dd></div>\n")\
            <div><dt>\(texts["points.hours"])</dt><dd>\(words.hours)</dd></div>
            \(with: point.phone, { "<div><dt>\(texts["points.phone"])</dt><dd>\(call($0))</dd></div>\n" })\
            </dl>
            \(with: point.note, { "<p\(texts.lang())>\($0)</p>\n" })\
            <p class="quiet">\(words.evidence)</p>

            """
    }

    private func call(_ phone: String) -> HTML { PointWords.call(phone) }
}
