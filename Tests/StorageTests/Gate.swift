import Dispatch
import Synchronization

/// Holds a thread until the test lets it go on.
final class Gate: Sendable {
    private let reached = Atomic(false)
    private let lock = DispatchSemaphore(value: 0)

    /// Whether a thread has come here.
    var isReached: Bool { reached.load(ordering: .sequentiallyConsistent) }

    /// Waits until the gate is opened; whoever comes later goes through.
    func pass() {
        reached.store(true, ordering: .sequentiallyConsistent)
        lock.wait()
        lock.signal()
    }

    func open() {
        lock.signal()
    }
}

/// How often each act's block ran.
final class Runs: Sendable {
    private let counts = Mutex<[Int64: Int]>([:])

    /// Counts a run and gives back its number, from 1.
    @discardableResult
    func count(_ act: Int64) -> Int {
        counts.withLock {
            $0[act, default: 0] += 1
            return $0[act] ?? 0
        }
    }

    subscript(_ act: Int64) -> Int { counts.withLock { $0[act] ?? 0 } }
    var total: Int { counts.withLock { $0.values.reduce(0, +) } }
}

/// What happened, in the order in which it did.
final class Order<Event: Sendable>: Sendable {
    private let events = Mutex<[Event]>([])

    func append(_ event: Event) { events.withLock { $0.append(event) } }
    var all: [Event] { events.withLock { $0 } }
}
