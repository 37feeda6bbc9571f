extension Texts {
    /// A value in its unit: `$1.252.602`, `65 años`, `64 años y 9 meses`, `1 día hábil`, `12,5%`, `15 UF`.
    public func quantity(_ amount: Int64, _ unit: Parameter.Unit) -> String {
        func counted(_ key: TextKey) -> String { self(key, count: Int(amount), ["count": Grouping.byThousands(amount)]) }
        return switch unit {
        case .pesos: Pesos(amount).description
        case .count: Grouping.byThousands(amount)
        case .hours: counted("quantity.hours")
        case .days: counted("quantity.days")
        case .businessDays: counted("quantity.businessDays")
        case .months: months(amount) ?? counted("quantity.months")
        case .years: counted("quantity.years")
        case .percent: self("quantity.percent", ["number": Self.hundredths(amount)])
        case .uf: self("quantity.uf", ["number": Self.hundredths(amount)])
        case .utm: self("quantity.utm", ["number": Self.hundredths(amount)])
        }
    }

    /// Two years or more as people count them: `64 años y 9 meses`. Nil for less.
    private func months(_ amount: Int64) -> String? {
        guard amount >= 24 else { return nil }
        let (years, rest) = amount.quotientAndRemainder(dividingBy: 12)
        let whole = quantity(years, .years)
        return rest == 0 ? whole : self("quantity.yearsAndMonths", ["years": whole, "months": quantity(rest, .months)])
    }

    /// `1250` as `12,5`.
    private static func hundredths(_ amount: Int64) -> String {
        let (whole, part) = amount.quotientAndRemainder(dividingBy: 100)
        if part == 0 { return Grouping.byThousands(whole) }
        return Grouping.byThousands(whole) + "," + (part % 10 == 0 ? "\(part / 10)" : Day.padded(Int(part), to: 2))
    }
}
