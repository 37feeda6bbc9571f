/// What one term is worth in each document.
struct TermScores {
    /// How much the term tells.
    private(set) var rarity: Float
    /// Documents with a score, in order.
    private(set) var found: [(document: Int32, score: Float, share: Float)] = []

    init(_ term: SearchTerm, in index: SearchIndex) {
        let words = term.own.map { Self.scores(of: $0, in: index) }
        let phrases = term.others.map { PhrasePlaces($0, in: index) }
        let own = words.reduce(0) { $0 + $1.rarity }
        rarity = term.own.isEmpty ? phrases.map(\.rarity).max() ?? 0 : own
        // A term that is one of many in its documents is also said in their words; what it tells is the less of both.
        var best: [Int32: (score: Float, share: Float)] = [:]
        for word in words {
            for (document, score) in word.found {
                let old = best[document] ?? (0, 0)
                best[document] = (old.score + score, min(1, old.share + word.rarity / max(own, 0.001)))
            }
        }
        for phrase in phrases {
            for match in phrase.found {
                let old = best[match.document] ?? (0, 0)
                best[match.document] = (max(old.score, match.score), 1)
            }
        }
        found = best.map { ($0.key, $0.value.score, $0.value.share) }.sorted { $0.0 < $1.0 }
    }

    private static func scores(of word: SearchTerm.Word, in index: SearchIndex) -> (rarity: Float, found: [(Int32, Float)]) {
        let postings = index.postings
        if word.stems.count == 1 {
            let rarity = postings.rarity[Int(word.stems[0])]
            return (rarity, postings.range(word.stems[0]).map { (postings.documents[$0], postings.weights[$0] * rarity * word.worth) })
        }
        var weights: [Int32: Float] = [:]
        for stem in word.stems {
            for at in postings.range(stem) { weights[postings.documents[at]] = max(weights[postings.documents[at]] ?? 0, postings.weights[at]) }
        }
        let rarity = IndexBuilder.rarity(of: weights.count, among: index.count)
        return (rarity, weights.map { ($0.key, $0.value * rarity * word.worth) })
    }
}

/// Where the words of a phrase stand one after the other.
struct PhrasePlaces {
    let rarity: Float
    let found: [(document: Int32, score: Float)]

    init(_ phrase: SearchTerm.Phrase, in index: SearchIndex) {
        let postings = index.postings
        var matches: [(Int32, Float)] = []
        for at in postings.range(phrase.stems[0]) {
            let document = postings.documents[at]
            let places = Self.places(of: phrase, in: document, index)
            guard !places.isEmpty else { continue }
            let worth = places.map { index.fields[Int(index.passages.fields[index.passages.passage(at: $0, in: document)])].weight }.max() ?? 0
            matches.append((document, worth / (worth + IndexBuilder.saturation)))
        }
        rarity = IndexBuilder.rarity(of: matches.count, among: index.count)
        let factor = rarity * phrase.worth
        found = matches.map { ($0.0, $0.1 * factor) }
    }

    /// Where it begins in a document. One other word may stand between two of its own.
    static func places(of phrase: SearchTerm.Phrase, in document: Int32, _ index: SearchIndex) -> [Int32] {
        var places = Array(index.postings.positions(of: phrase.stems[0], in: document))
        for (step, stem) in phrase.stems.enumerated().dropFirst() where !places.isEmpty {
            let next = index.postings.positions(of: stem, in: document)
            places = places.filter { place in next.contains { $0 >= place + Int32(step) && $0 <= place + Int32(step) + 1 } }
        }
        return places
    }
}
