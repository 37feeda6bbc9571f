import Expressions

/// A value of a run, and where it is from.
public struct Known: Sendable {
    public let value: Value
    public let origin: Origin
}

/// Where a value is from.
public enum Origin: Sendable {
    case answer
    /// Said by the person in the place of a register that did not answer.
    case provisional(register: String)
    case register(String, at: Int64)
    /// By a paper, seen by whoever decides.
    case proved(by: String, at: Int64)
    case parameter(ParameterValue)
    case computed
    case date
}

/// What is not there yet, or never will be by itself.
public enum Need: Sendable, Hashable {
    case fact(String)
    case question(String)
    /// A register does not answer and nothing may stand in its place.
    case register(String)
    /// No value of a parameter is known.
    case parameter(String, reason: String)
}

/// A value of the dated parameters (counter-rules 5).
public struct ParameterValue: Sendable, Hashable {
    public let amount: Int64
    /// The laws that fix it, as they are cited.
    public let basis: [String]
    /// Where the number was read.
    public let sources: [String]
    public let reading: Reading
    /// Made up for a demonstration: every page that used it says so.
    public let isAssumed: Bool

    /// How sure it is that the law says so.
    public enum Reading: String, Sendable, CaseIterable {
        /// Read in the law, or where the State publishes it.
        case official
        /// Read elsewhere.
        case unconfirmed
        /// Read nowhere.
        case unread
    }

    public init(
        _ amount: Int64, basis: [String] = [], sources: [String] = [], reading: Reading = .unconfirmed, isAssumed: Bool = false
    ) {
        self.amount = amount
        self.basis = basis
        self.sources = sources
        self.reading = reading
        self.isAssumed = isAssumed
    }
}

/// The dated parameters, as a function of their id, a day since 1970, and an age.
public struct ParameterTable: Sendable {
    public enum Found: Sendable {
        case value(ParameterValue)
        case missing(reason: String)
    }

    /// What people call a parameter, and what its number counts.
    public struct Words: Sendable {
        public let name: Flows.Words
        public let unit: String

        public init(name: Flows.Words, unit: String) { (self.name, self.unit) = (name, unit) }
    }

    public let find: @Sendable (_ id: String, _ day: Int, _ age: Int?) -> Found
    /// nil for one that nobody knows.
    public let words: @Sendable (_ id: String) -> Words?
    /// The holidays of the country, in days since 1970; none where nobody knows them.
    public let holidays: [Int]

    public init(
        holidays: [Int] = [], words: @escaping @Sendable (_ id: String) -> Words? = { _ in nil },
        _ find: @escaping @Sendable (_ id: String, _ day: Int, _ age: Int?) -> Found
    ) {
        self.find = find
        self.words = words
        self.holidays = holidays
    }
}

/// A rule, and what came of it.
public struct Finding: Sendable {
    public enum Outcome: Sendable {
        case met, unmet
        case open(Set<Need>)
        case faulty(EvaluationError)
    }

    public let rule: Rule
    public let outcome: Outcome
    /// The data that it looked at, in their order.
    public let data: [String]

    public var isMet: Bool { if case .met = outcome { true } else { false } }
    public var isUnmet: Bool { if case .unmet = outcome { true } else { false } }
}
