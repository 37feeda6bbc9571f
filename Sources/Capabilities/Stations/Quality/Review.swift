import Civic

/// Somebody who oversees looked at one attention, drawn by chance, against the checklist.
public struct Review: Sendable, Hashable {
    public enum Mark: Int, Sendable, Hashable, CaseIterable {
        case met = 1
        case unmet = 2
        /// It does not apply.
        case beside = 3
    }

    /// What came of it when its agent did not agree.
    public enum Standing: String, Sendable, Hashable {
        case drawn, stands, contested, kept, withdrawn
    }

    public let id: Int64
    public let interaction: InteractionID
    public let agent: Int64
    public let reviewer: Int64
    public let drawn: Instant
    public let standing: Standing
    public var marks: [String: Mark] = [:]
}

/// There is nothing to look at: nobody ended an attention in the last week.
public struct NothingToReview: Refusal {
    public init() {}
    public var kind: RefusalKind { .notFound }
    public var title: TextKey { "quality.nothing" }
    public var advice: TextKey { "quality.nothing.advice" }
}

/// It was marked, contested or answered meanwhile, or is another's to answer.
public struct ReviewMoved: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "quality.moved" }
    public var advice: TextKey { "quality.moved.advice" }
}
