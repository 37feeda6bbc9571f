/// Pauses that double up to a limit, each drawn between half and the whole, so that nobody comes back in step.
struct Backoff {
    private let first: Duration
    private let limit: Duration
    private var next: Duration

    init(from first: Duration, to limit: Duration) {
        self.first = first
        self.limit = limit
        next = first
    }

    mutating func pause() -> Duration {
        defer { next = min(next * 2, limit) }
        return next * Double.random(in: 0.5...1)
    }

    mutating func reset() {
        next = first
    }
}

extension Duration {
    /// Whole milliseconds, rounded up, never negative.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return max(0, seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
