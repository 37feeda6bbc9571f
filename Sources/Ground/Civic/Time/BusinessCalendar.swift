/// Which days count for the terms of the administration: Saturdays, Sundays and holidays do not (Ley 19.880, article 25).
public struct BusinessCalendar: Sendable {
    public let holidays: Holidays
    /// The comuna whose own holidays count besides the country's; nil for none.
    public let comuna: String?

    public init(_ holidays: Holidays, comuna: String? = nil) {
        self.holidays = holidays
        self.comuna = comuna
    }

    /// Whether the day counts. Throws `OutsideCalendar` for a year that the data of holidays does not cover: it is never guessed.
    public func isBusinessDay(_ day: Day) throws(OutsideCalendar) -> Bool {
        guard holidays.covers(day) else { throw OutsideCalendar() }
        return day.weekday < 6 && !holidays.includes(day, in: comuna)
    }

    /// The day itself if it counts, or the next one that does.
    public func businessDay(onOrAfter day: Day) throws(OutsideCalendar) -> Day {
        var day = day
        while try !isBusinessDay(day) { day = day.adding(days: 1) }
        return day
    }

    /// How many days that count lie after `first`, up to `last` included; 0 when `last` is not later.
    public func businessDays(after first: Day, through last: Day) throws(OutsideCalendar) -> Int {
        var (count, day) = (0, first.adding(days: 1))
        while day <= last {
            if try isBusinessDay(day) { count += 1 }
            day = day.adding(days: 1)
        }
        return count
    }
}

/// The data of holidays does not reach that far: somebody must bring it up to date before a term can be counted.
public struct OutsideCalendar: Refusal {
    public init() {}
    public var kind: RefusalKind { .unavailable }
    public var title: TextKey { "error.outsideCalendar.title" }
    public var advice: TextKey { "error.outsideCalendar.advice" }
}
