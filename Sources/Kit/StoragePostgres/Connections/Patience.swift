/// How long an answer is waited for: the limit that the server itself keeps, then a grace, then a request to cancel, then as
/// long a grace again; after that the connection is given up.
final class Patience {
    enum Next {
        case wait(Int32)
        case giveUp
    }

    private let cancelAt: ContinuousClock.Instant
    private let giveUpAt: ContinuousClock.Instant
    private let mayCancel: Bool
    private var isCancelled = false

    /// `mayCancel` is false for COMMIT: its outcome is looked up, never disturbed.
    init(_ limit: Duration, grace: Duration, mayCancel: Bool = true) {
        cancelAt = ContinuousClock.now + limit + grace
        giveUpAt = cancelAt + grace
        self.mayCancel = mayCancel
    }

    func next(cancel: () -> Void) -> Next {
        let now = ContinuousClock.now
        if now >= cancelAt && mayCancel && !isCancelled {
            isCancelled = true
            cancel()
        }
        if now >= giveUpAt { return .giveUp }
        let target = now < cancelAt ? cancelAt : giveUpAt
        return .wait(Int32(min((target - now).milliseconds, 100)))
    }
}
