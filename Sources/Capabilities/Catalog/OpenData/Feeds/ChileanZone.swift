import Civic
import Markup

/// The legal time of continental Chile as a calendar carries it with itself (RFC 5545 section 3.6.5): each change of the clocks, by its day.
enum ChileanZone {
    static let name = "America/Santiago"

    /// What says of a time that it is of this zone.
    static let parameter = ";TZID=" + name

    /// For the days from one to another.
    static func component(from first: Day, to last: Day) -> ICalendar {
        // Clocks change twice a year: one change before the first day says what holds on it.
        let changes = (first.number - 300...last.number).map(Day.init).compactMap(change)
        return ICalendar(
            "VTIMEZONE", [.value("TZID", name)],
            [true, false].compactMap { toSummer in
                component(changes.filter { $0.toSummer == toSummer }.map(\.day), toSummer: toSummer)
            })
    }

    private static func component(_ days: [Day], toSummer: Bool) -> ICalendar? {
        guard let first = days.first else { return nil }
        return ICalendar(
            toSummer ? "DAYLIGHT" : "STANDARD",
            [
                .value("DTSTART", at(first)), .value("TZOFFSETFROM", toSummer ? "-0400" : "-0300"),
                .value("TZOFFSETTO", toSummer ? "-0300" : "-0400"), .value("TZNAME", toSummer ? "-03" : "-04"),
                days.count > 1 ? .value("RDATE", days.dropFirst().map(at).joined(separator: ",")) : nil,
            ])
    }

    /// Whether the clocks change at the beginning of this day, and to which time. They do so at midnight, as they show it before the change.
    private static func change(_ day: Day) -> (day: Day, toSummer: Bool)? {
        let noons = [day.adding(days: -1), day].map { ChileanTime.offsetHours(at: ChileanTime.instant(of: $0, hour: 12)) }
        return noons[0] == noons[1] ? nil : (day, noons[1] > noons[0])
    }

    private static func at(_ day: Day) -> String { day.iso.filter { $0 != "-" } + "T000000" }
}
