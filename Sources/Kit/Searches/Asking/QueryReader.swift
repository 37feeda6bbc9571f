/// Reads what somebody typed into terms of an index.
struct QueryReader {
    let index: SearchIndex
    /// Whether words that nobody knows are taken for those that were meant.
    let corrects: Bool
    /// Whether the last word may go on.
    let isOpen: Bool

    /// What is looked at: so many characters, words, and letters of a word.
    static let (mostCharacters, mostWords, mostLetters) = (200, 12, 40)
    private static let (synonymWorth, prefixWorth, smallWorth): (Float, Float, Float) = (0.8, 0.9, 0.9)

    private struct Asked {
        var folded: String
        var typed: String
        var key = ""
        var word: SearchTerm.Word?
        /// When it stands for two words.
        var second: SearchTerm.Word?
        var isLast = false
    }

    func read(_ text: String) -> ReadQuery {
        let text = String(text.prefix(Self.mostCharacters))
        var query = ReadQuery(corrected: text)
        let stemmer = Stemmer()
        let all = FoldedWord.all(in: text).prefix(Self.mostWords)
        let telling = all.filter { !index.lexicon.stopWords.contains($0.folded) || (isOpen && $0 == all.last) }
        var corrected: [(Range<String.Index>, String)] = []
        var asked = telling.map { word in
            var asked = Asked(folded: String(word.folded.prefix(Self.mostLetters)), typed: text[word.range].lowercased())
            asked.isLast = word == all.last
            resolve(&asked, stemmer)
            if asked.word == nil, corrects, let meant = correction(of: asked, stemmer) {
                corrected.append((word.range, meant.words))
                query.corrections.append(SearchCorrection(typed: String(text[word.range]), meant: meant.words))
                (asked.word, asked.second, asked.folded) = (meant.first, meant.second, meant.words)
                asked.typed = meant.words
            }
            return asked
        }
        for (range, words) in corrected.reversed() { query.corrected.replaceSubrange(range, with: words) }
        // A correction may find that the word says nothing.
        asked.removeAll { index.lexicon.stopWords.contains($0.folded) && !isOpen }
        for at in asked.indices { asked[at].key = index.vocabulary.key(of: asked[at].folded, typed: asked[at].typed, stemmer) }
        query.terms = terms(asked)
        return query
    }

    private func terms(_ asked: [Asked]) -> [SearchTerm] {
        let keys = asked.map(\.key)
        var terms: [SearchTerm] = []
        var at = 0
        while at < asked.count {
            let (length, others) = meanings(keys[at...], joined: at + 1 < asked.count ? asked[at].folded + asked[at + 1].folded : nil)
            let part = asked[at..<at + length]
            let own = part.flatMap { [$0.word, $0.second].compactMap(\.self) }
            let term = SearchTerm(own: own, others: others, isUnknown: part.contains { $0.word == nil } && others.isEmpty)
            if !terms.contains(term) || term.isUnknown { terms.append(term) }
            at += length
        }
        return terms
    }

    /// Of how many words the next term is, and what stands for it: the longest phrase that people say, or two words written as one.
    private func meanings(_ keys: ArraySlice<String>, joined: String?) -> (Int, [SearchTerm.Phrase]) {
        for length in stride(from: min(index.synonyms.longest, keys.count), through: 1, by: -1) {
            guard let meant = index.synonyms.meanings(of: keys.prefix(length)) else { continue }
            return (length, meant.map { SearchTerm.Phrase(stems: $0, worth: Self.synonymWorth) })
        }
        if let joined, joined.utf8.count >= 6, let stem = index.vocabulary.known(joined) {
            return (2, [SearchTerm.Phrase(stems: [stem], worth: 1)])
        }
        return (1, [])
    }

    /// What a word stands for without any mistake: itself, its plain form, or what begins like it.
    private func resolve(_ asked: inout Asked, _ stemmer: borrowing Stemmer) {
        let vocabulary = index.vocabulary
        if let stem = vocabulary.stem(of: asked.folded, typed: asked.typed, stemmer) {
            asked.word = SearchTerm.Word(stems: [stem], worth: 1)
        } else if let plain = Diminutive.plain(asked.folded).first(where: {
            vocabulary.known($0) != nil || index.synonyms.words.contains($0)
        }) {
            asked.word = known(plain).map { SearchTerm.Word(stems: $0.stems, worth: Self.smallWorth) }
            (asked.folded, asked.typed) = (plain, plain)
        }
        let letters = asked.folded.count
        guard isOpen && asked.isLast || asked.word == nil && letters >= 4 && !isKnown(asked.folded) else { return }
        var stems = asked.word?.stems ?? []
        for word in vocabulary.words(beginning: asked.folded, limit: 24) {
            let stem = vocabulary.stemOfWord[Int(word)]
            if !stems.contains(stem) { stems.append(stem) }
        }
        if !stems.isEmpty { asked.word = SearchTerm.Word(stems: stems, worth: asked.word == nil ? Self.prefixWorth : 1) }
    }

    /// Whether people say it, though no document does.
    private func isKnown(_ word: String) -> Bool {
        index.synonyms.words.contains(word) || index.lexicon.familiar.contains(word)
    }

    private struct Meant {
        let words: String
        var first: SearchTerm.Word?
        var second: SearchTerm.Word?
    }

    /// What was meant by a word that stands for nothing: two words written together, or the likeliest one.
    private func correction(of asked: Asked, _ stemmer: borrowing Stemmer) -> Meant? {
        let word = asked.folded
        guard !isKnown(word), word.contains(where: \.isLetter) else { return nil }
        if let (first, second) = index.split(word) {
            return Meant(words: first + " " + second, first: known(first), second: known(second))
        }
        guard let guess = index.speller.guesses(for: word, limit: 1).first else { return nil }
        return Meant(words: guess.word, first: known(guess.word))
    }

    private func known(_ word: String) -> SearchTerm.Word? {
        index.vocabulary.known(word).map { SearchTerm.Word(stems: [$0], worth: 1) }
    }
}
