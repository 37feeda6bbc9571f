/// An amount in whole Chilean pesos: no cents, no rounding.
public struct Money: Sendable, Hashable, Comparable, Codable {
    public let pesos: Int

    /// Nil when negative: what the catalogue states is never a debt.
    public init?(pesos: Int) {
        guard pesos >= 0 else { return nil }
        self.pesos = pesos
    }

    public var isZero: Bool { pesos == 0 }

    /// `$231.732`.
    public var text: String {
        var digits = ""
        for (index, digit) in String(pesos).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { digits.append(".") }
            digits.append(digit)
        }
        return "$" + String(digits.reversed())
    }

    public static func < (left: Money, right: Money) -> Bool { left.pesos < right.pesos }
}
