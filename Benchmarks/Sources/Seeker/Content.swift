import Searches

/// What is searched, as `Benchmarks/content.py` writes it.
struct Content: Decodable {
    struct Document: Decodable {
        let key: String
        let factor: Float
        /// Each with the name of its field.
        let passages: [[String]]
    }

    let documents: [Document]
    let stopWords: [String]
    let familiar: [String]
    let synonyms: [[String]]

    /// The fields of the product (`SearchPlace` of the catalogue), by name.
    private static let fields: [(name: String, field: SearchField)] = [
        ("title", SearchField(weight: 5, damping: 0.3, isName: true)), ("otherName", SearchField(weight: 5, damping: 0, isName: true)),
        ("topic", SearchField(weight: 1.5)), ("institution", SearchField(weight: 1.2)), ("summary", SearchField(weight: 2)),
        ("audience", SearchField(weight: 1)), ("detail", SearchField(weight: 0.5)), ("address", SearchField(weight: 2)),
    ]

    func index() -> SearchIndex {
        let numbers = Dictionary(uniqueKeysWithValues: Self.fields.enumerated().map { ($1.name, $0) })
        return SearchIndex(
            documents.map { document in
                SearchDocument(
                    passages: document.passages.compactMap { passage in numbers[passage[0]].map { .init($0, passage[1]) } },
                    factor: document.factor)
            }, fields: Self.fields.map(\.field),
            lexicon: Lexicon(stopWords: stopWords, synonyms: synonyms.map { ($0[0], $0[1]) }, familiar: familiar))
    }
}
