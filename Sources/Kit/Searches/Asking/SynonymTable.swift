/// Other words for the same thing, as stems.
struct SynonymTable: Sendable {
    /// By the keys of the words that people say.
    private var phrases: [[String]: [[Int32]]] = [:]
    /// The most words that people's names for a thing have.
    private(set) var longest = 0
    /// The folded words that people say, which are no mistakes.
    private(set) var words: Set<String> = []

    /// What documents don't say in any of their words leads nowhere, and is left out.
    init(_ lexicon: Lexicon, _ vocabulary: Vocabulary) {
        let stemmer = Stemmer()
        for (said, meant) in lexicon.synonyms {
            let saidWords = lexicon.telling(said)
            let key = saidWords.map { vocabulary.key(of: $0.folded, typed: said[$0.range].lowercased(), stemmer) }
            words.formUnion(saidWords.map(\.folded))
            let stems = lexicon.telling(meant).map { vocabulary.stem(of: $0.folded, typed: meant[$0.range].lowercased(), stemmer) }
            guard !key.isEmpty, !stems.isEmpty, !stems.contains(nil) else { continue }
            phrases[key, default: []].append(stems.compactMap(\.self))
            longest = max(longest, key.count)
        }
    }

    func meanings(of keys: ArraySlice<String>) -> [[Int32]]? { phrases[Array(keys)] }
}
