import Civic

/// The hours of each day of the week, written as `1-5 08:30-14:00` or `1-4 09:00-13:00 15:00-17:00; 5 09:00-13:00`: days from 1 (Monday)
/// to 7, then the intervals of each of them.
public struct WeeklyHours: Sendable, Hashable, CustomStringConvertible {
    /// Days that follow each other with the same intervals.
    public struct Stretch: Sendable, Hashable {
        public let days: ClosedRange<Int>
        public let intervals: [OpeningHours.Interval]
    }

    /// In the order of the week, without a day in two of them.
    public let stretches: [Stretch]
    /// The same, as `OpeningHours` reckons with them.
    public let opening: OpeningHours
    /// As it is written.
    public let description: String

    /// nil unless it is written like that, in the order of the week, with no interval that touches another.
    public init?(_ text: String) {
        var stretches: [Stretch] = []
        for piece in text.split(separator: ";", omittingEmptySubsequences: false) {
            guard let stretch = Self.stretch(piece.drop { $0 == " " }), stretch.days.lowerBound > (stretches.last?.days.upperBound ?? 0)
            else { return nil }
            stretches.append(stretch)
        }
        guard let opening = OpeningHours(week: Self.week(stretches)) else { return nil }
        self.stretches = stretches
        self.opening = opening
        description = text
    }

    /// The same with other hours on single days; nil when those of one day touch or overlap.
    func opening(except days: [Day: [OpeningHours.Interval]]) -> OpeningHours? {
        days.isEmpty ? opening : OpeningHours(week: Self.week(stretches), exceptions: days)
    }

    /// The intervals of a day of the week, from 1 (Monday) to 7.
    func intervals(on weekday: Int) -> [OpeningHours.Interval] { stretches.first { $0.days.contains(weekday) }?.intervals ?? [] }

    private static func week(_ stretches: [Stretch]) -> [Int: [OpeningHours.Interval]] {
        stretches.reduce(into: [:]) { week, stretch in
            for day in stretch.days { week[day] = stretch.intervals }
        }
    }

    private static func stretch(_ text: Substring) -> Stretch? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let days = words[0].split(separator: "-", omittingEmptySubsequences: false).map { $0.utf8.count == 1 ? Int($0) : nil }
        guard days.count <= 2, let first = days[0], let last = days[days.count - 1], first >= 1, last <= 7,
            days.count == 1 || first < last
        else { return nil }
        let intervals = words.dropFirst().map { OpeningHours.Interval(String($0)) }
        let known = intervals.compactMap(\.self)
        return known.isEmpty || known.count < intervals.count || known != known.sorted()
            ? nil : Stretch(days: first...last, intervals: known)
    }

    public static func == (left: Self, right: Self) -> Bool { left.description == right.description }

    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
