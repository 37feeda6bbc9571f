/// What is known of a language besides the documents.
public struct Lexicon: Sendable {
    /// Folded words that say nothing: they are neither indexed nor looked for.
    let stopWords: Set<String>
    /// What people say, and what the documents say instead.
    let synonyms: [(said: String, meant: String)]
    /// Folded words that are right although no document has them: they are not taken for mistakes.
    let familiar: Set<String>

    public init(stopWords: [String] = [], synonyms: [(said: String, meant: String)] = [], familiar: [String] = []) {
        self.stopWords = Set(stopWords.map(Folding.fold))
        self.synonyms = synonyms
        self.familiar = Set(familiar.map(Folding.fold))
    }

    /// The words of a text that say something.
    func telling(_ text: String) -> [FoldedWord] {
        FoldedWord.all(in: text).filter { !stopWords.contains($0.folded) }
    }
}
