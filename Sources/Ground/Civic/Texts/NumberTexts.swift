extension Texts {
    /// A whole number with its thousands apart: `12.345`, in English `12,345`.
    public func number(_ number: some BinaryInteger) -> String {
        Grouping.byThousands(number, separator: self["number.group"])
    }

    /// A number with so many decimals, the half rounded away from zero: `5,4`. Not a number, or infinite: a dash.
    public func decimal(_ value: Double, places: Int = 1) -> String {
        var (scale, left) = (1.0, places)
        while left > 0 { (scale, left) = (scale * 10, left - 1) }
        guard value.isFinite, (value * scale).magnitude < 1e15 else { return "\u{2013}" }
        let whole = Int64((value * scale).rounded())
        let fraction = String(whole.magnitude % UInt64(scale))
        let sign = whole < 0 ? "-" : ""
        let units = Grouping.byThousands(whole.magnitude / UInt64(scale), separator: self["number.group"])
        guard places > 0 else { return sign + units }
        return sign + units + self["number.decimal"] + String(repeating: "0", count: places - fraction.count) + fraction
    }

    /// Whole pesos: `$231.732`, `-$1.000`; in English `CLP 231,732`.
    public func money(_ pesos: Pesos) -> String {
        (pesos.amount < 0 ? "-" : "") + self("money.pesos", ["amount": number(pesos.amount.magnitude)])
    }
}
