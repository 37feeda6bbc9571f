import Civic

/// A fact that happened in an attention: a threat, damage. It expires, the person sees it and may contest it, and it never says what anybody
/// thinks of them.
public struct ConductFlag: Sendable, Hashable {
    public enum Verdict: String, Sendable, Hashable {
        case kept, withdrawn
    }

    public let id: Int64
    public let person: PersonID
    public let interaction: InteractionID
    /// A code of the list of facts.
    public let fact: String
    public let staff: Int64
    public let point: Int64?
    public let at: Instant
    public let until: Instant
    public let isContested: Bool
    public let verdict: Verdict?

    /// Whether whoever attends is told of it.
    func stands(_ now: Instant) -> Bool { until > now && verdict != .withdrawn }
}

extension Permission {
    /// Decide what persons contest of facts that were noted about them.
    public static let reviewFlags: Permission = "flag.review"
}

/// Nobody was proven to be there, it was noted already, or its day is over.
public struct NothingToFlag: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "persons.flag.nothing" }
    public var advice: TextKey { "persons.flag.nothing.advice" }
}

/// It was contested or decided meanwhile.
public struct FlagMoved: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "persons.flag.moved" }
    public var advice: TextKey { "persons.flag.moved.advice" }
}
