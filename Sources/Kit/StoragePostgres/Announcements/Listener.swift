import Foundation
import Storage
import Synchronization

/// Hears what other nodes announce, on a connection and a thread of its own. When the connection was lost and is made again,
/// everybody is told that anything may have moved: the empty set.
final class Listener: Sendable {
    private struct State {
        var streams: [Int: AsyncStream<Set<String>>.Continuation] = [:]
        var made = 0
        var hasThread = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let sender: Sender
    private let makeSeat: @Sendable () -> Seat

    init(_ sender: Sender, _ makeSeat: @escaping @Sendable () -> Seat) {
        self.sender = sender
        self.makeSeat = makeSeat
    }

    /// Names of topics as they move elsewhere. Of a slow listener only the newest hints are kept.
    func hints() -> AsyncStream<Set<String>> {
        AsyncStream(bufferingPolicy: .bufferingNewest(256)) { stream in
            let (number, mustStart) = state.withLock { state in
                state.made += 1
                if !state.isClosed { state.streams[state.made] = stream }
                defer { state.hasThread = true }
                return (state.isClosed ? nil : state.made, !state.isClosed && !state.hasThread)
            }
            guard let number else { return stream.finish() }
            stream.onTermination = { [weak self] _ in
                _ = self?.state.withLock { $0.streams.removeValue(forKey: number) }
            }
            if mustStart {
                let thread = Thread { [self] in work(makeSeat()) }
                thread.name = "postgres-listen"
                thread.start()
            }
        }
    }

    func close() {
        let streams = state.withLock { state in
            state.isClosed = true
            defer { state.streams = [:] }
            return state.streams.values
        }
        for stream in streams { stream.finish() }
    }

    private var isClosed: Bool { state.withLock { $0.isClosed } }

    private func work(_ seat: Seat) {
        while !isClosed && !seat.brake.isPulled {
            do {
                let connection = try seat.ready(until: .now + .milliseconds(600))
                _ = try connection.ask("LISTEN \(Payload.channel)")
                tell([])
                try listen(connection)
            } catch {
                seat.leave()
            }
        }
        seat.leave()
    }

    private func listen(_ connection: Connection) throws {
        while !isClosed {
            for (payload, process) in try connection.announcements(within: .milliseconds(100)) where process != sender.process {
                tell(Payload.unpack(payload))
            }
            guard connection.isAnswering else { throw connection.lost("the server does not answer") }
        }
    }

    private func tell(_ topics: Set<String>) {
        for stream in state.withLock({ $0.streams.values.map { $0 } }) { stream.yield(topics) }
    }
}
