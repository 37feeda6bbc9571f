extension Functions {
    /// The standard ones and those that the rules of benefits need. Days are moments at midnight UTC.
    public static let field = standard.adding(ages.merging(amounts) { $0 + $1 }.merging(businessDays) { $0 + $1 })

    /// Whole years, months or days from one day to another. A birthday, or the day of a month, that a shorter month lacks is its last
    /// day (Código Civil, art. 48). An `en` before `desde` is an error.
    private static let ages: [String: [Overload]] = [
        "edad": [between { months($0, $1) / 12 }],
        "meses": [between { months($0, $1) }],
        "dias": [between { $1.daysSince1970 - $0.daysSince1970 }],
        "mas_meses": [
            Overload(
                [.timestamp, .int], .timestamp,
                .two { (day, count) throws(EvaluationError) in
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
        "inicio_de_mes": [
            Overload(
                [.timestamp], .timestamp,
                .one { (day) throws(EvaluationError) in
                    guard case .timestamp(let moment) = day, let first = Timestamp(day: firstOfMonth(moment.day)) else {
                        throw mistake(day)
                    }
                    return .timestamp(first)
                })
        ],
        "mas_dias": [
            Overload(
                [.timestamp, .int], .timestamp,
                .two { (day, count) throws(EvaluationError) in
                    guard case (.timestamp(let day), .int(let count)) = (day, count) else { throw mistake(day, count) }
                    let (sum, overflow) = day.day.addingReportingOverflow(Int(count))
                    guard !overflow, let moment = Timestamp(day: sum) else { throw EvaluationError(.range) }
                    return .timestamp(moment)
                })
        ],
    ]

    private static func between(_ count: @escaping @Sendable (CivilDate, CivilDate) -> Int) -> Overload {
        Overload(
            [.timestamp, .timestamp], .int,
            .two { (from, to) throws(EvaluationError) in
                guard case (.timestamp(let from), .timestamp(let to)) = (from, to) else { throw mistake(from, to) }
                guard from.day <= to.day else { throw EvaluationError(.invalid, "the second day is before the first") }
                return .int(Int64(count(CivilDate(daysSince1970: from.day), CivilDate(daysSince1970: to.day))))
            })
    }

    /// The first day of the month of a day, in days since 1970.
    static func firstOfMonth(_ day: Int) -> Int { day - CivilDate(daysSince1970: day).day + 1 }

    static func months(_ from: CivilDate, _ to: CivilDate) -> Int {
        let whole = (to.year - from.year) * 12 + to.month - from.month
        return to.day >= min(from.day, CivilDate.days(of: to.month, in: to.year)) ? whole : whole - 1
    }

    /// `pesos(a, b, redondeo)` is a / b in whole pesos, exactly, then rounded once: up from so many hundredths of a percent of a peso
    /// on (5000 is half a peso, 0 any part, 10000 none). `menor` and `mayor` are of two numbers.
    private static let amounts: [String: [Overload]] = [
        "pesos": [
            Overload(
                [.int, .int, .int], .int,
                .many { (values) throws(EvaluationError) in
                    guard case (.int(let dividend), .int(let divisor), .int(let from)) = (values[0], values[1], values[2]) else {
                        throw mistake(values[0], values[1], values[2])
                    }
                    return .int(try roundedQuotient(dividend, divisor, from: from))
                })
        ],
        "menor": [pick { min($0, $1) }],
        "mayor": [pick { max($0, $1) }],
    ]

    private static func pick(_ choose: @escaping @Sendable (Int64, Int64) -> Int64) -> Overload {
        Overload(
            [.int, .int], .int,
            .two { (a, b) throws(EvaluationError) in
                guard case (.int(let a), .int(let b)) = (a, b) else { throw mistake(a, b) }
                return .int(choose(a, b))
            })
    }
}

/// Throws `division_by_zero`, and `invalid_argument` for a negative divisor or a part beyond a whole.
func roundedQuotient(_ dividend: Int64, _ divisor: Int64, from part: Int64) throws(EvaluationError) -> Int64 {
    guard divisor > 0 else { throw EvaluationError(divisor == 0 ? .division : .invalid, "a divisor is positive") }
    guard (0...10_000).contains(part) else { throw EvaluationError(.invalid, "a part of a peso has 0 to 10000 hundredths of a percent") }
    let (floor, remainder) = (dividend.flooredQuotient(divisor), dividend.flooredRemainder(divisor))
    guard remainder > 0, part < 10_000, Int128(remainder) * 10_000 >= Int128(divisor) * Int128(part) else { return floor }
    return floor + 1
}
