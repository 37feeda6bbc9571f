import Storage
import Synchronization

/// A read or an act on its way: it waits, it is begun, it is answered once.
final class Job: Sendable {
    enum Kind: Hashable {
        case act, read
    }

    typealias Caller = CheckedContinuation<any Sendable, any Error>

    private enum Phase {
        case new, gone
        case waiting(Caller)
        case begun(Caller)
    }

    let kind: Kind
    let asked = ContinuousClock.now
    let deadline: ContinuousClock.Instant
    private let work: @Sendable (Seat, Job) -> Void
    private let phase = Mutex(Phase.new)

    init(_ kind: Kind, within wait: Duration, _ work: @escaping @Sendable (Seat, Job) -> Void) {
        self.kind = kind
        deadline = asked + wait
        self.work = work
    }

    /// False when the caller has gone before it came to wait.
    func wait(_ caller: Caller) -> Bool {
        let waits = phase.withLock { phase in
            guard case .new = phase else { return false }
            phase = .waiting(caller)
            return true
        }
        if !waits { caller.resume(throwing: CancellationError()) }
        return waits
    }

    /// False when nobody waits for it any more.
    func begin() -> Bool {
        phase.withLock { phase in
            guard case .waiting(let caller) = phase else { return false }
            phase = .begun(caller)
            return true
        }
    }

    func run(at seat: Seat) {
        work(seat, self)
    }

    /// Lets the caller go if the job has not begun.
    func giveUp(_ error: any Error) {
        let caller = phase.withLock { phase -> Caller? in
            switch phase {
            case .new: phase = .gone
            case .waiting(let caller):
                phase = .gone
                return caller
            case .begun, .gone: break
            }
            return nil
        }
        caller?.resume(throwing: error)
    }

    func answer(_ result: Result<any Sendable, any Error>) {
        let caller = phase.withLock { phase -> Caller? in
            guard case .begun(let caller) = phase else { return nil }
            phase = .gone
            return caller
        }
        caller?.resume(with: result)
    }
}
