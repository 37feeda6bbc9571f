import Foundation
import Storage
import Synchronization

/// Tells other nodes which topics moved: over a connection of its own, outside of acts, at most once in 5 ms. What can't be told
/// at once is told when the connection works again.
final class Notifier: Sendable {
    private struct State {
        var topics: Set<String> = []
        var hasThread = false
        var isClosed = false
    }

    static let pause = Duration.milliseconds(5)
    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)
    private let sender: Sender
    private let makeSeat: @Sendable () -> Seat

    init(_ sender: Sender, _ makeSeat: @escaping @Sendable () -> Seat) {
        self.sender = sender
        self.makeSeat = makeSeat
    }

    func notify(_ topics: Set<String>) {
        let (mustRing, mustStart) = state.withLock { state in
            guard !state.isClosed, !topics.isEmpty else { return (false, false) }
            defer { state.hasThread = true }
            let wasEmpty = state.topics.isEmpty
            state.topics.formUnion(topics)
            return (wasEmpty, !state.hasThread)
        }
        if mustStart {
            let thread = Thread { [self] in work(makeSeat()) }
            thread.name = "postgres-notify"
            thread.start()
        }
        if mustRing { bell.signal() }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        bell.signal()
    }

    private func work(_ seat: Seat) {
        var backoff = Backoff(from: .milliseconds(50), to: .seconds(1))
        while true {
            bell.wait()
            let (topics, isClosed) = state.withLock { state in
                defer { state.topics = [] }
                return (state.topics, state.isClosed)
            }
            if isClosed { return seat.leave() }
            if topics.isEmpty { continue }
            do {
                try send(topics, at: seat)
                backoff.reset()
                seat.brake.sleep(Self.pause)
            } catch {
                seat.leave()
                seat.brake.sleep(backoff.pause())
                notify(topics)
            }
        }
    }

    private func send(_ topics: Set<String>, at seat: Seat) throws {
        let connection = try seat.ready(until: .now + seat.settings.wait)
        sender.process = connection.process
        let patience = Patience(seat.settings.statement, grace: seat.settings.grace)
        try connection.command(
            Payload.pack(topics).map { payload in
                .once("SELECT pg_notify($1, $2)", Parameters(values: [.text(Payload.channel), .text(payload)]))
            }, patience)
    }
}

/// The server's process that sends our own announcements, so that the listener beside it knows them.
final class Sender: Sendable {
    private let number = Atomic<Int32>(0)

    var process: Int32 {
        get { number.load(ordering: .relaxed) }
        set { number.store(newValue, ordering: .relaxed) }
    }
}
