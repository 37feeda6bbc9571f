import Civic

/// Hours in the words of a language.
struct HourTexts {
    let texts: Texts

    /// `De lunes a viernes, de 8:30 a 14:00.` for each stretch of the week.
    func week(_ week: WeeklyHours) -> String {
        week.stretches.map(stretch).joined(separator: " ")
    }

    /// `de 9:00 a 13:00 y de 15:00 a 17:00`
    func times(_ intervals: [OpeningHours.Interval]) -> String {
        intervals.map { texts("hours.times", ["from": clock($0.from), "to": clock($0.to)]) }.joined(separator: texts["hours.and"])
    }

    private func stretch(_ stretch: WeeklyHours.Stretch) -> String {
        let times = times(stretch.intervals)
        let (first, last) = (weekday(stretch.days.lowerBound), weekday(stretch.days.upperBound))
        if stretch.days == 1...7 { return texts("hours.allDays", ["times": times]) }
        if first == last { return texts("hours.day", ["day": first, "times": times]) }
        return texts("hours.days", ["first": first, "last": last, "times": times])
    }

    /// Whether it is open now, and what comes next, as people say it.
    func state(_ state: OpeningHours.State, today: Day) -> String {
        switch state {
        case .open(let until): return texts("hours.open", ["hour": clock(until)])
        case .closed(nil): return texts["hours.closed"]
        case .closed(let next?):
            let (day, hour) = (Day(of: next), clock(next))
            switch day.number - today.number {
            case 0: return texts("hours.closed.today", ["hour": hour])
            case 1: return texts("hours.closed.tomorrow", ["hour": hour])
            case 2...6: return texts("hours.closed.weekday", ["day": weekday(day.weekday), "hour": hour])
            default: return texts("hours.closed.later", ["day": texts.long(day), "hour": hour])
            }
        }
    }

    func weekday(_ number: Int) -> String { texts.item(number, of: "time.weekdays") }

    /// `8:30`, of the local clock. Midnight at the end of a day is 24:00.
    private func clock(_ minute: Int) -> String { "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)" }

    private func clock(_ instant: Instant) -> String {
        let (hour, minute) = ChileanTime.hourAndMinute(instant)
        return clock(hour * 60 + minute)
    }
}
