/// How long something may take.
public enum Term: Sendable, Hashable {
    /// Days that count (Ley 19.880, article 25): how terms in days run unless a law says otherwise.
    case businessDays(Int)
    /// Days of the calendar, all of them.
    case days(Int)
    /// To the day of the same number of a later month, or that month's last day (Código Civil, article 48).
    case months(Int)

    /// The last day of the term. It runs from the day after the notice, and when its last day does not count, it goes on to the next that
    /// does (Ley 19.880, article 25). Throws `OutsideCalendar` when the data of holidays does not reach that far.
    public func end(from notice: Day, _ calendar: BusinessCalendar) throws(OutsideCalendar) -> Day {
        switch self {
        case .businessDays(let count):
            var (day, left) = (notice, max(0, count))
            while left > 0 {
                day = day.adding(days: 1)
                if try calendar.isBusinessDay(day) { left -= 1 }
            }
            return day
        case .days(let count): return try calendar.businessDay(onOrAfter: notice.adding(days: max(0, count)))
        case .months(let count): return try calendar.businessDay(onOrAfter: notice.adding(months: max(0, count)))
        }
    }

    /// The term of an urgent procedure: half, except of applications and appeals (Ley 19.880, article 63). The law does not say how to
    /// halve an odd number; half a day goes to whoever waits, so it is rounded up for them to act and is at least one.
    public func halved(isFilingOrAppeal: Bool) -> Term {
        if isFilingOrAppeal { return self }
        func half(_ count: Int) -> Int { max(1, (count + 1) / 2) }
        switch self {
        case .businessDays(let count): return .businessDays(half(count))
        case .days(let count): return .days(half(count))
        // Half of an odd number of months is counted in days of thirty.
        case .months(let count): return count % 2 == 0 ? .months(count / 2) : .days(half(count * 30))
        }
    }
}

extension Day {
    /// The day of the same number so many months later, or that month's last day: a month after 31 January is 28 or 29 February.
    public func adding(months: Int) -> Day {
        let total = year * 12 + month - 1 + months
        let (newYear, newMonth) = (Day.floor(total, by: 12), total - Day.floor(total, by: 12) * 12 + 1)
        for last in [day, 30, 29, 28] where last <= day {
            if let found = Day(year: newYear, month: newMonth, day: last) { return found }
        }
        return self
    }
}
