import Civic

/// Months and weekdays. It remembers the last day that it was asked about: contacts come in the order in which they happened, or nearly.
struct LocalCalendar: Sendable {
    private var day = Int.min
    private var parts: (month: Int32, weekday: Int32) = (0, 0)

    /// The month counted from January of the year 0, and the weekday from 1 on Monday to 7 on Sunday.
    mutating func parts(of number: Int) -> (month: Int32, weekday: Int32) {
        if number != day {
            let present = Day(number: number)
            day = number
            parts = (Int32(Month(of: present).number), Int32(present.weekday))
        }
        return parts
    }
}
