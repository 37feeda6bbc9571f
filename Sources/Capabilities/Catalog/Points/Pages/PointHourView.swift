import Civic
import Markup
import Web

/// The hours of a point: the week as it usually is, and the next seven days with what is special about them.
struct PointHourView {
    let texts: Texts
    let point: PointOfService
    let hours: PointHours
    let today: Day
    /// Where the same hours stand for a telephone's calendar.
    var calendar: String?

    private var words: HourTexts { HourTexts(texts: texts) }

    var html: HTML {
        """
        <section><h2>\(texts["points.hours"])</h2>
        \(when: point.week == nil, unknown)<div class="weeks">
        \(when: point.week != nil || days.contains { $0.cause != .usual }, coming)\(with: point.week, week)</div>
        \(when: point.week != nil, remark)\
        \(with: calendar, { "<p><a class=\"onward\" href=\"\($0)\" type=\"text/calendar\">\(texts["points.calendar"])</a></p>\n" })</section>

        """
    }

    private var days: [PointHours.OneDay] { hours.days(from: today, count: 7) }

    private var unknown: HTML {
        guard let stated = point.hours else { return "<p>\(texts["points.hours.unknown"])</p>\n" }
        return "<p><span\(texts.lang())>\(stated.capitalizedFirst).</span> \(texts["points.hours.confirm"])</p>\n"
    }

    private func week(_ week: WeeklyHours) -> HTML {
        """
        <table class="hours"><caption>\(texts["points.week"])</caption>
        <tbody>
        \(each: 1...7, { day in
            """
            <tr><th scope="row">\(words.weekday(day).capitalizedFirst)</th><td>\(told(week.intervals(on: day)))</td></tr>

            """
        })</tbody></table>

        """
    }

    /// On what the hours of the week rest.
    private var remark: HTML {
        point.hours.map { "<p class=\"quiet\"\(texts.lang())>\($0.capitalizedFirst).</p>\n" } ?? HTML()
    }

    private var coming: HTML {
        """
        <table class="hours coming"><caption>\(texts["points.coming"])</caption>
        <tbody>
        \(each: days, { day in
            """
            <tr\(Attribute("class", day.cause == .usual ? nil : "special"))><th scope="row">\(name(day.day))</th>\
            <td>\(day.intervals.map(told) ?? texts["points.hours.ask"])\(why(day))</td></tr>

            """
        })</tbody></table>

        """
    }

    private func why(_ day: PointHours.OneDay) -> HTML {
        switch day.cause {
        case .usual: HTML()
        case .holiday(let name): "<br><span class=\"why\">\(texts["points.day.holiday"])\(with: name, { " \(texts.content($0))" })</span>"
        case .exception(let exception): "<br><span class=\"why\">\(texts["points.day.exception"]) \(texts.content(exception.reason))</span>"
        }
    }

    private func told(_ intervals: [OpeningHours.Interval]) -> String {
        intervals.isEmpty ? texts["hours.closed"] : words.times(intervals)
    }

    private func name(_ day: Day) -> String {
        switch day.number - today.number {
        case 0: texts["points.day.today"]
        case 1: texts["points.day.tomorrow"]
        default: texts("points.day.named", ["weekday": words.weekday(day.weekday), "day": "\(day.day)"]).capitalizedFirst
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
