import Civic
import Markup

/// When a point of service attends, as a calendar that telephones and programs take (RFC 5545): its week, without the holidays, for
/// this year and the next as far as the holidays are known: nothing is promised beyond.
struct PointCalendar {
    let words: OpenWords
    let point: PointOfService
    let commune: Territory.Commune
    let holidays: Holidays

    /// nil when nobody stated the hours, or the holidays of this year are not known.
    var document: [UInt8]? {
        guard let week = point.week, let from = Day(year: words.today.year, month: 1, day: 1), holidays.covers(from),
            let to = Day(year: min(words.today.year + 1, holidays.years.upperBound), month: 12, day: 31)
        else { return nil }
        let days = (from.number...to.number).map(Day.init)
        let events = week.stretches.flatMap { stretch in stretch.intervals.map { (stretch.days, $0) } }.enumerated().compactMap {
            event($1.0, $1.1, week.opening, days, index: $0)
        }
        return ICalendar(
            "VCALENDAR",
            [
                .value("VERSION", "2.0"), .text("PRODID", "-//Ventanilla//\(Languages.source)"), .value("CALSCALE", "GREGORIAN"),
                .value("METHOD", "PUBLISH"), .text("NAME", point.name), .text("X-WR-CALNAME", point.name),
            ], [ChileanZone.component(from: from, to: to)] + events
        ).document
    }

    private func event(
        _ weekdays: ClosedRange<Int>, _ interval: OpeningHours.Interval, _ opening: OpeningHours, _ days: [Day], index: Int
    ) -> ICalendar? {
        let mine = days.filter { weekdays.contains($0.weekday) }
        func isOpen(_ day: Day) -> Bool { opening.intervals(on: day, holidays, in: commune.code.description).contains(interval) }
        guard let first = mine.first(where: isOpen), let last = mine.last(where: isOpen) else { return nil }
        let closed = mine.filter { first < $0 && $0 < last && !isOpen($0) }
        let zone = ";TZID=" + ChileanZone.name
        return ICalendar(
            "VEVENT",
            [
                .value("UID", NamedIdentifier("\(words.base)/datos/puntos/\(point.number)#\(index)", in: .addresses).description),
                .value("DTSTAMP", Self.utc(words.today, 0)), .value("DTSTART\(zone)", Self.local(first, interval.from)),
                .value("DTEND\(zone)", Self.local(first, interval.to)),
                .value(
                    "RRULE",
                    "FREQ=WEEKLY;BYDAY=\(weekdays.map { ICalendarDays.names[$0 - 1] }.joined(separator: ","));UNTIL=\(Self.utc(last, interval.from))"
                ),
                closed.isEmpty
                    ? nil : .value("EXDATE\(zone)", closed.map { Self.local($0, interval.from) }.joined(separator: ",")),
                .text("SUMMARY", words.texts("openData.open", ["place": point.name])),
                .text("LOCATION", [point.address, commune.name].compactMap(\.self).joined(separator: ", ")),
                .value("TRANSP", "TRANSPARENT"),
            ])
    }

    private static func local(_ day: Day, _ minute: Int) -> String {
        let (day, minute) = minute == 1440 ? (day.adding(days: 1), 0) : (day, minute)
        return "\(digits(day))T\(padded(minute / 60))\(padded(minute % 60))00"
    }

    private static func utc(_ day: Day, _ minute: Int) -> String {
        let offset = ChileanTime.offsetHours(at: ChileanTime.instant(of: day, hour: minute / 60, minute: minute % 60))
        let later = minute - offset * 60
        return later < 1440 ? local(day, later) + "Z" : local(day.adding(days: 1), later - 1440) + "Z"
    }
    private static func digits(_ day: Day) -> String { day.iso.filter { $0 != "-" } }
    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
