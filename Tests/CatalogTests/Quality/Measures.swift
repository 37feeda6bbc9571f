import Foundation

/// How good lists of results are, on average. Sources: Järvelin and Kekäläinen, 2002 (nDCG, gain 2^grade − 1); Voorhees, 1999 (MRR).
struct Measures: Sendable {
    private(set) var count = 0
    private var gain = 0.0
    private var successes = 0.0
    private var reciprocal = 0.0

    /// Of what could be gained in the first ten.
    var nDCG: Double { gain / Double(count) }
    /// How often something that answers well (grade 2 or 3) is among the first three.
    var successAt3: Double { successes / Double(count) }
    /// One divided by the place of the first that answers well, 0 beyond the tenth.
    var mrr: Double { reciprocal / Double(count) }

    /// `found` are keys, the best first; what stands there twice counts where it stands first.
    mutating func add(_ found: [String], _ grades: [String: Int]) {
        var seen: Set<String> = []
        let found = found.filter { seen.insert($0).inserted }.prefix(10)
        count += 1
        gain += Self.dcg(found.map { grades[$0] ?? 0 }) / Self.dcg(grades.values.sorted(by: >))
        guard let first = found.firstIndex(where: { grades[$0] ?? 0 >= 2 }) else { return }
        successes += first < 3 ? 1 : 0
        reciprocal += 1 / Double(first + 1)
    }

    private static func dcg(_ grades: [Int]) -> Double {
        grades.prefix(10).enumerated().reduce(0) { $0 + (pow(2, Double($1.element)) - 1) / log2(Double($1.offset) + 2) }
    }
}
