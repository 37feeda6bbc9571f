/// A search as it may be counted: no number of a person, nobody who asked.
public struct SearchHeard: Sendable, Hashable {
    /// Folded, one blank between two.
    public let words: String
    public let results: Int
    /// Whether words were taken for others.
    public let isCorrected: Bool
    public let language: String
    /// What the browser calls itself, by which robots are known.
    public let program: String?

    public init(words: String, results: Int, isCorrected: Bool, language: String, program: String? = nil) {
        (self.words, self.results, self.isCorrected, self.language) = (words, results, isCorrected, language)
        self.program = program
    }
}
