import Synchronization

/// Spares a system that is not well, and whoever would wait for it: after some failures in a row nobody asks it any more; after a pause
/// one question tries whether it is back.
public final class CircuitBreaker: Sendable {
    private struct State {
        var failures = 0
        /// Until when nobody asks; nil while it is closed.
        var restsUntil: Int64?
        var isTrying = false
    }

    private let state = Mutex(State())
    private let most: Int
    private let pause: Int64

    /// It opens after `most` failures in a row, for `pause` milliseconds.
    public init(most: Int, pause: Int64) {
        self.most = max(1, most)
        self.pause = max(1, pause)
    }

    /// Whether a question may go out now.
    func lets(at now: Int64) -> Bool {
        state.withLock { state in
            guard let until = state.restsUntil else { return true }
            guard now >= until, !state.isTrying else { return false }
            state.isTrying = true
            return true
        }
    }

    func succeeded() {
        state.withLock { $0 = State() }
    }

    func failed(at now: Int64) {
        state.withLock { state in
            state.failures += 1
            if state.isTrying || state.failures >= most { state.restsUntil = now + pause }
            state.isTrying = false
        }
    }

    /// The question came to no end: its asker went away.
    func gaveUp() {
        state.withLock { $0.isTrying = false }
    }
}
