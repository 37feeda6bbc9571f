/// Where the words of a phrase stand one after the other.
struct PhrasePlaces {
    let rarity: Float
    let found: [(document: Int32, score: Float)]

    init(_ phrase: SearchTerm.Phrase, in index: SearchIndex) {
        let postings = index.postings
        var matches: [(Int32, Float)] = []
        for at in postings.range(phrase.stems[0]) {
            let document = postings.documents[at]
            if phrase.stems.count == 1 {
                matches.append((document, postings.weights[at]))
                continue
            }
            let places = Self.places(of: phrase, in: document, index)
            let worths = places.map { index.fields[Int(index.passages.fields[index.passages.passage(at: $0, in: document)])].weight }
            if let worth = worths.max() { matches.append((document, worth / (worth + IndexBuilder.saturation))) }
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
