import Logging
import Metrics
import NIOCore
import Storage
import Synchronization

/// What open pages are told when a topic moves: rendered once for each version, however many listen. Whoever comes back names the last
/// event that it saw and gets what is new, or nothing. Source: WHATWG HTML section 9.2 (server-sent events).
public final class Broadcast: Sendable {
    private struct Listener {
        let client: String
        let bell: AsyncStream<Void>.Continuation
    }

    private struct State {
        var event: (version: Int64, bytes: ByteBuffer)?
        var listeners: [Int: Listener] = [:]
        var byClient: [String: Int] = [:]
        var made = 0
    }

    let topic: String
    private let state = Mutex(State())
    private let database: Database
    private let render: @Sendable () async throws -> String
    private let log: Logger
    private let capacity: Int
    private let perClient: Int

    /// `render` gives the data of the event as it is now, one line of JSON by habit. At most `capacity` listen at once, and `perClient` from
    /// one household, so that listeners never take the place of readers.
    public init(
        _ topic: String, _ database: Database, capacity: Int = 10_000, perClient: Int = 100, log: Logger,
        render: @escaping @Sendable () async throws -> String
    ) {
        self.topic = topic
        self.database = database
        self.capacity = capacity
        self.perClient = perClient
        self.log = log
        self.render = render
    }

    /// Follows the topic until cancelled, and gives each listener a sign at least every `pause`, so that a lost connection is noticed.
    public func run(pause: Duration = .seconds(15)) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [self] in
                let moves = database.listen(topic)
                await refresh()
                for await _ in moves { await refresh() }
            }
            group.addTask { [self] in
                while !Task.isCancelled {
                    try? await Task.sleep(for: pause)
                    ring()
                }
            }
        }
    }

    /// How many listen now.
    public var count: Int { state.withLock { $0.listeners.count } }

    /// The newest event; nil before the first was rendered.
    var event: (version: Int64, bytes: ByteBuffer)? { state.withLock { $0.event } }

    func hasRoom(for client: String) -> Bool {
        let household = RateLimit.household(client)
        return state.withLock { $0.listeners.count < capacity && $0.byClient[household, default: 0] < perClient }
    }

    /// Joins the listeners. The bell rings when there is something new, and now and then when there is not. nil when there are too many.
    func join(_ client: String) -> (number: Int, bell: AsyncStream<Void>, end: @Sendable () -> Void)? {
        let household = RateLimit.household(client)
        let (bell, ringing) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number: Int? = state.withLock { state in
            guard state.listeners.count < capacity, state.byClient[household, default: 0] < perClient else { return nil }
            state.made += 1
            state.listeners[state.made] = Listener(client: household, bell: ringing)
            state.byClient[household, default: 0] += 1
            return state.made
        }
        ringing.yield()
        return number.map { ($0, bell, { ringing.finish() }) }
    }

    func leave(_ number: Int) {
        state.withLock { state in
            guard let listener = state.listeners.removeValue(forKey: number) else { return }
            let left = state.byClient[listener.client, default: 1] - 1
            state.byClient[listener.client] = left > 0 ? left : nil
        }
        measure()
    }

    private func refresh() async {
        do {
            // The version first: data that is newer than its version is sent again at worst.
            let topic = topic
            let version = try await database.read { try $0.version(of: topic) }
            let bytes = ServerSentEvent.bytes(id: version, data: try await render())
            state.withLock { $0.event = (version, bytes) }
            ring()
        } catch {
            log.warning(
                "news could not be made; the next move tries again", metadata: ["topic": "\(topic)", "error": "\(type(of: error))"])
        }
    }

    private func ring() {
        let bells = state.withLock { $0.listeners.values.map(\.bell) }
        for bell in bells { bell.yield() }
        measure()
    }

    private func measure() { Gauge(label: "live_listeners", dimensions: [("topic", topic)]).record(count) }
}
