import Foundation
import Synchronization

/// Makes the ids of this process: 41 bits of milliseconds since 2020-01-01 UTC, 10 bits of node, 12 bits of sequence. They
/// never repeat while the node number is leased. An id is nothing but a name: nothing may be inferred from its order.
final class Identifiers: Sendable {
    /// 2020-01-01T00:00:00Z in Unix milliseconds.
    static let epoch: Int64 = 1_577_836_800_000

    private struct State {
        var node: Int64?
        var leasedUntil: Int64 = 0
        var last: Int64 = 0
        var sequence: Int64 = 0
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> Int64
    private let pause: @Sendable (Int64) -> Void

    /// `pause` waits for so many milliseconds.
    init(now: @escaping @Sendable () -> Int64, pause: @escaping @Sendable (Int64) -> Void = { usleep(UInt32($0) * 1000) }) {
        self.now = now
        self.pause = pause
    }

    func lease(_ node: Int64, until: Int64) {
        state.withLock {
            $0.node = node; $0.leasedUntil = until
        }
    }

    /// The number this process holds, if any.
    var node: Int64? { state.withLock { $0.node } }

    /// The last millisecond that an id was made in.
    var last: Int64 { state.withLock { $0.last } }

    /// A new id, on a database thread. Waits while the clock is behind an id already made; throws `node` without a lease.
    func next() throws -> Int64 {
        while true {
            switch try attempt() {
            case .made(let id): return id
            case .wait(let milliseconds): pause(milliseconds)
            }
        }
    }

    /// A new id, without holding a thread while it waits.
    func nextAct() async throws -> ActID {
        while true {
            switch try attempt() {
            case .made(let id): return ActID(id)
            case .wait(let milliseconds): try await Task.sleep(for: .milliseconds(milliseconds))
            }
        }
    }

    private enum Attempt {
        case made(Int64)
        case wait(Int64)
    }

    private func attempt() throws -> Attempt {
        try state.withLock { state in
            let instant = now()
            guard let node = state.node, instant < state.leasedUntil else {
                throw StorageFault(.node, "this process holds no node number at the moment")
            }
            guard instant >= state.last else { return .wait(min(state.last - instant, 100)) }
            if instant > state.last {
                state.last = instant
                state.sequence = 0
            } else if state.sequence == 4095 {
                return .wait(1)
            } else {
                state.sequence += 1
            }
            return .made((instant - Self.epoch) << 22 | node << 12 | state.sequence)
        }
    }
}
