/// Whole Chilean pesos: they have no cents, and an amount is never a fraction here.
public struct Pesos: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let amount: Int64

    public init(_ amount: Int64) {
        self.amount = amount
    }

    /// `$231.732`, `-$1.000`.
    public var description: String {
        (amount < 0 ? "-$" : "$") + Grouping.byThousands(amount.magnitude)
    }

    public static func < (left: Pesos, right: Pesos) -> Bool { left.amount < right.amount }

    public init(from decoder: any Decoder) throws {
        amount = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(amount)
    }
}
