import Civic

/// That somebody died, as it was recorded here.
public struct Death: Sendable, Hashable {
    public let id: Int64
    public let person: PersonID
    public let day: Day
    /// The register or certificate that says so.
    public let register: String
    /// Whoever of the staff recorded it; nil when a register told us.
    public let recorder: Int64?
    public let recorded: Instant
    /// Who asked that it be reversed, and when; the reversal itself takes another.
    public let proposer: Int64?
    public let asked: Instant?
}

/// The person died: nothing is begun in their name.
public struct HasDied: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "error.hasDied.title" }
    public var advice: TextKey { "error.hasDied.advice" }
}

/// One person asks, and another confirms.
public struct NotTheSameTwice: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "error.notTheSameTwice.title" }
    public var advice: TextKey { "error.notTheSameTwice.advice" }
}
