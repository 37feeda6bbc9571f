import Civic

/// Nothing is decided while the service makes it wait.
public struct Held: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.held.wait.title" }
    public var advice: TextKey { "procedures.held.wait.advice" }
}

/// Nothing is decided while the person has time to answer what was asked of them.
public struct Awaited: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.awaited.title" }
    public var advice: TextKey { "procedures.awaited.advice" }
}

/// What the rules do not come to is not granted.
public struct NotReckoned: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.notReckoned.title" }
    public var advice: TextKey { "procedures.notReckoned.advice" }
}

/// Nobody is refused for what a register has not said yet, or was never asked of them.
public struct NotYetKnown: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.notYetKnown.title" }
    public var advice: TextKey { "procedures.notYetKnown.advice" }
}

/// Nobody loses what was granted because they asked that somebody looks at it.
public struct NoWorse: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.noWorse.title" }
    public var advice: TextKey { "procedures.noWorse.advice" }
}

/// Whoever refused it does not answer the appeal.
public struct DecidedBefore: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "procedures.decidedBefore.title" }
    public var advice: TextKey { "procedures.helped.advice" }
}

/// Whoever helped the person with it does not decide it.
public struct HelpedBefore: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "procedures.helped.title" }
    public var advice: TextKey { "procedures.helped.advice" }
}
