import Civic

/// Somebody of the staff looked at a person who was not there.
public struct GlassLook: Sendable, Hashable {
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case justified, unjustified
    }

    public let id: Int64
    public let person: PersonID
    public let staff: Int64
    public let opened: Instant
    public let until: Instant
    /// When the person learns of it.
    public let tell: Instant
    /// The last day on which another must have looked at it.
    public let due: Day
    public let verdict: Verdict?
}

/// How breaking the glass is limited. Counter-rules of the network [K]: 30 minutes, two business days.
public struct GlassTerms: Sendable {
    public let minutes: Int
    public let reviewDays: Int

    public init(minutes: Int, reviewDays: Int) {
        self.minutes = minutes
        self.reviewDays = reviewDays
    }
}

/// Somebody who stands too near: oneself, a relative, a colleague.
public struct TooNear: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "error.tooNear.title" }
    public var advice: TextKey { "error.tooNear.advice" }
}

/// A look of one's own was not reviewed in time: until it is, there are no others.
public struct GlassClosed: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "error.glassClosed.title" }
    public var advice: TextKey { "error.glassClosed.advice" }
}
