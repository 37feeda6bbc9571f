import Civic

/// What people look for: the portal's search counts it, statistics show it.
public struct SearchFigures: Sendable {
    /// Words that were asked at least so often between two days, and how often.
    public let searches: @Sendable (_ days: ClosedRange<Int>, _ least: Int) async throws -> [Search]

    public init(searches: @escaping @Sendable (_ days: ClosedRange<Int>, _ least: Int) async throws -> [Search]) {
        self.searches = searches
    }

    /// Folded words (no capitals, no accents), how often they were asked, and how often nothing was found.
    public struct Search: Sendable, Hashable {
        public let words: String
        public let asked: Int
        public let vain: Int

        public init(words: String, asked: Int, vain: Int) {
            self.words = words
            self.asked = asked
            self.vain = vain
        }
    }
}
