/// Puts documents in the order in which they answer.
struct Ranking {
    let index: SearchIndex
    let terms: [SearchTerm]

    /// How many of the best are looked at word by word.
    private static let near = 60
    /// What is worth less than this share of the best is not shown.
    private static let least: Float = 0.15

    func findings(of query: ReadQuery) -> SearchFindings {
        let scores = terms.map { TermScores($0, in: index) }
        let ranked = ranked(scores)
        let all = scores.reduce(0) { $0 + $1.rarity }
        let isWhole = ranked.first.map { best in best.share >= all * 0.999 } ?? false
        return SearchFindings(
            hits: ranked.map { SearchFindings.Hit(document: Int($0.document), score: $0.score) },
            isComplete: isWhole && !terms.contains(where: \.isUnknown), isEmpty: terms.isEmpty, corrections: query.corrections,
            corrected: query.corrected, terms: terms, stems: Set(terms.flatMap(\.stems)))
    }

    private struct Candidate {
        let document: Int32
        var score: Float
        /// How much of what the query tells was found.
        let share: Float
    }

    private func ranked(_ scores: [TermScores]) -> [Candidate] {
        let all = scores.reduce(0) { $0 + $1.rarity }
        var sums = [(score: Float, share: Float)](repeating: (0, 0), count: index.count)
        var touched: [Int32] = []
        for term in scores {
            for document in term.documents {
                if sums[Int(document)].score == 0 { touched.append(document) }
                sums[Int(document)].score += term.scores[Int(document)]
                sums[Int(document)].share += term.shares[Int(document)] * term.rarity
            }
        }
        var candidates = touched.map { document in
            let (score, share) = sums[Int(document)]
            // What has all of it comes before what has one rare word of it.
            return Candidate(
                document: document, score: score * (0.5 + 0.5 * share / max(all, 0.001)) * index.factors[Int(document)], share: share)
        }
        candidates.sort(by: Self.isBefore)
        let closeness = Closeness(index: index, terms: terms, rarities: scores.map(\.rarity))
        for at in candidates.indices.prefix(Self.near) {
            let document = candidates[at].document
            candidates[at].score += closeness.bonus(in: document) * index.factors[Int(document)]
        }
        candidates[..<min(Self.near, candidates.count)].sort(by: Self.isBefore)
        let best = candidates.first?.score ?? 0
        return candidates.filter { $0.score >= best * Self.least }
    }

    private static func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
        left.score == right.score ? left.document < right.document : left.score > right.score
    }
}
