import Foundation

/// A day of the local calendar, without hour or zone. Laws and payments count in these.
public struct Day: Sendable, Hashable, Comparable, Codable {
    /// Days since 1 January 1970. What the database keeps.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// Nil when there is no such day in the Gregorian calendar.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        number = Day.count(year, month, day)
        guard date == (year, month, day) else { return nil }
    }

    /// `2026-09-01`, exactly so (ISO 8601, extended). Nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ $0.isASCII && $0.isWholeNumber }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day it is at an instant (Unix milliseconds, UTC) in a zone.
    public init(at milliseconds: Int64, in zone: TimeZone) {
        let seconds = (Double(milliseconds) / 1000).rounded(.down)
        let local = Int(seconds) + zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
        number = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    }

    public var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// `2026-09-01`.
    public var iso: String {
        let (year, month, day) = date
        return [(year, 4), (month, 2), (day, 2)].map { String(repeating: "0", count: max(0, $1 - "\($0)".count)) + "\($0)" }
            .joined(separator: "-")
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Howard Hinnant's count of days: years begin in March, so that the leap day is the last.
    private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
