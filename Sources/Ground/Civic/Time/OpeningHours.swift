/// When a place attends: intervals for each day of the week, and exceptions for single days. Times are those of continental Chile.
public struct OpeningHours: Sendable, Hashable {
    /// From one minute of the day up to, and without, another: 540 to 840 is 9:00 to 14:00.
    public struct Interval: Sendable, Hashable, Comparable {
        public let from: Int
        public let to: Int

        /// nil unless it lies in one day and ends after it begins.
        public init?(from: Int, to: Int) {
            guard from >= 0, to <= 1440, from < to else { return nil }
            self.from = from
            self.to = to
        }

        /// Reads `09:00-14:00`.
        public init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minutes($0) }
            guard parts.count == 2, let from = parts[0], let to = parts[1] else { return nil }
            self.init(from: from, to: to)
        }

        public static func < (left: Interval, right: Interval) -> Bool { (left.from, left.to) < (right.from, right.to) }

        private static func minutes(_ text: Substring) -> Int? {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
                let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
            else { return nil }
            return hour * 60 + minute
        }
    }

    private let week: [[Interval]]
    private let exceptions: [Int: [Interval]]
    private let isOpenOnHolidays: Bool

    /// `week` has the intervals by day, from 1 (Monday) to 7; `exceptions` those of single days, empty for a day on which the place is
    /// closed. nil when intervals of one day touch or overlap.
    public init?(week: [Int: [Interval]], exceptions: [Day: [Interval]] = [:], isOpenOnHolidays: Bool = false) {
        func sorted(_ intervals: [Interval]) -> [Interval]? {
            let sorted = intervals.sorted()
            return zip(sorted, sorted.dropFirst()).allSatisfy { $0.to < $1.from } ? sorted : nil
        }
        var days: [[Interval]] = []
        for weekday in 1...7 {
            guard let intervals = sorted(week[weekday] ?? []) else { return nil }
            days.append(intervals)
        }
        var special: [Int: [Interval]] = [:]
        for (day, intervals) in exceptions {
            guard let intervals = sorted(intervals) else { return nil }
            special[day.number] = intervals
        }
        guard week.keys.allSatisfy({ (1...7).contains($0) }) else { return nil }
        self.week = days
        self.exceptions = special
        self.isOpenOnHolidays = isOpenOnHolidays
    }

    /// The intervals of a day: its exception, or none on a holiday, or those of its day of the week.
    public func intervals(on day: Day, _ holidays: Holidays, in comuna: String? = nil) -> [Interval] {
        if let special = exceptions[day.number] { return special }
        if !isOpenOnHolidays, holidays.includes(day, in: comuna) { return [] }
        return week[day.weekday - 1]
    }

    public enum State: Sendable, Hashable {
        /// Open, until that moment.
        case open(until: Instant)
        /// Closed; the next opening, if there is one within sixty days.
        case closed(next: Instant?)
    }

    /// Whether the place is open at a moment, and what comes next.
    public func state(at instant: Instant, _ holidays: Holidays, in comuna: String? = nil) -> State {
        let today = Day(of: instant)
        let (hour, minute) = ChileanTime.hourAndMinute(instant)
        let now = hour * 60 + minute
        let intervals = intervals(on: today, holidays, in: comuna)
        if let current = intervals.first(where: { $0.from <= now && now < $0.to }) {
            return .open(until: moment(today, current.to))
        }
        if let later = intervals.first(where: { $0.from > now }) { return .closed(next: moment(today, later.from)) }
        for ahead in 1...60 {
            let day = today.adding(days: ahead)
            if let first = self.intervals(on: day, holidays, in: comuna).first { return .closed(next: moment(day, first.from)) }
        }
        return .closed(next: nil)
    }

    private func moment(_ day: Day, _ minute: Int) -> Instant {
        minute == 1440
            ? ChileanTime.instant(of: day.adding(days: 1), hour: 0) : ChileanTime.instant(of: day, hour: minute / 60, minute: minute % 60)
    }
}
