import Expressions

/// Functions and operators, by what they are given.
extension Foresight {
    mutating func call(_ name: String, _ arguments: [Checked], _ type: ValueType) -> Possible {
        let given = arguments.map { look($0) }
        if name == "timestamp", case .literal(.string(let text))? = arguments.first?.kind, Timestamp(text) == nil {
            fault("'\(text)' is no day that there is; a day is written '2026-05-01T00:00:00Z'")
        }
        failing(name, arguments, given)
        switch (name, given.count) {
        case ("!_", 1): return .truth(Set(given[0].truths.map { !$0 }))
        case ("size", 1):
            if case .list(_, let count) = given[0] { return .number(count, nil) }
            return .number(0...(.max), nil)
        case ("@in", 2):
            if case .list(let element, let count) = given[1] {
                member(arguments[0], given[0], arguments[1], element)
                if count.upperBound == 0 || given[0].equals(element) == [false] { return .truth([false]) }
            }
            return .either
        case ("_[_]", 2):
            if case .list(let element, _) = given[0] { return element }
            return Possible(type)
        case ("edad", _): return .number(0...(.max), .years)
        case ("meses", _): return .number(0...(.max), .months)
        case ("dias", _): return .number(0...(.max), .days)
        case ("dias_habiles", _): return .number(0...(.max), .businessDays)
        case ("mas_meses", 2): return added(given[1], .months, name)
        case ("mas_dias", 2): return added(given[1], .days, name)
        case ("mas_dias_habiles", _) where given.count > 1: return added(given[1], .businessDays, name)
        case ("pesos", _):
            guard case .number(let range, let unit)? = given.first else { return .whole(.pesos) }
            if unit == .percent, arguments.count > 1, isStillPercent(arguments[0], dividedBy: arguments[1]) {
                fault("'pesos' is given percent, and would give too much" + Self.hundredths)
            }
            return range.lowerBound >= 0 ? .number(0...(.max), .pesos) : .whole(.pesos)
        case (_, 2):
            if case .number(let a, let one) = given[0], case .number(let b, let two) = given[1] {
                return numbers(name, (a, one, arguments[0]), (b, two, arguments[1]), type)
            }
            return Possible(type)
        case ("-_", 1):
            if case .number(let a, let one) = given[0] { return .number(Self.minus(a), one) }
            return Possible(type)
        default: return Possible(type)
        }
    }

    private mutating func numbers(_ name: String, _ a: Number, _ b: Number, _ type: ValueType) -> Possible {
        let (one, two) = (Possible.number(a.range, a.unit), Possible.number(b.range, b.unit))
        switch name {
        case "_<_", "_<=_", "_>_", "_>=_":
            units(one, two) { "\($0) cannot be compared with \($1)" }
            return compared(name, a.range, b.range)
        case "_+_", "_-_", "menor", "mayor":
            units(one, two) { name == "_+_" ? "\($0) and \($1) cannot be added" : "\($0) and \($1) do not go together" }
            let unit = a.unit ?? b.unit
            switch name {
            case "_+_": return .number(Self.plus(a.range, b.range), unit)
            case "_-_": return .number(Self.plus(a.range, Self.minus(b.range)), unit)
            case "menor":
                return .number(
                    min(a.range.lowerBound, b.range.lowerBound)...min(a.range.upperBound, b.range.upperBound), unit)
            default:
                return .number(
                    max(a.range.lowerBound, b.range.lowerBound)...max(a.range.upperBound, b.range.upperBound), unit)
            }
        case "_*_": return .number(Self.times(a.range, b.range), Self.product(a, b))
        case "_/_": return .number(Self.quotient(a.range, b.range), quotient(a, b))
        default: return Possible(type)
        }
    }

    private func compared(_ name: String, _ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>) -> Possible {
        let (least, most): (Bool, Bool)
        switch name {
        case "_<_": (least, most) = (a.lowerBound < b.upperBound, a.upperBound < b.lowerBound)
        case "_<=_": (least, most) = (a.lowerBound <= b.upperBound, a.upperBound <= b.lowerBound)
        case "_>_": (least, most) = (a.upperBound > b.lowerBound, a.lowerBound > b.upperBound)
        default: (least, most) = (a.upperBound >= b.lowerBound, a.lowerBound >= b.upperBound)
        }
        return .truth(most ? [true] : least ? [true, false] : [false])
    }

    private mutating func added(_ given: Possible, _ wanted: NumberUnit, _ name: String) -> Possible {
        if case .number(_, let unit?) = given, unit != wanted {
            fault("'\(name)' adds \(wanted.plain), and it is given \(unit.plain)")
        }
        return .anything
    }
}
