/// A month of the calendar.
public struct Month: Sendable, Hashable, Comparable {
    /// Months since January of the year 0.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// nil if there is no such month.
    public init?(year: Int, month: Int) {
        guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
        number = year * 12 + month - 1
    }

    public init(of day: Day) {
        number = day.year * 12 + day.month - 1
    }

    public var year: Int { number / 12 }
    /// 1 to 12.
    public var month: Int { number % 12 + 1 }

    public var first: Day { Day(year: year, month: month, day: 1) ?? Day(number: 0) }
    public var last: Day { Month(number: number + 1).first.adding(days: -1) }

    /// `2022-07`.
    public var iso: String { String(first.iso.prefix(7)) }

    public static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}
