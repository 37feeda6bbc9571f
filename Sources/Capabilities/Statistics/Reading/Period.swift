import Civic

/// What a board tells of: a year or a month.
public enum Period: Sendable, Hashable {
    case year(Int)
    case month(Month)

    /// Reads `2022` or `2022-07`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first), (1990...2200).contains(year) else { return nil }
        if parts.count == 1 {
            self = .year(year)
        } else if parts.count == 2, parts[1].utf8.count == 2, let number = Int(parts[1]), let month = Month(year: year, month: number) {
            self = .month(month)
        } else {
            return nil
        }
    }

    /// As it stands in addresses.
    public var code: String {
        switch self {
        case .year(let year): "\(year)"
        case .month(let month): month.iso
        }
    }

    public var months: ClosedRange<Int> {
        switch self {
        case .year(let year): year * 12...year * 12 + 11
        case .month(let month): month.number...month.number
        }
    }

    /// Its months as far as a day; the first of them when it begins later.
    func months(through last: Int) -> ClosedRange<Int> {
        months.lowerBound...max(months.lowerBound, min(months.upperBound, Month(of: Day(number: last)).number))
    }

    public var days: ClosedRange<Int> {
        Month(number: months.lowerBound).first.number...Month(number: months.upperBound).last.number
    }

    /// The month in which a step is: the months of a year, the days of a month.
    func month(ofStep step: Int) -> Int {
        switch self {
        case .year(let year): year * 12 + step - 1
        case .month(let month): month.number
        }
    }

    /// `jul`, or the day of the month.
    func stepTitle(_ step: Int, _ texts: Texts) -> String {
        switch self {
        case .year: String(texts.item(step, of: "time.months").prefix(3))
        case .month: "\(step)"
        }
    }

    var stepColumn: TextKey {
        switch self {
        case .year: "boards.month.column"
        case .month: "boards.day.column"
        }
    }

    /// The same a year before.
    public var yearBefore: Period {
        switch self {
        case .year(let year): .year(year - 1)
        case .month(let month): .month(Month(number: month.number - 12))
        }
    }

    /// `2022` or `julio de 2022`.
    func title(_ texts: Texts) -> String {
        switch self {
        case .year(let year): "\(year)"
        case .month(let month): texts("boards.month", ["month": texts.item(month.month, of: "time.months"), "year": "\(month.year)"])
        }
    }
}
