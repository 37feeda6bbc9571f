import Civic

/// Where a mobile office, or people who attend in the field, come to.
public struct RouteStop: Sendable, Hashable {
    public let commune: CommuneCode
    /// In words: `Sede vecinal de Moquella`.
    public let place: String
    public let visit: Visit
    /// nil when nobody stated the hours.
    public let hours: DayHours?
    public let source: PointSource

    public init(_ commune: CommuneCode, _ place: String, _ visit: Visit, hours: DayHours? = nil, source: PointSource) {
        self.commune = commune
        self.place = place
        self.visit = visit
        self.hours = hours
        self.source = source
    }
}

/// On which days they come.
public enum Visit: Sendable, Hashable {
    /// `2026-12-03`
    case on(Day)
    /// The first, second, third or fourth of a day of the week in each month, or the last (-1): `3TH`, `-1FR`, as calendars write it
    /// (RFC 5545, BYDAY).
    case each(Int, weekday: Int)
    /// `monthly`: once a month, on a day that nobody stated.
    case monthly

    /// nil unless it is written like one of these.
    public init?(_ text: String) {
        if text == "monthly" {
            self = .monthly
        } else if let day = Day(iso: text) {
            self = .on(day)
        } else if let weekday = Self.weekdays.firstIndex(of: String(text.suffix(2))), let rank = Self.ranks[String(text.dropLast(2))] {
            self = .each(rank, weekday: weekday + 1)
        } else {
            return nil
        }
    }

    /// The first visit from this day on; nil when there is none, or nobody stated the day.
    public func next(onOrAfter day: Day) -> Day? {
        switch self {
        case .on(let visit): visit >= day ? visit : nil
        case .monthly: nil
        case .each(let rank, let weekday):
            (0...1).compactMap { months in
                Day(year: day.year, month: day.month, day: 1).map { Self.day(rank, weekday, inMonthOf: $0.adding(months: months)) }
            }.first { $0 >= day }
        }
    }

    private static func day(_ rank: Int, _ weekday: Int, inMonthOf first: Day) -> Day {
        if rank > 0 { return first.adding(days: (weekday - first.weekday + 7) % 7 + (rank - 1) * 7) }
        let last = first.adding(months: 1).adding(days: -1)
        return last.adding(days: -((last.weekday - weekday + 7) % 7))
    }

    private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    private static let ranks = ["1": 1, "2": 2, "3": 3, "4": 4, "-1": -1]
}

extension Visit: CustomStringConvertible {
    /// As it is written.
    public var description: String {
        switch self {
        case .on(let day): day.iso
        case .each(let rank, let weekday): "\(rank)\(Self.weekdays[weekday - 1])"
        case .monthly: "monthly"
        }
    }
}
