extension Functions {
    /// `dias_habiles(desde, hasta, feriados)` is how many business days lie after the first day, through the second; 0 when it is not later.
    /// `mas_dias_habiles(dia, n, feriados)` is the day so many business days later. Saturdays, Sundays and the holidays given do not count
    /// (Ley 19.880, art. 25). A day in a year of which there is no holiday is an error: it is never guessed.
    static let businessDays: [String: [Overload]] = [
        "dias_habiles": [
            Overload(
                [.timestamp, .timestamp, .list(.timestamp)], .int,
                .many { (values) throws(EvaluationError) in
                    guard case (.timestamp(let from), .timestamp(let to)) = (values[0], values[1]) else {
                        throw mistake(values[0], values[1])
                    }
                    let week = try WorkingDays(values[2])
                    guard to.day - from.day < 40_000 else { throw EvaluationError(.range) }
                    var count: Int64 = 0
                    for day in stride(from: from.day + 1, through: to.day, by: 1) where try week.counts(day) { count += 1 }
                    return .int(count)
                })
        ],
        "mas_dias_habiles": [
            Overload(
                [.timestamp, .int, .list(.timestamp)], .timestamp,
                .many { (values) throws(EvaluationError) in
                    guard case (.timestamp(let from), .int(let wanted)) = (values[0], values[1]) else {
                        throw mistake(values[0], values[1])
                    }
                    guard (0...4_000).contains(wanted) else { throw EvaluationError(.range) }
                    let week = try WorkingDays(values[2])
                    var (day, left) = (from.day, wanted)
                    while left > 0 {
                        day += 1
                        if try week.counts(day) { left -= 1 }
                    }
                    guard let moment = Timestamp(day: day) else { throw EvaluationError(.range) }
                    return .timestamp(moment)
                })
        ],
    ]
}

/// Which days count.
private struct WorkingDays {
    private let holidays: Set<Int>
    private let years: Set<Int>

    init(_ list: Value) throws(EvaluationError) {
        guard case .list(let values) = list else { throw EvaluationError(.noSuchOverload) }
        var (holidays, years) = (Set<Int>(), Set<Int>())
        for value in values {
            guard case .timestamp(let moment) = value else { throw EvaluationError(.noSuchOverload) }
            holidays.insert(moment.day)
            years.insert(CivilDate(daysSince1970: moment.day).year)
        }
        (self.holidays, self.years) = (holidays, years)
    }

    func counts(_ day: Int) throws(EvaluationError) -> Bool {
        guard years.contains(CivilDate(daysSince1970: day).year) else {
            throw EvaluationError(.invalid, "of that year no holiday is known")
        }
        // 1 January 1970 was a Thursday; 0 is Sunday.
        let weekday = ((day + 4) % 7 + 7) % 7
        return weekday != 0 && weekday != 6 && !holidays.contains(day)
    }
}
