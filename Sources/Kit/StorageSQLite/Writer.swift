import Foundation
import GRDB
import Metrics
import Storage
import Synchronization

/// The one writer: a thread of its own that takes waiting acts in order and commits them in groups.
final class Writer: Sendable {
    private struct Queue {
        var waiting: [WaitingAct] = []
        var isStopping = false
    }

    private let pool: DatabasePool
    private let queue = Mutex(Queue())
    private let arrivals = DispatchSemaphore(value: 0)
    private let stopped = DispatchSemaphore(value: 0)
    private let sizes = Recorder(label: "storage_group_acts")

    init(_ pool: DatabasePool) {
        self.pool = pool
        let thread = Thread { self.work() }
        thread.name = "writer"
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Waits for the act's group to be committed and gives back what it left.
    func run(alone: Bool, _ work: @escaping WaitingAct.Work) async throws -> Committed {
        let place = Mutex<WaitingAct?>(nil)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let act = WaitingAct(alone: alone, work, continuation)
                place.withLock { $0 = act }
                if Task.isCancelled { return act.cancel() }
                let isOpen = queue.withLock { queue in
                    if !queue.isStopping { queue.waiting.append(act) }
                    return !queue.isStopping
                }
                if isOpen { arrivals.signal() } else { act.answer(.failure(StorageFault(.closed, "the server is stopping"))) }
            }
        } onCancel: {
            place.withLock { $0 }?.cancel()
        }
    }

    /// Finishes what has begun and refuses the rest.
    func stop() async {
        let left = queue.withLock { queue in
            queue.isStopping = true
            defer { queue.waiting = [] }
            return queue.waiting
        }
        for act in left { act.answer(.failure(StorageFault(.closed, "the server is stopping"))) }
        arrivals.signal()
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.stopped.wait()
                self.stopped.signal()
                continuation.resume()
            }
        }
    }

    private func work() {
        while true {
            arrivals.wait()
            if let first = next() {
                pool.writeWithoutTransaction { database in
                    let group = Group(database)
                    let size = group.run(startingWith: first, next: { self.next(joining: $0) })
                    sizes.record(size)
                }
            } else if queue.withLock({ $0.isStopping }) {
                return _ = stopped.signal()
            }
        }
    }

    /// The next act that still has a caller and may join the group, if there is one to join.
    private func next(joining group: Group? = nil) -> WaitingAct? {
        guard group?.isOpen ?? true else { return nil }
        return queue.withLock { queue in
            while let act = queue.waiting.first, group == nil || !act.alone {
                queue.waiting.removeFirst()
                if act.start() { return act }
            }
            return nil
        }
    }
}
