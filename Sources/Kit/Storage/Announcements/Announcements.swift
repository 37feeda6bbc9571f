import Synchronization

/// Who listens to which topic in this process, and the last version each was told.
final class Announcements: Sendable {
    private struct State {
        var known: [String: Int64] = [:]
        var listeners: [Int: (topic: String, stream: AsyncStream<Int64>.Continuation)] = [:]
        var made = 0
    }

    private let state = Mutex(State())

    /// Versions of a topic as they change. Only the newest is kept for a listener that is slow: a version is a hint to read
    /// again, not a message.
    func listen(_ topic: String) -> AsyncStream<Int64> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = state.withLock { state in
                state.made += 1
                state.listeners[state.made] = (topic, continuation)
                return state.made
            }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
            }
        }
    }

    /// Passes on the versions that nobody here has been told yet. The first sight of a topic by polling tells listeners too:
    /// they may have read before it was written.
    func deliver(_ versions: [String: Int64]) {
        let told = state.withLock { state in
            let news = versions.filter { state.known[$0.key] != $0.value }
            state.known.merge(news) { $1 }
            return state.listeners.values.compactMap { listener in news[listener.topic].map { (listener.stream, $0) } }
        }
        for (stream, version) in told { stream.yield(version) }
    }

    func finish() {
        let streams = state.withLock { state in
            defer { state.listeners = [:] }
            return state.listeners.values.map(\.stream)
        }
        for stream in streams { stream.finish() }
    }
}
