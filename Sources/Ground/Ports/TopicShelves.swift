/// What a home shows of the catalogue. The catalogue fills it; a channel holds it.
public struct TopicShelves: Sendable {
    /// The topics of announcement after which it must be asked again.
    public let topics: [String]
    /// The groups in their order, and the sheets that most people come for.
    public let now: @Sendable () async throws -> (groups: [Group], sheets: [Entry])

    public init(topics: [String], now: @escaping @Sendable () async throws -> (groups: [Group], sheets: [Entry])) {
        self.topics = topics
        self.now = now
    }

    /// A handful of topics under one title.
    public struct Group: Sendable, Hashable {
        public let address: String
        public let title: String
        public let summary: String

        public init(address: String, title: String, summary: String) {
            self.address = address
            self.title = title
            self.summary = summary
        }
    }

    /// One sheet, by its title.
    public struct Entry: Sendable, Hashable {
        public let address: String
        public let title: String

        public init(address: String, title: String) {
            self.address = address
            self.title = title
        }
    }
}
