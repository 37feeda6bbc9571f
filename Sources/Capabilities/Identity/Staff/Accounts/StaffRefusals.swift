import Civic

/// Somebody has that login already.
public struct LoginTaken: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "team.taken.title" }
    public var advice: TextKey { "team.taken.advice" }
}

/// Nobody gives themselves roles, closes their own account or makes their own password anew as somebody who looks after accounts.
public struct OwnAccount: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "team.own.title" }
    public var advice: TextKey { "team.own.advice" }
}

/// The role would reach further than whoever gives it.
public struct WiderThanGiver: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "team.wider.title" }
    public var advice: TextKey { "team.wider.advice" }
}
