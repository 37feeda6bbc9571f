/// What one term is worth in each document.
struct TermScores {
    /// How much the term tells.
    let rarity: Float
    /// By document, 0 where it is not found.
    private(set) var scores: [Float]
    /// By document: how much of the term was found, from 0 to 1.
    private(set) var shares: [Float]
    /// Where it was found, in no order.
    private(set) var documents: [Int32] = []

    init(_ term: SearchTerm, in index: SearchIndex) {
        scores = [Float](repeating: 0, count: index.count)
        shares = scores
        let words = term.own.map { WordWeights($0, in: index) }
        let phrases = term.others.map { PhrasePlaces($0, in: index) }
        let own = words.reduce(0) { $0 + $1.rarity }
        rarity = term.own.isEmpty ? phrases.map(\.rarity).max() ?? 0 : own
        for word in words {
            for (document, weight) in word.found {
                note(document)
                scores[Int(document)] += weight * word.rarity
                shares[Int(document)] = min(1, shares[Int(document)] + word.rarity / max(own, 0.001))
            }
        }
        for phrase in phrases {
            for (document, score) in phrase.found {
                note(document)
                scores[Int(document)] = max(scores[Int(document)], score)
                shares[Int(document)] = 1
            }
        }
    }

    private mutating func note(_ document: Int32) {
        if scores[Int(document)] == 0 { documents.append(document) }
    }
}

/// What a word weighs in each document that has it, in any of its forms.
struct WordWeights {
    let rarity: Float
    let found: [(document: Int32, weight: Float)]

    init(_ word: SearchTerm.Word, in index: SearchIndex) {
        let postings = index.postings
        if word.stems.count == 1 {
            rarity = postings.rarity[Int(word.stems[0])]
            found = postings.range(word.stems[0]).map { (postings.documents[$0], postings.weights[$0] * word.worth) }
            return
        }
        var best: [Int32: Float] = [:]
        for stem in word.stems {
            for at in postings.range(stem) { best[postings.documents[at]] = max(best[postings.documents[at]] ?? 0, postings.weights[at]) }
        }
        rarity = IndexBuilder.rarity(of: best.count, among: index.count)
        found = best.map { ($0.key, $0.value * word.worth) }
    }
}
