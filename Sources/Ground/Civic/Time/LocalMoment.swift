extension ChileanTime {
    /// The moment at which the local clock shows this hour and minute. An hour that the change to summer time leaves out is the moment
    /// that follows it; one that the change to winter time repeats is the first of the two.
    public static func instant(of day: Day, hour: Int, minute: Int = 0) -> Instant {
        let local = Int64(day.number) * 86_400_000 + Int64(hour * 60 + minute) * 60_000
        let candidates = [-3, -4].map { Instant(milliseconds: local - Int64($0) * 3_600_000) }
        return candidates.first { self.local($0) == local } ?? candidates[1]
    }
}
