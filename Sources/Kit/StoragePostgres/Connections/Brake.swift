import Foundation
import Synchronization

/// Tells every wait of the driver to end, once closing has taken its time.
final class Brake: Sendable {
    private let pulled = Atomic(false)

    var isPulled: Bool { pulled.load(ordering: .relaxed) }

    func pull() {
        pulled.store(true, ordering: .relaxed)
    }

    /// Blocks the thread for a while, or until the brake is pulled.
    func sleep(_ pause: Duration) {
        let end = ContinuousClock.now + pause
        while !isPulled {
            let left = end - ContinuousClock.now
            if left <= .zero { return }
            usleep(UInt32(min(left, .milliseconds(50)).milliseconds * 1000))
        }
    }
}
