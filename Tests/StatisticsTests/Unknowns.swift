/// Sums over unknown numbers, as whole coefficients: which other sums follow from them. Worked out exactly, modulo a great prime.
struct Unknowns {
    private static let prime: UInt64 = 2_147_483_647
    /// Reduced rows, by the place of their first coefficient.
    private var rows: [Int: [UInt64]] = [:]
    private let count: Int

    init(_ count: Int, _ told: [[Int]]) {
        self.count = count
        for row in told {
            let rest = reduced(row.map { UInt64($0) })
            guard let first = rest.firstIndex(where: { $0 != 0 }) else { continue }
            let inverse = Self.power(rest[first], Self.prime - 2)
            rows[first] = rest.map { $0 * inverse % Self.prime }
        }
    }

    /// Which of these sums follow from what is told.
    func determined(_ sums: [[Int]]) -> [Int] {
        sums.indices.filter { reduced(sums[$0].map { UInt64($0) }).allSatisfy { $0 == 0 } }
    }

    private func reduced(_ row: [UInt64]) -> [UInt64] {
        var row = row
        for place in 0..<count where row[place] != 0 {
            guard let known = rows[place] else { continue }
            let factor = row[place]
            for index in place..<count where known[index] != 0 {
                row[index] = (row[index] + (Self.prime - known[index]) * factor) % Self.prime
            }
        }
        return row
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, base, exponent) = (UInt64(1), base % prime, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
