import Civic

/// How many people will come in each half hour of a day: the mean of the same weekday in the last weeks, the near ones counting more; with
/// the error that the same way of reckoning had on the weeks that are known.
struct Forecast: Sendable, Hashable {
    /// In the 48 half hours of the day.
    let halves: [Double]
    /// What was missed of all that came, of every 1, when each known week was reckoned from those before it; nil with fewer than two weeks.
    let error: Double?
    /// From how many days it is made.
    let weeks: Int

    var day: Double { halves.reduce(0, +) }

    /// So many weeks are looked back on.
    static let most = 8
    /// Each week counts so much of the one after it.
    private static let fading = 0.8

    /// `past` are the half hours of past days. nil when the same weekday never had anybody. A day on which a place is closed is none: `isClosed`
    /// says which.
    init?(of day: Day, from past: [Day: [Int]], isClosed: (Day) -> Bool) {
        let known = (1...Self.most).map { day.adding(days: -7 * $0) }.filter { !isClosed($0) }.compactMap { past[$0] }
        guard !known.isEmpty else { return nil }
        halves = isClosed(day) ? Array(repeating: 0, count: 48) : Self.mean(known)
        weeks = known.count
        error = Self.missed(known)
    }

    private static func mean(_ days: some Collection<[Int]>) -> [Double] {
        var (sums, weights, weight) = (Array(repeating: 0.0, count: 48), 0.0, 1.0)
        for day in days {
            for half in 0..<48 { sums[half] += Double(day[half]) * weight }
            weights += weight
            weight *= fading
        }
        return sums.map { $0 / weights }
    }

    /// The newest first: each is reckoned from those behind it.
    private static func missed(_ days: [[Int]]) -> Double? {
        guard days.count > 1 else { return nil }
        var (missed, came) = (0.0, 0)
        for index in 0..<(days.count - 1) {
            let expected = mean(days[(index + 1)...])
            for half in 0..<48 { missed += abs(expected[half] - Double(days[index][half])) }
            came += days[index].reduce(0, +)
        }
        return came > 0 ? missed / Double(came) : nil
    }
}
