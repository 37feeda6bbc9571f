import Civic

/// A value that holds between two days, for an age band if it names one. There is no amount without its first day.
public struct DatedAmount: Sendable, Hashable, Codable {
    /// What is paid, in Spanish; values with the same label are one series in time.
    public var label: String
    /// For whom or when it holds, in Spanish: 'ingreso de hasta $649.039'.
    public var condition: String?
    public var ages: AgeBand?
    public var money: Pesos
    public var from: Day
    /// The last day on which it holds; open when nobody has said.
    public var to: Day?
    /// The id of one of the sheet's sources.
    public var source: String?
    /// For editors: why the band or the dates are not the ones that the source writes.
    public var reason: String?

    public init(
        label: String, condition: String? = nil, ages: AgeBand? = nil, money: Pesos, from: Day, to: Day? = nil, source: String? = nil,
        reason: String? = nil
    ) {
        self.label = label
        self.condition = condition
        self.ages = ages
        self.money = money
        self.from = from
        self.to = to
        self.source = source
        self.reason = reason
    }

    public func holds(on day: Day) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true)
    }

    /// Whether one person could be told two values on one day.
    public func overlaps(_ other: DatedAmount) -> Bool {
        guard label == other.label, ages.map({ mine in other.ages.map(mine.overlaps) ?? true }) ?? true else { return false }
        return (to.map { other.from <= $0 } ?? true) && (other.to.map { from <= $0 } ?? true)
    }
}

/// Ages in completed years, both ends included. A band without an upper end goes on.
public struct AgeBand: Sendable, Hashable, Codable {
    public let from: Int
    public let to: Int?

    /// Nil when it runs backwards or is no human age.
    public init?(from: Int, to: Int? = nil) {
        guard (0...130).contains(from), to.map({ (from...130).contains($0) }) ?? true else { return nil }
        self.from = from
        self.to = to
    }

    public func overlaps(_ other: AgeBand) -> Bool {
        from <= (other.to ?? .max) && other.from <= (to ?? .max)
    }
}
