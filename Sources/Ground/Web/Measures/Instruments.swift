import Metrics
import Synchronization

/// A count that only grows.
final class Tally: CounterHandler {
    private let amount = Atomic<Int64>(0)

    var value: Int64 { amount.load(ordering: .relaxed) }

    func increment(by more: Int64) { amount.add(more, ordering: .relaxed) }
    func reset() { amount.store(0, ordering: .relaxed) }
}

/// A number that goes up and down.
final class Level: MeterHandler {
    private let level = Mutex(0.0)

    var value: Double { level.withLock { $0 } }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { level.withLock { $0 = value } }
    func increment(by more: Double) { level.withLock { $0 += more } }
    func decrement(by less: Double) { level.withLock { $0 -= less } }
}

/// How values fall into fixed bins. Times are kept in seconds.
final class Histogram: RecorderHandler, TimerHandler {
    struct Bins {
        var counts: [Int64]
        var count: Int64 = 0
        var sum = 0.0
    }

    /// The upper ends of the bins of times.
    static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    /// The upper ends of the bins of sizes and counts.
    static let sizes = [1.0, 2, 5, 10, 20, 50, 100, 1_000, 10_000, 100_000, 1_000_000]

    let ends: [Double]
    private let bins: Mutex<Bins>

    init(ends: [Double]) {
        self.ends = ends
        bins = Mutex(Bins(counts: Array(repeating: 0, count: ends.count)))
    }

    var value: Bins { bins.withLock { $0 } }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let bin = ends.firstIndex { value <= $0 }
        bins.withLock { bins in
            if let bin { bins.counts[bin] += 1 }
            bins.count += 1
            bins.sum += value
        }
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }
}
