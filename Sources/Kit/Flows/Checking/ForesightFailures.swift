import Expressions

/// What can only fail, whoever asks: every case would abstain, and nobody could say why.
extension Foresight {
    /// More than any number of a service: what is reckoned with it goes beyond what a whole number can be.
    private static let beyond: Int64 = 1_000_000_000_000_000

    mutating func failing(_ name: String, _ arguments: [Checked], _ given: [Possible]) {
        for case .number(let range, _) in given where name.hasPrefix("_") && range.lowerBound == range.upperBound {
            if range.lowerBound > Self.beyond || range.lowerBound < -Self.beyond {
                fault("\(range.lowerBound) is more than can be reckoned with")
            }
        }
        switch (name, given.count) {
        case ("_/_", 2), ("_%_", 2): if given[1].isOnly(0) { fault("divides by 0, and never comes to anything") }
        case ("pesos", 3): pesos(given)
        case ("_[_]", 2): index(arguments, given)
        case ("matches", 2):
            if case .literal(.string(let pattern)) = arguments[1].kind, !RegularExpression.isOne(pattern) {
                fault("'\(pattern)' is no regular expression: nothing could ever fit it")
            }
        case ("edad", 2), ("meses", 2), ("dias", 2), ("dias_habiles", 3): days(name, arguments)
        default: break
        }
    }

    private mutating func pesos(_ given: [Possible]) {
        if case .number(let divisor, _) = given[1], divisor.upperBound < 1 {
            fault(given[1].isOnly(0) ? "'pesos' divides by 0, and never comes to anything" : "what 'pesos' divides by is more than 0")
        }
        guard case .number(let part, _) = given[2] else { return }
        if part.upperBound < 0 || part.lowerBound > 10_000 {
            fault("the third number of 'pesos' is between 0 (any part is rounded up) and 10000 (none is); a half is 5000")
        } else if part.lowerBound == part.upperBound, (1..<100).contains(part.lowerBound) {
            fault(
                "the third number of 'pesos' counts hundredths of a percent: \(part.lowerBound) rounds up what is less than a hundredth of a peso; a half is 5000, any part is 0"
            )
        }
    }

    private mutating func index(_ arguments: [Checked], _ given: [Possible]) {
        if case (.list(_, let count), .number(let index, _)) = (given[0], given[1]) {
            if index.upperBound < 0 { return fault("things of a list are counted from 0") }
            if index.lowerBound >= count.upperBound {
                fault("there is no [\(index.lowerBound)] in a list of \(count.upperBound) at most: things are counted from 0")
            }
        }
        if case (.map(let entries), .literal(let key)) = (arguments[0].kind, arguments[1].kind) {
            let keys = entries.compactMap { if case .literal(let value) = $0.key.kind { value } else { nil } }
            guard keys.count == entries.count, !keys.contains(where: { Value.areEqual($0, key) }) else { return }
            if case .string(let text) = key { fault("there is no '\(text)' in what is written before it") }
        }
    }

    /// From today to a day that has been.
    private mutating func days(_ name: String, _ arguments: [Checked]) {
        guard case (.variable(_, let from), .variable(_, let to)) = (arguments[0].kind, arguments[1].kind), Service.dates.contains(from),
            isPast(to)
        else { return }
        fault("'\(name)' counts from the first day to the second, and '\(to)' is never after '\(from)': write \(name)(\(to), \(from))")
    }
}

extension Possible {
    fileprivate func isOnly(_ number: Int64) -> Bool { if case .number(let range, _) = self { range == number...number } else { false } }
}
