extension BatchMachine {
    func binary(
        _ operation: BatchOperation.Binary, _ a: Int, _ b: Int, _ out: UnsafeMutablePointer<Int64>, _ state: UnsafeMutablePointer<UInt8>,
        _ count: Int
    ) {
        let (x, y, sx, sy) = (values(a), values(b), states(a), states(b))
        for row in 0..<count { state[row] = Self.strict(sx[row], sy[row]) }
        func checked(_ operate: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)) {
            for row in 0..<count where state[row] == BatchStatus.value {
                let (result, overflow) = operate(x[row], y[row])
                out[row] = result
                if overflow { state[row] = BatchStatus.error }
            }
        }
        func dated(_ operate: (CivilDate, CivilDate) -> Int) {
            for row in 0..<count where state[row] == BatchStatus.value {
                if x[row] > y[row] {
                    state[row] = BatchStatus.error
                } else {
                    out[row] = Int64(operate(CivilDate(daysSince1970: Int(x[row])), CivilDate(daysSince1970: Int(y[row]))))
                }
            }
        }
        switch operation {
        case .add: checked { $0.addingReportingOverflow($1) }
        case .subtract: checked { $0.subtractingReportingOverflow($1) }
        case .multiply: checked { $0.multipliedReportingOverflow(by: $1) }
        case .divide: checked { $1 == 0 ? (0, true) : $0.dividedReportingOverflow(by: $1) }
        case .remainder: checked { $1 == 0 ? (0, true) : $0.remainderReportingOverflow(dividingBy: $1) }
        case .less: for row in 0..<count { out[row] = x[row] < y[row] ? 1 : 0 }
        case .lessOrEqual: for row in 0..<count { out[row] = x[row] <= y[row] ? 1 : 0 }
        case .more: for row in 0..<count { out[row] = x[row] > y[row] ? 1 : 0 }
        case .moreOrEqual: for row in 0..<count { out[row] = x[row] >= y[row] ? 1 : 0 }
        case .equal: for row in 0..<count { out[row] = x[row] == y[row] ? 1 : 0 }
        case .unequal: for row in 0..<count { out[row] = x[row] != y[row] ? 1 : 0 }
        case .least: for row in 0..<count { out[row] = min(x[row], y[row]) }
        case .most: for row in 0..<count { out[row] = max(x[row], y[row]) }
        case .days: for row in 0..<count { if x[row] > y[row] { state[row] = max(1, state[row] & 1) } else { out[row] = y[row] &- x[row] } }
        case .years: dated { Functions.months($0, $1) / 12 }
        case .months: dated { Functions.months($0, $1) }
        case .plusDays: checked { Self.day($0.addingReportingOverflow($1)) }
        case .plusMonths:
            checked { day, months in
                guard abs(months) < 120_000 else { return (0, true) }
                let date = CivilDate(daysSince1970: Int(day))
                let all = Int64(date.year * 12 + date.month - 1) + months
                let (year, month) = (Int(all.flooredQuotient(12)), Int(all.flooredRemainder(12)) + 1)
                guard let found = CivilDate(year: year, month: month, day: min(date.day, CivilDate.days(of: month, in: year))) else {
                    return (0, true)
                }
                return Self.day((Int64(found.daysSince1970), false))
            }
        }
    }

    /// Only the years 1 to 9999 have days.
    private static func day(_ sum: (partialValue: Int64, overflow: Bool)) -> (partialValue: Int64, overflow: Bool) {
        (sum.partialValue, sum.overflow || !(Timestamp.least / 86_400...Timestamp.most / 86_400).contains(sum.partialValue))
    }
}
