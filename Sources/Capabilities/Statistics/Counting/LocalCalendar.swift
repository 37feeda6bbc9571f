import Civic

/// Months, weekdays and half-hours of local time. It remembers the last day and hour that it was asked about: contacts come in the order in
/// which they happened, or nearly.
struct LocalCalendar: Sendable {
    private var day = Int.min
    private var parts: (month: Int32, weekday: Int32) = (0, 0)
    private var hour = Int64.min
    private var halves: Int32 = 0

    /// The month counted from January of the year 0, and the weekday from 1 on Monday to 7 on Sunday.
    mutating func parts(of number: Int) -> (month: Int32, weekday: Int32) {
        if number != day {
            let present = Day(number: number)
            day = number
            parts = (Int32(Month(of: present).number), Int32(present.weekday))
        }
        return parts
    }

    /// The half-hour of the local clock, 0 to 47. The clock changes by whole hours, on the hour.
    mutating func half(of at: Int64) -> Int32 {
        let present = at >= 0 ? at / 3_600_000 : (at - 3_599_999) / 3_600_000
        if present != hour {
            hour = present
            halves = Int32(ChileanTime.hourAndMinute(Instant(milliseconds: present * 3_600_000)).hour * 2)
        }
        return halves + (at - present * 3_600_000 >= 1_800_000 ? 1 : 0)
    }
}
