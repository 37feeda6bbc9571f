import Civic

/// What somebody does in each half hour of a day.
public struct Roster: Sendable, Hashable {
    public enum Half: Sendable, Hashable {
        case attends, pauses
    }

    public let staff: Int64
    public let day: Day
    public var halves: [Int: Half]

    /// Stretches of half hours, the breaks taken out: 9:00 to 13:00 and 14:00 to 17:30.
    var stretches: [ClosedRange<Int>] {
        HalfHour.stretches(halves.keys.filter { halves[$0] == .attends }.sorted())
    }
}

/// A day of somebody, as it is planned: from a half hour until another, with a break between.
public struct PlannedDay: Sendable, Hashable {
    public let staff: Int64
    public let day: Day
    public let halves: Range<Int>
    public let pause: Range<Int>?

    /// nil when it ends before it begins, or the break is not within it.
    public init?(staff: Int64, day: Day, from: Int, to: Int, pauseFrom: Int? = nil, pauseTo: Int? = nil) {
        guard (0..<48).contains(from), (1...48).contains(to), from < to, (pauseFrom == nil) == (pauseTo == nil) else { return nil }
        if let pauseFrom, let pauseTo {
            guard pauseFrom < pauseTo, pauseFrom > from, pauseTo < to else { return nil }
            pause = pauseFrom..<pauseTo
        } else {
            pause = nil
        }
        self.staff = staff
        self.day = day
        halves = from..<to
    }
}

/// Where and through which channel people are attended.
public struct PlannedPlace: Sendable, Hashable {
    public let point: Int64?
    public let channel: Channel

    public init(point: Int64?, channel: Channel) {
        self.point = point
        self.channel = channel
    }
}

/// Somebody is away that day: their absence is taken back first.
public struct AwayThen: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "staffing.away" }
    public var advice: TextKey { "staffing.away.advice" }
}
