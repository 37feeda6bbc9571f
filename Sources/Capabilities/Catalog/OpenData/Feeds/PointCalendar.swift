import Civic
import Markup

/// When a point of service attends, as a calendar that telephones and programs take (RFC 5545): its week, without the holidays, and the
/// days with other hours, for this year and the next as far as the holidays are known: nothing is promised beyond.
struct PointCalendar {
    let words: OpenWords
    let point: PointOfService
    let commune: Territory.Commune
    let holidays: Holidays

    /// Where the calendar of a point stands; nil when there is none, for the reasons of `document` or because nobody saw the point.
    static func path(of point: PointOfService, _ holidays: Holidays, on today: Day) -> String? {
        guard point.evidence == .seen, point.commune != nil, point.week != nil, let first = Day(year: today.year, month: 1, day: 1),
            holidays.covers(first)
        else { return nil }
        return "/datos/puntos/\(point.number).ics"
    }

    /// nil when nobody stated the hours, or the holidays of this year are not known.
    var document: [UInt8]? {
        guard let week = point.week, let opening = point.opening, let from = Day(year: words.today.year, month: 1, day: 1),
            holidays.covers(from), let to = Day(year: min(words.today.year + 1, holidays.years.upperBound), month: 12, day: 31)
        else { return nil }
        let days = (from.number...to.number).map(Day.init)
        let usual = week.stretches.flatMap { stretch in stretch.intervals.map { (stretch.days, $0) } }
            .compactMap { repeated($0, $1, opening, days) }
        let special = days.filter { point.exception(on: $0) != nil }.flatMap { day in
            opening.intervals(on: day, holidays, in: commune.code.description).filter { !week.intervals(on: day.weekday).contains($0) }
                .map { event(day, $0, []) }
        }
        return ICalendar(
            "VCALENDAR",
            [
                .value("VERSION", "2.0"), .text("PRODID", "-//Ventanilla//\(Languages.source)"), .value("CALSCALE", "GREGORIAN"),
                .value("METHOD", "PUBLISH"), .text("NAME", point.name), .text("X-WR-CALNAME", point.name),
            ], [ChileanZone.component(from: from, to: to)] + usual + special
        ).document
    }

    /// The same hours on days of every week, from the first to the last on which they hold.
    private func repeated(
        _ weekdays: ClosedRange<Int>, _ interval: OpeningHours.Interval, _ opening: OpeningHours, _ days: [Day]
    ) -> ICalendar? {
        let mine = days.filter { weekdays.contains($0.weekday) }
        func holds(_ day: Day) -> Bool { opening.intervals(on: day, holidays, in: commune.code.description).contains(interval) }
        guard let first = mine.first(where: holds), let last = mine.last(where: holds) else { return nil }
        let without = mine.filter { first < $0 && $0 < last && !holds($0) }
        let names = weekdays.map { ICalendarDays.names[$0 - 1] }.joined(separator: ",")
        return event(
            first, interval,
            [
                .value("RRULE", "FREQ=WEEKLY;BYDAY=\(names);UNTIL=\(Self.utc(last, interval.from))"),
                without.isEmpty
                    ? nil : .value("EXDATE\(ChileanZone.parameter)", without.map { Self.local($0, interval.from) }.joined(separator: ",")),
            ])
    }

    private func event(_ day: Day, _ interval: OpeningHours.Interval, _ rules: [ICalendar.Property?]) -> ICalendar {
        let name = "\(words.base)/datos/puntos/\(point.number)#\(day.iso)-\(interval.from)"
        let times: [ICalendar.Property?] = [
            .value("UID", NamedIdentifier(name, in: .addresses).description), .value("DTSTAMP", Self.utc(words.today, 0)),
            .value("DTSTART\(ChileanZone.parameter)", Self.local(day, interval.from)),
            .value("DTEND\(ChileanZone.parameter)", Self.local(day, interval.to)),
        ]
        let words: [ICalendar.Property?] = [
            .text("SUMMARY", words.texts("openData.open", ["place": point.name])),
            .text("LOCATION", [point.address, commune.name].compactMap(\.self).joined(separator: ", ")), .value("TRANSP", "TRANSPARENT"),
        ]
        return ICalendar("VEVENT", times + rules + words)
    }

    private static func local(_ day: Day, _ minute: Int) -> String {
        let (day, minute) = minute == 1440 ? (day.adding(days: 1), 0) : (day, minute)
        return "\(day.iso.filter { $0 != "-" })T\(padded(minute / 60))\(padded(minute % 60))00"
    }

    private static func utc(_ day: Day, _ minute: Int) -> String {
        let offset = ChileanTime.offsetHours(at: ChileanTime.instant(of: day, hour: minute / 60, minute: minute % 60))
        let later = minute - offset * 60
        return (later < 1440 ? local(day, later) : local(day.adding(days: 1), later - 1440)) + "Z"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
