import Civic
import Markup
import Web

/// What is said of a point wherever it is shown.
struct PointWords {
    let texts: Texts
    let point: PointOfService
    let holidays: Holidays
    let now: Instant

    /// Open or closed and what comes next, with why when today is not like other days. Nothing when nobody stated the hours.
    var state: HTML {
        let hours = PointHours(point: point, holidays: holidays)
        guard let state = hours.state(at: now) else { return HTML() }
        let words = HourTexts(texts: texts).state(state, today: Day(of: now))
        let tag = if case .open = state { Tag.label(words, .done, sign: ArchSign.open) } else { Tag.label(words, sign: ArchSign.shut) }
        guard case .exception(let exception) = hours.day(Day(of: now)).cause else { return "<p>\(tag)</p>\n" }
        return "<p>\(tag) \(texts["points.exception.today"]) \(texts.content(exception.reason)).</p>\n"
    }

    var address: HTML {
        if let address = point.address { return texts.content(address) }
        return "\(texts["points.address.unknown"])"
    }

    var hours: HTML {
        if let week = point.week {
            let words = HourTexts(texts: texts).week(week)
            return "\(words)\(with: point.hours, { " <span class=\"quiet\"\(texts.lang())>(\($0))</span>" })"
        }
        if let hours = point.hours {
            return "<span\(texts.lang())>\(hours.capitalizedFirst).</span> \(texts["points.hours.confirm"])"
        }
        return "\(texts["points.hours.unknown"])"
    }

    /// How sure we are of it, and from where it is known.
    var evidence: HTML {
        let seen = ["seen": point.seen.map(texts.seen) ?? texts["points.seen.none"]]
        let sure =
            switch point.confidence {
            case .high: texts("points.evidence.high", seen)
            case .medium: texts("points.evidence.medium", seen)
            case .low: texts("points.evidence.low", seen)
            }
        return "\(sure) \(texts["points.source"]) \(source(PointSource(point.source, url: point.url)))."
    }

    /// The name of a source, as a link when it has an address.
    func source(_ source: PointSource) -> HTML {
        let words = texts.content(source.name)
        return source.url.map { "<a href=\"\($0)\" rel=\"external\">\(words)</a>" } ?? words
    }

    static func call(_ phone: String) -> HTML { "<a href=\"tel:\(phone.filter { $0 != " " })\">\(phone)</a>" }
}
