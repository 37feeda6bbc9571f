/// Days and half-hours of the local clock for moments that come in order, or nearly: it remembers the last hour that it was asked about. The
/// clock changes by whole hours, on the hour.
public struct LocalHours: Sendable {
    private var hour = Int64.min
    private var day = 0
    private var halves = 0

    public init() {}

    /// The number of the local day.
    public mutating func day(of at: Instant) -> Int {
        turn(to: at)
        return day
    }

    /// 0 from midnight to half past, 47 the last half-hour of the day.
    public mutating func half(of at: Instant) -> Int {
        turn(to: at)
        return halves + (at.milliseconds - hour * 3_600_000 >= 1_800_000 ? 1 : 0)
    }

    private mutating func turn(to at: Instant) {
        let present = at.milliseconds >= 0 ? at.milliseconds / 3_600_000 : (at.milliseconds - 3_599_999) / 3_600_000
        guard present != hour else { return }
        hour = present
        let start = Instant(milliseconds: present * 3_600_000)
        day = Day(of: start).number
        halves = ChileanTime.hourAndMinute(start).hour * 2
    }
}
