@preconcurrency import Dispatch
import Foundation
import Logging
import Metrics
import Storage
import Synchronization

/// Threads with a connection each, and the line before them. libpq blocks, so it never runs on the cooperative pool.
final class Pool: Sendable {
    let settings: PostgresSettings
    let meters = Meters()
    private let brake = Brake()
    private let line: Mutex<Line>
    private let bells: [DispatchSemaphore]
    private let left = DispatchGroup()
    private let clock: any DispatchSourceTimer

    init(_ address: Address, _ settings: PostgresSettings, _ log: Logger) {
        self.settings = settings
        let count = max(1, settings.connections)
        line = Mutex(Line(threads: count, limit: settings.queue))
        bells = (0..<count).map { _ in DispatchSemaphore(value: 0) }
        clock = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "storage.waiting"))
        clock.schedule(deadline: .now() + .milliseconds(100), repeating: .milliseconds(100))
        clock.setEventHandler { [weak self] in self?.expire() }
        clock.resume()
        for number in 0..<count {
            left.enter()
            let thread = Thread { [self] in
                work(number, seat(address, log))
                left.leave()
            }
            thread.name = "postgres-\(number)"
            thread.stackSize = 4 << 20
            thread.start()
        }
    }

    /// A place for one thread, its own or a neighbour's.
    func seat(_ address: Address, _ log: Logger) -> Seat {
        Seat(address, settings, brake, meters, log)
    }

    /// Runs the job on a thread of the pool. A caller whose task is cancelled while it waits is let go; what has begun is finished.
    func run(_ job: Job) async throws -> any Sendable {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { caller in
                if job.wait(caller) { enter(job) }
            }
        } onCancel: {
            job.giveUp(CancellationError())
            line.withLock { $0.remove(job) }
        }
    }

    /// Refuses who waits, finishes what runs (for a bounded time), and lets go of the connections.
    func close() async {
        stop()
        if await !everybodyHasLeft(within: settings.closing) {
            brake.pull()
            _ = await everybodyHasLeft(within: settings.connecting)
        }
    }

    /// Refuses who waits, without waiting for what runs.
    func stop() {
        let (waiting, resting) = line.withLock { $0.close() }
        for job in waiting { job.giveUp(Self.closed) }
        for number in resting { bells[number].signal() }
        clock.cancel()
    }

    private static let closed = StorageFault(.closed, "the server is stopping")

    private func enter(_ job: Job) {
        switch line.withLock({ $0.enter(job) }) {
        case .closed: job.giveUp(Self.closed)
        case .full: job.giveUp(StorageFault(.unavailable, "too many wait for the database"))
        case .entered(let wake):
            if let wake { bells[wake].signal() }
        }
    }

    private func expire() {
        for job in line.withLock({ $0.expired(at: .now) }) {
            job.giveUp(StorageFault(.unavailable, "no connection became free in time"))
        }
    }

    private func work(_ number: Int, _ seat: Seat) {
        while true {
            let (job, isClosed) = line.withLock { ($0.next(for: number), $0.isClosed) }
            guard let job else {
                if isClosed { return seat.leave() }
                bells[number].wait()
                continue
            }
            if job.begin() {
                meters.waiting.recordNanoseconds((ContinuousClock.now - job.asked).milliseconds * 1_000_000)
                job.run(at: seat)
            }
            line.withLock { $0.done(job) }
        }
    }

    private func everybodyHasLeft(within limit: Duration) async -> Bool {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [left] in
                continuation.resume(returning: left.wait(timeout: .now() + .milliseconds(Int(limit.milliseconds))) == .success)
            }
        }
    }
}
