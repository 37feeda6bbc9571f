/// An expected "no": the rules don't allow it, or what was asked is not there. It is thrown by acts and questions and shown by every
/// channel in its own way: what happened, and what to do next. It carries no personal data.
public protocol Refusal: Error {
    var kind: RefusalKind { get }
    /// What happened, in a few words.
    var title: TextKey { get }
    /// What the person can do next.
    var advice: TextKey { get }
}

/// The few families of refusals; a channel gives each its own form (on the web, a status of RFC 9110).
public enum RefusalKind: Sendable {
    case notFound
    case gone
    case invalid
    case forbidden
    case conflict
    case tooLarge
    case tooMany
    case unavailable
}

/// What was asked for is not here.
public struct NotFound: Refusal {
    public init() {}
    public var kind: RefusalKind { .notFound }
    public var title: TextKey { "error.notFound.title" }
    public var advice: TextKey { "error.notFound.advice" }
}
