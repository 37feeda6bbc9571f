import Civic

/// Until which day something can be done without fear. Where a law might give a day more, the earlier day is said: nobody comes late by us.
struct DueDay {
    /// nil without the day of the event, without a term that can be reckoned, or outside of the data of holidays.
    let day: Day?

    init(_ term: StatedTerm, from asked: AskedDay, _ holidays: Holidays) {
        guard case .day(let start) = asked, let within = term.within else {
            day = nil
            return
        }
        day =
            switch within {
            case .days(let count): start.adding(days: count)
            case .months(let count): start.adding(months: count)
            case .businessDays: try? within.end(from: start, BusinessCalendar(holidays))
            }
    }
}
