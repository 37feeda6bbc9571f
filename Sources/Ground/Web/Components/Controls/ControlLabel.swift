/// What stands around a control: its name above it, help before it, what is wrong with what was typed.
public struct ControlLabel: Sendable, Hashable {
    public let text: String
    /// Help, read before one types.
    public let hint: String?
    /// What is wrong and what to write instead; nil when nothing is.
    public let error: String?
    /// The word that says that it may stay empty; nil when it may not.
    public let optional: String?

    /// Whether it is the heading of its page: one question a page.
    public let isHeading: Bool

    public var isOptional: Bool { optional != nil }

    public init(_ text: String, hint: String? = nil, error: String? = nil, optional: String? = nil, isHeading: Bool = false) {
        self.text = text
        self.hint = hint
        self.error = error
        self.optional = optional
        self.isHeading = isHeading
    }
}

/// One answer of several that can be chosen.
public struct ControlOption: Sendable, Hashable {
    /// What the form sends.
    public let value: String
    public let words: String
    /// What the answer means, when its words are not enough.
    public let hint: String?
    /// What it belongs to in a long list, with its neighbours.
    public let group: String?

    public init(_ value: String, _ words: String, hint: String? = nil, group: String? = nil) {
        self.value = value
        self.words = words
        self.hint = hint
        self.group = group
    }
}

/// The names of the three parts of a date.
public struct DateWords: Sendable, Hashable {
    public let day: String
    public let month: String
    public let year: String

    public init(day: String, month: String, year: String) {
        self.day = day
        self.month = month
        self.year = year
    }
}
