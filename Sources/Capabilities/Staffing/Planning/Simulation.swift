import Civic
import Foundation

/// A day played through many times: people come by chance as the forecast says, wait in one line, and are attended by whoever is there in
/// that half hour. It knows what the steady formula does not: that the day begins empty, that peaks leave a tail, and that attentions are
/// not all alike.
struct Simulation: Sendable {
    /// Expected people in each half hour.
    let arrivals: [Double]
    /// Agents in each half hour.
    let agents: [Int]
    let times: Times
    /// The share to be attended within so many seconds is counted.
    let limit: Double

    struct Outcome: Sendable, Hashable {
        /// People of one day.
        let people: Double
        /// Mean seconds of waiting.
        let meanWait: Double
        /// Nine in ten wait no longer, in seconds.
        let ninetieth: Double
        /// Attended within the limit, of every 1.
        let served: Double
        /// Still waiting when the last agent leaves, in a day.
        let left: Double
    }

    /// Plays so many days. The same seed gives the same days.
    func run(days: Int, seed: UInt64) -> Outcome {
        var chance = Dice(seed)
        var (waits, left): ([Double], Int) = ([], 0)
        for _ in 0..<days { play(&waits, &left, &chance) }
        waits.sort()
        let count = Double(max(1, waits.count))
        return Outcome(
            people: Double(waits.count + left) / Double(days), meanWait: waits.reduce(0, +) / count,
            ninetieth: waits.isEmpty ? 0 : waits[min(waits.count - 1, Int(Double(waits.count) * 0.9))],
            served: Double(waits.prefix { $0 <= limit }.count) / Double(max(1, waits.count + left)), left: Double(left) / Double(days))
    }

    private func play(_ waits: inout [Double], _ left: inout Int, _ chance: inout Dice) {
        let people = arrived(&chance)
        // When each seat is free again; a seat that nobody holds in a half hour takes nobody then.
        var free = Array(repeating: 0.0, count: agents.max() ?? 0)
        for came in people {
            guard let (seat, begins) = seat(free, from: came) else {
                left += 1
                continue
            }
            free[seat] = begins + times.draw(using: &chance)
            waits.append(begins - came)
        }
    }

    /// The seat in which somebody who came is attended first, and when; nil when nobody is there any more.
    private func seat(_ free: [Double], from came: Double) -> (seat: Int, begins: Double)? {
        var best: (seat: Int, begins: Double)?
        for seat in free.indices {
            var begins = max(free[seat], came)
            while Int(begins / 1800) < 48, agents[Int(begins / 1800)] <= seat { begins = (begins / 1800).rounded(.down) * 1800 + 1800 }
            guard Int(begins / 1800) < 48 else { continue }
            if best.map({ begins < $0.begins }) ?? true { best = (seat, begins) }
        }
        return best
    }

    /// When people come, in seconds of the day.
    private func arrived(_ chance: inout Dice) -> [Double] {
        var people: [Double] = []
        for (half, expected) in arrivals.enumerated() where expected > 0 {
            var at = 0.0
            while true {
                at += -log(1 - Double.random(in: 0..<1, using: &chance)) * 1800 / expected
                guard at < 1800 else { break }
                people.append(Double(half) * 1800 + at)
            }
        }
        return people
    }
}
