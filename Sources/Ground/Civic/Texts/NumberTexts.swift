import Foundation

extension Texts {
    /// A number as people of this language write it: `1.234.567,8` in Spanish of Chile. It has at most so many decimals, rounded, and
    /// no zeros at their end. What is not finite is empty.
    public func number(_ value: Double, decimals: Int = 1) -> String {
        guard value.isFinite else { return "" }
        let places = max(0, min(decimals, 15))
        let parts = String(format: "%.\(places)f", value.magnitude).split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1].reversed().drop { $0 == "0" }.reversed()) : ""
        let isZero = fraction.isEmpty && parts[0] == "0"
        return (value < 0 && !isZero ? "-" : "") + grouped(parts[0]) + (fraction.isEmpty ? "" : self["number.decimals"] + fraction)
    }

    /// A whole number with its thousands apart: `8.420.729`.
    public func number(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(Substring(String(value.magnitude)))
    }

    private func grouped(_ digits: Substring) -> String {
        var rest = digits
        var groups: [Substring] = []
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return ([rest] + groups.reversed()).joined(separator: self["number.thousands"])
    }
}
