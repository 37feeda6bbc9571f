extension Functions {
    /// The standard ones and those that the rules of benefits need. Days are moments at midnight UTC.
    public static let field = standard.adding(ages.merging(amounts) { $0 + $1 })

    /// Whole years, months or days from one day to another. A birthday, or the day of a month, that a shorter month lacks is its last
    /// day (Código Civil, art. 48). An `en` before `desde` is an error.
    private static let ages: [String: [Overload]] = [
        "edad": [between { months($0, $1) / 12 }],
        "meses": [between { months($0, $1) }],
        "dias": [between { $1.daysSince1970 - $0.daysSince1970 }],
        "mas_meses": [
            Overload([.timestamp, .int], .timestamp, .two { (day, count) throws(EvaluationError) in
                guard case (.timestamp(let day), .int(let count)) = (day, count) else { throw mistake(day, count) }
                let date = CivilDate(daysSince1970: day.day)
                guard let months = Int(exactly: count), abs(months) < 120_000 else { throw EvaluationError(.range) }
                let all = date.year * 12 + date.month - 1 + months
                let (year, month) = (Int(Int64(all).flooredQuotient(12)), Int(Int64(all).flooredRemainder(12)) + 1)
                guard let found = CivilDate(year: year, month: month, day: min(date.day, CivilDate.days(of: month, in: year))),
                    let moment = Timestamp(day: found.daysSince1970)
                else { throw EvaluationError(.range) }
                return .timestamp(moment)
            })
        ],
        "mas_dias": [
            Overload([.timestamp, .int], .timestamp, .two { (day, count) throws(EvaluationError) in
                guard case (.timestamp(let day), .int(let count)) = (day, count) else { throw mistake(day, count) }
                let (sum, overflow) = day.day.addingReportingOverflow(Int(count))
                guard !overflow, let moment = Timestamp(day: sum) else { throw EvaluationError(.range) }
                return .timestamp(moment)
            })
        ],
    ]

    private static func between(_ count: @escaping @Sendable (CivilDate, CivilDate) -> Int) -> Overload {
        Overload([.timestamp, .timestamp], .int, .two { (from, to) throws(EvaluationError) in
            guard case (.timestamp(let from), .timestamp(let to)) = (from, to) else { throw mistake(from, to) }
            guard from.day <= to.day else { throw EvaluationError(.invalid, "the second day is before the first") }
            return .int(Int64(count(CivilDate(daysSince1970: from.day), CivilDate(daysSince1970: to.day))))
        })
    }

    static func months(_ from: CivilDate, _ to: CivilDate) -> Int {
        let whole = (to.year - from.year) * 12 + to.month - from.month
        return to.day >= min(from.day, CivilDate.days(of: to.month, in: to.year)) ? whole : whole - 1
    }

    /// `pesos(a, b, redondeo)` is a / b in whole pesos, for an `a` that is a product: exactly, then rounded once: `cercano` (halves
    /// up), `abajo` or `arriba`. `menor` and `mayor` are of two numbers.
    private static let amounts: [String: [Overload]] = [
        "pesos": [
            Overload([.int, .int, .string], .int, .many { (values) throws(EvaluationError) in
                guard case (.int(let dividend), .int(let divisor), .string(let word)) = (values[0], values[1], values[2]) else {
                    throw mistake(values[0], values[1], values[2])
                }
                guard let rounding = Rounding(rawValue: word) else { throw EvaluationError(.invalid, "no rounding '\(word)'") }
                return .int(try rounding.quotient(dividend, divisor))
            })
        ],
        "menor": [pick { min($0, $1) }],
        "mayor": [pick { max($0, $1) }],
    ]

    private static func pick(_ choose: @escaping @Sendable (Int64, Int64) -> Int64) -> Overload {
        Overload([.int, .int], .int, .two { (a, b) throws(EvaluationError) in
            guard case (.int(let a), .int(let b)) = (a, b) else { throw mistake(a, b) }
            return .int(choose(a, b))
        })
    }
}

/// How a part of a peso becomes a whole one.
enum Rounding: String, Sendable {
    /// To the nearest; a half goes up.
    case nearest = "cercano"
    case down = "abajo"
    case up = "arriba"

    func quotient(_ dividend: Int64, _ divisor: Int64) throws(EvaluationError) -> Int64 {
        guard divisor > 0 else { throw EvaluationError(divisor == 0 ? .division : .invalid, "a divisor is positive") }
        let remainder = dividend.flooredRemainder(divisor)
        let floor = dividend.flooredQuotient(divisor)
        switch self {
        case .down: return floor
        case .up: return remainder == 0 ? floor : floor + 1
        case .nearest: return remainder >= divisor - remainder ? floor + 1 : floor
        }
    }
}
