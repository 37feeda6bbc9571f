import Expressions

/// What numbers count, when they are multiplied and divided. A percentage is in hundredths, and what is multiplied by one is no amount before
/// it is divided by 10000.
extension Foresight {
    typealias Number = (range: ClosedRange<Int64>, unit: NumberUnit?, node: Checked)

    /// Pesos stay pesos however often they are counted; what else is multiplied by a number that is written there is turned into something
    /// else (years into months).
    static func product(_ a: Number, _ b: Number) -> NumberUnit? {
        if a.unit == .percent || b.unit == .percent { return .percent }
        let (counted, other) = a.unit == nil ? (b, a) : (a, b)
        guard let unit = counted.unit, other.unit == nil else { return nil }
        if case .literal(.int(let times)) = other.node.kind {
            // Pesos that are compared with those of a percentage are multiplied as it is: renta * 10000 > tope * p_parte.
            return unit == .pesos && !times.isMultiple(of: 100) ? unit : nil
        }
        return unit
    }

    func quotient(_ a: Number, _ b: Number) -> NumberUnit? {
        switch a.unit {
        case .pesos? where b.unit == nil: .pesos
        case .percent? where isStillPercent(a.node, dividedBy: b.node): .percent
        default: nil
        }
    }

    /// Whether so small a number leaves a product with a percentage in hundredths. A percentage alone is divided by 100 to be one as people
    /// write it.
    func isStillPercent(_ dividend: Checked, dividedBy divisor: Checked) -> Bool {
        guard case .literal(.int(var divided)) = divisor.kind, divided > 0 else { return false }
        var node = dividend
        while case .call("_/_", _, let sides) = node.kind, sides.count == 2 {
            guard case .literal(.int(let before)) = sides[1].kind else { return false }
            let (product, isBeyond) = divided.multipliedReportingOverflow(by: before)
            if isBeyond { return false }
            (divided, node) = (product, sides[0])
        }
        switch node.kind {
        case .call("_*_", _, _): return divided < 10_000
        case .variable(_, let name): return divided < 10_000 && !service.parameters.contains { $0.id == name }
        default: return false
        }
    }

    mutating func units(_ a: Possible, _ b: Possible, _ say: (String, String) -> String) {
        guard case .number(_, let one?) = a, case .number(_, let two?) = b, one != two else { return }
        fault(say(one.plain, two.plain) + ([one, two].contains(.percent) ? Self.hundredths : ""))
    }

    static let hundredths = "; a percentage is in hundredths (60 % is 6000): monto * p_rebaja / 10000"
}
