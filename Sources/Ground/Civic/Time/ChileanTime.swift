/// The legal time of continental Chile (America/Santiago) in integers: four hours behind UTC in winter, three in summer.
/// Source: the IANA time zone database. Since 2019 the changes follow a rule, which is taken to hold in the future; those from 1970 to 2018
/// stand in a table; earlier moments, which are before any record of ours, read as winter time.
public enum ChileanTime {
    /// Milliseconds of the local clock since its own 1970-01-01T00:00.
    static func local(_ instant: Instant) -> Int64 {
        instant.milliseconds + Int64(offsetHours(at: instant)) * hour
    }

    /// Hours to add to UTC: -3 or -4.
    public static func offsetHours(at instant: Instant) -> Int {
        let year = Day(number: Day.floor(instant.milliseconds, by: 86_400_000)).year
        let (ends, begins) = changes(in: year)
        return instant.milliseconds < ends || instant.milliseconds >= begins ? -3 : -4
    }

    /// The hour and minute of the local clock.
    public static func hourAndMinute(_ instant: Instant) -> (hour: Int, minute: Int) {
        let local = local(instant)
        let minutes = Int((local - Int64(Day.floor(local, by: 86_400_000)) * 86_400_000) / 60_000)
        return (minutes / 60, minutes % 60)
    }

    /// When summer time ends and begins in a year: the first Sunday after a Saturday of April, at 03:00 UTC, and of September, at 04:00 UTC.
    private static func changes(in year: Int) -> (ends: Int64, begins: Int64) {
        let autumn: Int
        let spring: Int
        switch year {
        case ..<1970: return (.min, .max)
        case 1970...2018:
            let change = pastChanges[year - 1970]
            if change.ends == 0 { return (.max, .max) }
            autumn = dayNumber(change.ends, in: year)
            spring = dayNumber(change.begins, in: year)
        case 2022:
            autumn = sunday(onOrAfter: 2, of: 4, in: year)
            spring = sunday(onOrAfter: 9, of: 9, in: year)
        default:
            autumn = sunday(onOrAfter: 2, of: 4, in: year)
            spring = sunday(onOrAfter: 2, of: 9, in: year)
        }
        return (Int64(autumn) * 24 * hour + 3 * hour, Int64(spring) * 24 * hour + 4 * hour)
    }

    private static func dayNumber(_ monthAndDay: Int, in year: Int) -> Int {
        Day(year: year, month: monthAndDay / 100, day: monthAndDay % 100)?.number ?? 0
    }

    private static func sunday(onOrAfter day: Int, of month: Int, in year: Int) -> Int {
        guard let first = Day(year: year, month: month, day: day) else { return 0 }
        return first.number + (7 - first.weekday)
    }

    private static let hour: Int64 = 3_600_000
}
