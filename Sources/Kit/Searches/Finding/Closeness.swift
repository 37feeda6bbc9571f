/// What a document gains because the words stand together, or say the whole of one of its names.
struct Closeness {
    let index: SearchIndex
    let terms: [SearchTerm]
    let rarities: [Float]

    private static let (nameWorth, pairWorth): (Float, Float) = (1, 0.2)

    /// Where a word or a phrase of the query stands, what it tells, and of which term it is.
    private struct Unit {
        let positions: [Int32]
        let weight: Float
        let term: Int
        let isOwn: Bool
    }

    func bonus(in document: Int32) -> Float {
        let units = terms.enumerated().flatMap { self.units(of: $1, $0, in: document) }
        return names(units, document) * Self.nameWorth + pairs(units.filter(\.isOwn)) * Self.pairWorth
    }

    private func units(of term: SearchTerm, _ number: Int, in document: Int32) -> [Unit] {
        let own = term.own.map { word in
            let positions = word.stems.flatMap { index.postings.positions(of: $0, in: document) }
            let weight = word.stems.map { index.postings.rarity[Int($0)] }.min() ?? 0
            return Unit(
                positions: word.stems.count > 1 ? positions.sorted() : positions, weight: weight * word.worth, term: number, isOwn: true)
        }
        let others = term.others.flatMap { phrase in
            let places = PhrasePlaces.places(of: phrase, in: document, index)
            return phrase.stems.enumerated().map { step, stem in
                Unit(
                    positions: places.map { $0 + Int32(step) }, weight: index.postings.rarity[Int(stem)] * phrase.worth, term: number,
                    isOwn: false)
            }
        }
        return own + others
    }

    /// The best of its names: how much of the name the query says, and how much of the query the name says.
    private func names(_ units: [Unit], _ document: Int32) -> Float {
        let all = rarities.reduce(0, +)
        var best: Float = 0
        for passage in index.passages.range(document) where index.fields[Int(index.passages.fields[passage])].isName {
            let start = index.passages.positions[passage]
            let end = passage + 1 < index.passages.range(document).upperBound ? index.passages.positions[passage + 1] : Int32.max
            var said: [Int32: Float] = [:]
            var terms: Set<Int> = []
            for unit in units {
                for position in unit.positions where position >= start && position < end {
                    said[position] = max(said[position] ?? 0, unit.weight)
                    terms.insert(unit.term)
                }
            }
            guard !said.isEmpty else { continue }
            let ofName = min(1, said.values.reduce(0, +) / max(index.passages.weights[passage], 0.001))
            let ofQuery = terms.reduce(0) { $0 + rarities[$1] }
            best = max(best, ofName * ofQuery * ofQuery / max(all, 0.001))
        }
        return best
    }

    /// Neighbours in the query that are neighbours in the text, or nearly.
    private func pairs(_ units: [Unit]) -> Float {
        zip(units, units.dropFirst()).reduce(0) { sum, pair in
            let (left, right) = pair
            var nearest = Int32.max
            for first in left.positions {
                for second in right.positions {
                    let distance = second > first ? second - first : (first - second) + 1
                    nearest = min(nearest, max(distance, 1))
                }
            }
            return nearest <= 4 ? sum + min(left.weight, right.weight) / Float(nearest) : sum
        }
    }
}
