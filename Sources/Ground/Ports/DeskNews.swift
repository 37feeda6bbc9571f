import Civic
import Markup

/// What changed while somebody of the staff was away: each capability hands over its own, the desk shows them first.
public struct DeskNews: Sendable {
    /// One change: what it is, in words, and where it is seen.
    public struct Item: Sendable {
        public let words: String
        /// The path of its page, without a language.
        public let path: String
        public let at: Instant?

        public init(_ words: String, path: String, at: Instant? = nil) {
            self.words = words
            self.path = path
            self.at = at
        }
    }

    /// What changed since that moment and concerns this actor, the newest first; as many as fit a first screen.
    public let since: @Sendable (_ moment: Instant, _ actor: Actor, _ texts: Texts) async throws -> [Item]

    public init(since: @escaping @Sendable (_ moment: Instant, _ actor: Actor, _ texts: Texts) async throws -> [Item]) {
        self.since = since
    }
}
