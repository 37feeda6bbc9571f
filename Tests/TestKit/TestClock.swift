import Synchronization

/// A clock that stands still until a test moves it. It begins on Monday 2026-11-23 at 09:00 in Santiago, 12:00 UTC.
public final class TestClock: Sendable {
    /// 2026-11-23T12:00:00Z in Unix milliseconds.
    public static let monday: Int64 = 1_795_435_200_000

    private let instant: Mutex<Int64>

    public init(_ start: Int64 = TestClock.monday) {
        instant = Mutex(start)
    }

    /// Reads the clock: Unix milliseconds, UTC.
    public var now: @Sendable () -> Int64 {
        { self.instant.withLock { $0 } }
    }

    /// Moves the clock; a negative amount sets it back.
    public func move(byMilliseconds amount: Int64) {
        instant.withLock { $0 += amount }
    }
}
