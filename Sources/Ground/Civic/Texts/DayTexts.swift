extension Texts {
    /// `lunes 23 de noviembre de 2026`.
    public func long(_ day: Day) -> String {
        self("time.day.long", ["weekday": item(day.weekday, of: "time.weekdays"), "date": short(day)])
    }

    /// `23 de noviembre de 2026`.
    public func short(_ day: Day) -> String {
        self("time.day.short", ["day": "\(day.day)", "month": item(day.month, of: "time.months"), "year": "\(day.year)"])
    }

    /// `14:30`, on the clocks of continental Chile.
    public func hour(_ instant: Instant) -> String {
        let (hour, minute) = ChileanTime.hourAndMinute(instant)
        return "\(Day.padded(hour, to: 2)):\(Day.padded(minute, to: 2))"
    }
}
