import Civic

/// The hours of a single day, written as `09:00-13:00 15:00-17:00`, or `closed`.
public struct DayHours: Sendable, Hashable, CustomStringConvertible {
    /// In order; empty when it is closed.
    public let intervals: [OpeningHours.Interval]
    /// As it is written.
    public let description: String

    /// A day on which nobody attends.
    public static let closed = DayHours(intervals: [], description: "closed")

    private init(intervals: [OpeningHours.Interval], description: String) {
        self.intervals = intervals
        self.description = description
    }

    /// nil unless it is written like that, in the order of the day, with no interval that touches another.
    public init?(_ text: String) {
        if text == Self.closed.description {
            self = .closed
            return
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let intervals = words.compactMap { OpeningHours.Interval(String($0)) }
        guard intervals.count == words.count, zip(intervals, intervals.dropFirst()).allSatisfy({ $0.to < $1.from }) else { return nil }
        self.init(intervals: intervals, description: text)
    }
}
