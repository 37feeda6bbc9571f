import Civic
import Markup
import Web

/// Points of service one by one: whether each is open, where it is, when it attends, its telephone, and how sure we are of it.
struct PointCards {
    let texts: Texts
    let now: Instant
    let holidays: Holidays
    /// Names the comuna of each card, where the page shows more than one.
    var communes: Territory?

    func list(_ points: [PointOfService]) -> HTML {
        "<ul class=\"points\">\n\(each: points, card)</ul>\n"
    }

    private func card(_ point: PointOfService) -> HTML {
        let isLikely = point.evidence == .inferred
        return """
            <li\(Attribute("class", isLikely ? "likely" : nil))><h3\(texts.lang())>\(point.name)</h3>
            <p class="kind">\(kind(point.kind))\(with: communes.flatMap { place(point, $0) }, { " · \($0)" })</p>
            \(isLikely ? likely(point) : known(point))</li>

            """
    }

    private func place(_ point: PointOfService, _ territory: Territory) -> HTML? {
        point.commune.flatMap(territory.commune).map {
            "<a href=\"\(texts.address($0.path))\"\(texts.lang())>\($0.name)</a>"
        }
    }

    /// A supposition says so first, and nothing that could be taken for a fact.
    private func likely(_ point: PointOfService) -> HTML {
        """
        <p>\(Tag.label(texts["points.likely"], .attention, sign: ArchSign.dashed))</p>
        <p>\(texts["points.likely.text"])\(with: point.phone, { " \(call($0))" })</p>

        """
    }

    private func known(_ point: PointOfService) -> HTML {
        """
        \(with: point.week, { state($0, point) })\
        <dl>
        \(when: !point.kind.isNational, "<div><dt>\(texts["points.address"])</dt><dd>\(address(point))</dd></div>\n")\
        <div><dt>\(texts["points.hours"])</dt><dd>\(hours(point))</dd></div>
        \(with: point.phone, { "<div><dt>\(texts["points.phone"])</dt><dd>\(call($0))</dd></div>\n" })\
        </dl>
        \(with: point.note, { "<p\(texts.lang())>\($0)</p>\n" })\
        <p class="quiet">\(evidence(point)) \(source(point))</p>

        """
    }

    private func state(_ week: WeeklyHours, _ point: PointOfService) -> HTML {
        let state = week.opening.state(at: now, holidays, in: point.commune?.description)
        let words = HourTexts(texts: texts).state(state, today: Day(of: now))
        let tag = if case .open = state { Tag.label(words, .done, sign: ArchSign.open) } else { Tag.label(words, sign: ArchSign.shut) }
        return "<p>\(tag)</p>\n"
    }

    private func address(_ point: PointOfService) -> HTML {
        if let address = point.address { return texts.content(address) }
        return "\(texts["points.address.unknown"])"
    }

    private func hours(_ point: PointOfService) -> HTML {
        if let week = point.week {
            let words = HourTexts(texts: texts).week(week)
            return "\(words)\(with: point.hours, { " <span class=\"quiet\"\(texts.lang())>(\($0))</span>" })"
        }
        if let hours = point.hours {
            return "<span\(texts.lang())>\(hours.prefix(1).uppercased() + hours.dropFirst()).</span> \(texts["points.hours.confirm"])"
        }
        return "\(texts["points.hours.unknown"])"
    }

    private func call(_ phone: String) -> HTML {
        "<a href=\"tel:\(phone.filter { $0 != " " })\">\(phone)</a>"
    }

    private func evidence(_ point: PointOfService) -> String {
        let seen = ["seen": point.seen.map(texts.seen) ?? texts["points.seen.none"]]
        return switch point.confidence {
        case .high: texts("points.evidence.high", seen)
        case .medium: texts("points.evidence.medium", seen)
        case .low: texts("points.evidence.low", seen)
        }
    }

    private func source(_ point: PointOfService) -> HTML {
        let words = texts.content(point.source)
        return "\(texts["points.source"]) \(point.url.map { "<a href=\"\($0)\" rel=\"external\">\(words)</a>" } ?? words)."
    }

    private func kind(_ kind: PointOfService.Kind) -> String {
        switch kind {
        case .branch: texts["points.kind.branch"]
        case .video: texts["points.kind.video"]
        case .mobile: texts["points.kind.mobile"]
        case .kiosk: texts["points.kind.kiosk"]
        case .callCentre: texts["points.kind.callCentre"]
        case .civilRegistry: texts["points.kind.civilRegistry"]
        case .municipal: texts["points.kind.municipal"]
        case .neighbours: texts["points.kind.neighbours"]
        }
    }
}
