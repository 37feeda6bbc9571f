import Civic
import Outbound
import Ports

/// How people fare who are handed over to an institution, in the last thirty days.
struct InstitutionBreaks: Sendable, Equatable {
    let key: String
    let name: String
    /// Different addresses.
    let links: Int
    /// Visits that say something: it answered, or it was broken.
    let visits: Int
    let answered: Int
    /// The median of the visits that were answered.
    let milliseconds: Int?
    let counts: ExitCounts

    /// From 0 to 1; nil when nothing was visited.
    var answeredShare: Double? { visits > 0 ? Double(answered) / Double(visits) : nil }
    /// nil with fewer than ten.
    var exits: Int? { counts.exits >= Self.least ? counts.exits : nil }
    var answers: Int? { counts.answers >= Self.least ? counts.answers : nil }
    /// From 0 to 1; nil with fewer than ten answers.
    var finishedShare: Double? { answers.map { Double(counts.finished) / Double($0) } }
    /// Where it broke most, without counts; none with fewer than ten who could not finish.
    var reasons: [Return.Reason] {
        guard counts.reasons.values.reduce(0, +) >= Self.least else { return [] }
        return counts.reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.prefix(2).map(\.key)
    }

    /// Cells with fewer are hidden (k >= 10).
    static let least = 10
}

/// Puts institutions in order by how much breaks.
enum BreakRanking {
    static func rank(_ links: [OutsideLinks.Link], _ visits: [SiteVisit], _ counts: [Int: ExitCounts]) -> [InstitutionBreaks] {
        let seen = Dictionary(grouping: visits, by: \.address)
        return Dictionary(grouping: links, by: \.institution).compactMap { key, links -> InstitutionBreaks? in
            guard let first = links.first else { return nil }
            let addresses = Set(links.map(\.address))
            let telling = addresses.flatMap { seen[$0] ?? [] }.filter { $0.outcome != .declined }
            let answered = telling.filter(\.outcome.isAnswer)
            return InstitutionBreaks(
                key: key, name: first.institutionName, links: addresses.count, visits: telling.count, answered: answered.count,
                milliseconds: median(answered.map(\.milliseconds)),
                counts: links.reduce(into: ExitCounts()) { $0 += counts[$1.sheet] ?? ExitCounts() })
        }.sorted(by: isWorse)
    }

    /// What breaks most first, then where fewest could finish; those of whom nothing is known come last, by name.
    private static func isWorse(_ left: InstitutionBreaks, _ right: InstitutionBreaks) -> Bool {
        let (first, second) = (left.answeredShare ?? 2, right.answeredShare ?? 2)
        if first != second { return first < second }
        let (third, fourth) = (left.finishedShare ?? 2, right.finishedShare ?? 2)
        if third != fourth { return third < fourth }
        return (left.name.folded, left.key) < (right.name.folded, right.key)
    }

    /// The middle one, or the lower of the two.
    static func median(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
    }
}
