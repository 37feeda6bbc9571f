/// Documents in memory, found by words in the order in which they answer best. It never changes: what is new has an index of its own.
///
/// Ranking is BM25F over stems (Robertson, Zaragoza and Taylor, 2004), with more for words that stand together and for a query that
/// says the whole name of a thing.
public struct SearchIndex: Sendable {
    let fields: [SearchField]
    let lexicon: Lexicon
    let vocabulary: Vocabulary
    let postings: Postings
    let passages: PassageTable
    let synonyms: SynonymTable
    let speller: Speller
    /// By document: what its score is multiplied with, popularity included.
    let factors: [Float]

    /// The most that popularity adds, as a share of the score.
    private static let mostPopular: Float = 0.05

    /// Documents are known by their place in the list.
    public init(_ documents: [SearchDocument], fields: [SearchField], lexicon: Lexicon) {
        let builder = IndexBuilder(documents, fields: fields, lexicon: lexicon)
        (self.fields, self.lexicon) = (fields, lexicon)
        (vocabulary, postings, passages) = (builder.vocabulary, builder.postings, builder.passages)
        synonyms = SynonymTable(lexicon, vocabulary)
        let said = synonyms.words.union(lexicon.stopWords).filter { [vocabulary] in vocabulary.known($0) == nil }.sorted()
        speller = Speller(zip(vocabulary.words, vocabulary.uses.map(Int.init)).map { ($0, $1) } + said.map { ($0, 3) })
        let most = documents.map(\.opened).max() ?? 0
        factors = documents.map { $0.factor * (1 + Self.mostPopular * Self.damped($0.opened) / max(Self.damped(most), 1)) }
    }

    /// How many documents there are.
    public var count: Int { factors.count }

    /// What answers a text. At most 200 characters and 12 words of it are read. Without `corrects`, words that nobody knows stay as they
    /// were typed; with `isOpen`, the last word may go on.
    public func find(_ text: String, corrects: Bool = true, isOpen: Bool = false) -> SearchFindings {
        let query = QueryReader(index: self, corrects: corrects, isOpen: isOpen).read(text)
        return Ranking(index: self, terms: query.terms).findings(of: query)
    }

    private static func damped(_ opened: Int) -> Float { Float(Int.bitWidth - max(opened, 0).leadingZeroBitCount) }

    /// Two known words that were written together: the cut whose rarer half is the most used.
    func split(_ word: String) -> (String, String)? {
        guard word.utf8.count >= 7, word.utf8.count == word.count else { return nil }
        var best: (words: (String, String), documents: Int)?
        for cut in 3...(word.count - 3) {
            let (first, second) = (String(word.prefix(cut)), String(word.dropFirst(cut)))
            guard let left = vocabulary.known(first), let right = vocabulary.known(second) else { continue }
            let documents = min(postings.range(left).count, postings.range(right).count)
            if documents > best?.documents ?? 0 { best = ((first, second), documents) }
        }
        return best?.words
    }
}

extension SearchIndex {
    /// Words that documents have and that look or sound like those of a text, the nearest first, one of each stem. Wider than a
    /// correction: to be offered, not taken.
    public func near(_ text: String, most: Int) -> [String] {
        let words = FoldedWord.all(in: String(text.prefix(200))).prefix(12).map(\.folded).filter { !lexicon.stopWords.contains($0) }
        let guesses = words.flatMap { word in speller.guesses(for: word, limit: 3, most: word.count < 6 ? 1 : 2) }
        var seen = Set(words.compactMap(vocabulary.known))
        return Array(guesses.map(\.word).filter { word in vocabulary.known(word).map { seen.insert($0).inserted } ?? false }.prefix(most))
    }
}
