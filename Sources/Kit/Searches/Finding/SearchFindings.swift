/// What was found for a text.
public struct SearchFindings: Sendable {
    /// A document that answers, by its place in the list that the index was made of.
    public struct Hit: Sendable, Hashable {
        public let document: Int
        public let score: Float
    }

    /// The best first.
    public let hits: [Hit]
    /// Whether the first has everything that was asked for.
    public let isComplete: Bool
    /// Whether there was anything to look for: a text of little words and signs has nothing.
    public let isEmpty: Bool
    public let corrections: [SearchCorrection]
    /// The text with its corrections in place.
    public let corrected: String
    let terms: [SearchTerm]
    let stems: Set<Int32>
}
