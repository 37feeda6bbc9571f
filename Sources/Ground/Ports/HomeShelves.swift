/// What a home shows of the catalogue. The catalogue fills it; a channel holds it.
public struct HomeShelves: Sendable {
    /// The topics of announcement after which it must be asked again.
    public let topics: [String]
    public let now: @Sendable () async throws -> Reading

    public init(topics: [String], now: @escaping @Sendable () async throws -> Reading) {
        self.topics = topics
        self.now = now
    }

    /// What stands on the shelves at a moment.
    public struct Reading: Sendable, Hashable {
        /// Moments of life, in their order.
        public var moments: [Entry]
        /// The sheets that most people come for.
        public var asked: [Entry]
        /// Whether they are those of today, counted; otherwise they were chosen.
        public var isAskedToday: Bool
        /// Topics in their groups.
        public var groups: [Group]
        /// What changed last, the newest first.
        public var changes: [Change]

        public init(
            moments: [Entry] = [], asked: [Entry] = [], isAskedToday: Bool = false, groups: [Group] = [], changes: [Change] = []
        ) {
            self.moments = moments
            self.asked = asked
            self.isAskedToday = isAskedToday
            self.groups = groups
            self.changes = changes
        }
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

    /// One thing to go to, by its title.
    public struct Entry: Sendable, Hashable {
        public let address: String
        public let title: String

        public init(address: String, title: String) {
            self.address = address
            self.title = title
        }
    }

    /// Something that is not as it was: what, and since which day (ISO 8601).
    public struct Change: Sendable, Hashable {
        public let entry: Entry
        public let day: String
        /// What changed, in the words of the content.
        public let what: String

        public init(_ entry: Entry, day: String, what: String) {
            self.entry = entry
            self.day = day
            self.what = what
        }
    }
}
