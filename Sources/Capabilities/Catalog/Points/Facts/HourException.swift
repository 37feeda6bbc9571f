import Civic

/// Days on which a point keeps other hours than those of its week: closed for lack of water, half a day before a holiday.
public struct HourException: Sendable, Hashable {
    /// Longer than this is no exception any more.
    public static let mostDays = 366

    /// Both included.
    public let days: ClosedRange<Day>
    public let hours: DayHours
    /// Why, in Spanish, as people read it.
    public let reason: String
    public let source: PointSource

    /// nil when it lasts too long.
    public init?(_ days: ClosedRange<Day>, _ hours: DayHours, reason: String, source: PointSource) {
        guard days.upperBound.number - days.lowerBound.number < Self.mostDays else { return nil }
        self.days = days
        self.hours = hours
        self.reason = reason
        self.source = source
    }

    public var isClosed: Bool { hours.intervals.isEmpty }
}
