import Civic

/// An agent says that the figures of one of their days are not right.
public struct FigureContest: Sendable, Hashable {
    public enum Verdict: String, Sendable, Hashable {
        case kept
        /// Nobody draws anything from those figures.
        case setAside
    }

    public let id: Int64
    public let shift: Int64
    public let contested: Instant
    public let verdict: Verdict?
}

/// It was contested or decided meanwhile, or is not theirs to decide.
public struct ContestMoved: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "ownFigures.moved" }
    public var advice: TextKey { "ownFigures.moved.advice" }
}
