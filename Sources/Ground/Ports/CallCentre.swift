/// The call centre as the catalogue knows it. The catalogue fills it; a channel holds it.
public struct CallCentre: Sendable {
    /// The topics of announcement after which it must be asked again.
    public let topics: [String]
    /// What is known of it, in the words of one language; nil when the catalogue has none.
    public let now: @Sendable () async throws -> Reading?

    public init(topics: [String], now: @escaping @Sendable () async throws -> Reading?) {
        self.topics = topics
        self.now = now
    }

    /// Its number, its hours in words when they are known, and how else it is reached.
    public struct Reading: Sendable, Hashable {
        public let phone: String
        public let hours: String?
        public let note: String?

        public init(phone: String, hours: String?, note: String?) {
            self.phone = phone
            self.hours = hours
            self.note = note
        }
    }
}
