import Civic

/// When a point attends on days of the calendar: its week, the holidays of its comuna, and its exceptions, each with its name.
struct PointHours {
    let point: PointOfService
    let holidays: Holidays

    /// Why a day has the hours that it has.
    enum Cause: Hashable {
        case usual
        case holiday(String?)
        case exception(HourException)
    }

    struct OneDay: Hashable {
        let day: Day
        /// In order, empty when it is closed; nil when nobody stated the hours of the week.
        let intervals: [OpeningHours.Interval]?
        let cause: Cause
    }

    /// Open or closed; nil when nobody stated the hours.
    func state(at now: Instant) -> OpeningHours.State? {
        point.opening?.state(at: now, holidays, in: point.commune?.description)
    }

    func isOpen(at now: Instant) -> Bool {
        if case .open = state(at: now) { true } else { false }
    }

    func day(_ day: Day) -> OneDay {
        let comuna = point.commune?.description
        if let exception = point.exception(on: day) {
            return OneDay(day: day, intervals: exception.hours.intervals, cause: .exception(exception))
        }
        let intervals = point.opening?.intervals(on: day, holidays, in: comuna)
        // A holiday changes nothing on a day on which nobody attends anyway, but people ask for it by its name.
        let isHoliday = holidays.includes(day, in: comuna)
        return OneDay(day: day, intervals: intervals, cause: isHoliday ? .holiday(holidays.name(of: day)) : .usual)
    }

    func days(from first: Day, count: Int) -> [OneDay] { (0..<count).map { day(first.adding(days: $0)) } }
}
