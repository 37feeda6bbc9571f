/// The declared bins of waiting and attending times: ten seconds wide up to two minutes, a minute up to an hour, five minutes up to four
/// hours, and all that is longer.
public enum Bins {
    /// Where each bin begins, in whole seconds.
    public static let starts: [Int] =
        Array(stride(from: 0, to: 120, by: 10)) + Array(stride(from: 120, to: 3600, by: 60))
        + Array(stride(from: 3600, through: 14_400, by: 300))

    /// The bin of a time.
    static func bin(of seconds: Int64) -> Int {
        switch seconds {
        case ..<0: 0
        case ..<120: Int(seconds / 10)
        case ..<3600: 12 + Int((seconds - 120) / 60)
        case ..<14_400: 70 + Int((seconds - 3600) / 300)
        default: 106
        }
    }

    /// The time that a share of all contacts stays under, in seconds, taken to be spread evenly within its bin; the beginning of the last
    /// bin when it is there. nil when there are none. `counts` has one number for each bin.
    public static func quantile(_ share: Double, of counts: [Int]) -> Double? {
        let all = counts.reduce(0, +)
        guard all > 0 else { return nil }
        let wanted = share * Double(all)
        var before = 0
        for (bin, count) in counts.enumerated() where count > 0 {
            if Double(before + count) >= wanted {
                let start = Double(starts[bin])
                guard bin + 1 < starts.count else { return start }
                return start + (Double(starts[bin + 1]) - start) * (wanted - Double(before)) / Double(count)
            }
            before += count
        }
        return Double(starts[starts.count - 1])
    }
}
