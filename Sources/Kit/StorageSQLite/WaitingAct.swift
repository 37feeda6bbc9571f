import Storage
import Synchronization

/// An act in the writer's queue, and whoever waits for it. It is answered exactly once.
final class WaitingAct: Sendable {
    typealias Work = @Sendable (any Session) throws -> Committed
    typealias Answer = Result<Committed, any Error>

    private enum State {
        case waiting(CheckedContinuation<Committed, any Error>?)
        case started(CheckedContinuation<Committed, any Error>?)
        case done
    }

    let alone: Bool
    let work: Work
    private let state: Mutex<State>

    init(alone: Bool, _ work: @escaping Work, _ continuation: CheckedContinuation<Committed, any Error>) {
        self.alone = alone
        self.work = work
        state = Mutex(.waiting(continuation))
    }

    /// False when the caller has gone: then it never starts.
    func start() -> Bool {
        state.withLock { state in
            guard case .waiting(let continuation) = state else { return false }
            state = .started(continuation)
            return true
        }
    }

    /// Lets a caller go who was cancelled before its act began. An act that began is finished and answered.
    func cancel() {
        let continuation = state.withLock { state -> CheckedContinuation<Committed, any Error>? in
            guard case .waiting(let continuation) = state else { return nil }
            state = .done
            return continuation
        }
        continuation?.resume(throwing: CancellationError())
    }

    func answer(_ answer: Answer) {
        let continuation = state.withLock { state -> CheckedContinuation<Committed, any Error>? in
            defer { state = .done }
            switch state {
            case .waiting(let continuation), .started(let continuation): return continuation
            case .done: return nil
            }
        }
        continuation?.resume(with: answer)
    }
}
