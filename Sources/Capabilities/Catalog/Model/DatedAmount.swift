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
    /// Of a parameter's value: where it comes from.
    public var sources: [Source] = []
    /// Of a parameter's value: how it was seen. Nil when the sheet's own confidence holds.
    public var confidence: Confidence?
    /// Of a parameter's value: made up for a demonstration.
    public var isAssumed = false

    public init(
        label: String, condition: String? = nil, ages: AgeBand? = nil, money: Pesos, from: Day, to: Day? = nil, source: String? = nil,
        reason: String? = nil, sources: [Source] = [], confidence: Confidence? = nil, isAssumed: Bool = false
    ) {
        self.label = label
        self.condition = condition
        self.ages = ages
        self.money = money
        self.from = from
        self.to = to
        self.source = source
        self.reason = reason
        self.sources = sources
        self.confidence = confidence
        self.isAssumed = isAssumed
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
