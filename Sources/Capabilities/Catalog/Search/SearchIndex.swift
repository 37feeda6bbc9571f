import Civic

/// All that can be found, in memory, and how it is ranked.
struct SearchIndex: Sendable {
    let entries: [SearchEntry]
    let words: SearchWords

    /// What was found for a query.
    struct Findings: Sendable {
        let query: SearchQuery
        let entries: [SearchEntry]
        /// Whether every term was found in each; otherwise most of them were.
        let isComplete: Bool
        /// The words to mark.
        let marked: Set<String>
    }

    /// Entries in which every term stands, the best first; when there is none, those in which most terms do.
    func find(_ typed: String) -> Findings {
        let query = SearchQuery(typed, words)
        let marked = Set(query.terms.flatMap(\.alternatives).joined())
        let scored = entries.compactMap { entry -> (entry: SearchEntry, found: Int, score: Int)? in
            let weights = query.terms.map { Self.weight($0, in: entry) }
            let found = weights.count { $0 > 0 }
            return found == 0 ? nil : (entry, found, weights.reduce(0, +))
        }
        let all = scored.filter { $0.found == query.terms.count }
        let best = all.isEmpty ? scored.filter { $0.found * 2 >= query.terms.count } : all
        let ranked = best.sorted { left, right in
            let (a, b) = ((left.found, left.entry.isCurrent ? 1 : 0), (right.found, right.entry.isCurrent ? 1 : 0))
            if a.0 != b.0 { return a.0 > b.0 }
            let (x, y) = (left.score + a.1, right.score + b.1)
            return x == y ? left.entry.title.folded < right.entry.title.folded : x > y
        }
        return Findings(query: query, entries: ranked.map(\.entry), isComplete: !all.isEmpty, marked: marked)
    }

    /// A term weighs what its best way of saying weighs; each way as much as its lightest word. The person's own words weigh more.
    private static func weight(_ term: SearchQuery.Term, in entry: SearchEntry) -> Int {
        term.alternatives.enumerated().map { at, words in
            let weight = words.map(entry.weight).min() ?? 0
            return weight == 0 ? 0 : weight * 4 + (at == 0 ? 1 : 0)
        }.max() ?? 0
    }
}
