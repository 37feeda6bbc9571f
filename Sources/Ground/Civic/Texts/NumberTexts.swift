import Foundation

extension Texts {
    /// A whole number with its thousands apart: `12.345`, in English `12,345`.
    public func number(_ number: some BinaryInteger) -> String {
        Grouping.byThousands(number, separator: self["number.group"])
    }

    /// A number as people of this language write it: `1.234.567,8` in Spanish of Chile. It has at most so many decimals, rounded, and
    /// no zeros at their end. What is not finite is empty.
    public func number(_ value: Double, decimals: Int = 1) -> String {
        guard value.isFinite else { return "" }
        let places = max(0, min(decimals, 15))
        let parts = String(format: "%.\(places)f", value.magnitude).split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1].reversed().drop { $0 == "0" }.reversed()) : ""
        let isZero = fraction.isEmpty && parts[0] == "0"
        let whole = Grouping.byThousands(digits: parts[0], separator: self["number.group"])
        return (value < 0 && !isZero ? "-" : "") + whole + (fraction.isEmpty ? "" : self["number.decimal"] + fraction)
    }

    /// Whole pesos: `$231.732`, `-$1.000`; in English `CLP 231,732`.
    public func money(_ pesos: Pesos) -> String {
        (pesos.amount < 0 ? "-" : "") + self("money.pesos", ["amount": number(pesos.amount.magnitude)])
    }
}
