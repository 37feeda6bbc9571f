import Civic
import Synchronization

/// Where the messages of a demonstration end: in memory, the last hundred, for whoever tries it to read. Nothing goes out.
public final class Outbox: Sendable {
    public struct Message: Sendable, Hashable {
        public let at: Instant
        public let to: String
        public let title: String
        public let text: String

        public init(at: Instant, to: String, title: String, text: String) {
            self.at = at
            self.to = to
            self.title = title
            self.text = text
        }
    }

    private let messages = Mutex<[(key: String, message: Message)]>([])

    public init() {}

    /// The same key twice is one message.
    public func take(_ message: Message, key: String) {
        messages.withLock { messages in
            if messages.contains(where: { $0.key == key }) { return }
            messages.append((key, message))
            if messages.count > 100 { messages.removeFirst() }
        }
    }

    /// The newest first.
    public var all: [Message] { messages.withLock { $0.map(\.message) }.reversed() }
}
