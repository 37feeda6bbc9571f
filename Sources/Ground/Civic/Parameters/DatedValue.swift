/// A value that holds from one day, to another if it is known, for an age band if it names one.
public struct DatedValue: Sendable, Hashable, Codable {
    /// In the parameter's unit: whole pesos, days or years, hundredths of a percent, of a UF or of a UTM.
    public let amount: Int64
    public let from: Day
    /// The last day on which it holds; open when nobody has said.
    public let to: Day?
    /// All ages of the parameter when it names none.
    public let ages: AgeBand?
    /// For whom or when it holds, in Spanish; shown to people.
    public let condition: String?
    public let sources: [Source]
    public let confidence: Confidence
    /// For editors: why the value, its band or its dates are not the ones that the source writes.
    public let reason: String?

    /// Nil when it ends before it begins, is negative, or comes from nowhere.
    public init?(
        _ amount: Int64, from: Day, to: Day? = nil, ages: AgeBand? = nil, condition: String? = nil, sources: [Source],
        confidence: Confidence, reason: String? = nil
    ) {
        guard amount >= 0, to.map({ from <= $0 }) ?? true, !sources.isEmpty else { return nil }
        self.amount = amount
        self.from = from
        self.to = to
        self.ages = ages
        self.condition = condition
        self.sources = sources
        self.confidence = confidence
        self.reason = reason
    }
}

extension DatedValue {
    /// Whether it was read, and is sure, in an official source. One of several that does not say which gave it is not.
    public var isConfirmed: Bool { confidence == .high && sources.contains { $0.kind == .official } }

    /// Whether nobody read it anywhere.
    public var isUnread: Bool { sources.allSatisfy { $0.kind == .unread } }
}

/// A stretch of days, for an age band if it names one, of which it is known that nobody has stated the value.
public struct MissingValue: Sendable, Hashable, Codable {
    public let from: Day
    /// The last day; open when it goes on.
    public let to: Day?
    public let ages: AgeBand?
    /// For editors: why there is none, and where it should come from.
    public let reason: String

    /// Nil when it ends before it begins.
    public init?(from: Day, to: Day? = nil, ages: AgeBand? = nil, reason: String) {
        guard to.map({ from <= $0 }) ?? true else { return nil }
        self.from = from
        self.to = to
        self.ages = ages
        self.reason = reason
    }
}

/// What occupies days and ages of a parameter: a value, or its declared absence.
protocol Stretch {
    var from: Day { get }
    var to: Day? { get }
    var ages: AgeBand? { get }
}

extension DatedValue: Stretch {
    /// Whether the day is one of its days, both ends included.
    public func holds(on day: Day) -> Bool { isOn(day) }
}

extension MissingValue: Stretch {
    /// Whether the day is one of its days, both ends included.
    public func holds(on day: Day) -> Bool { isOn(day) }
}

extension Stretch {
    func isOn(_ day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}
