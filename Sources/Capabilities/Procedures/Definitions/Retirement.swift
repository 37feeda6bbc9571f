import Civic
import Flows

/// A service that is no longer offered nor begun. What was begun, filed or granted before goes on to its end.
public struct Retirement: Sendable, Equatable {
    public let service: String
    /// The first day on which nobody could begin it.
    public let since: Day
    /// Why, for whoever comes with an old link; in the language of services.
    public let reason: String?
    /// Whoever answers for it.
    public let author: String

    /// The longest reason and name that are kept.
    public static let most = 300
}

/// It was retired: what can be done instead stands on its page.
public struct ServiceRetired: Refusal {
    public let service: Service
    public let retirement: Retirement
    public var kind: RefusalKind { .gone }
    public var title: TextKey { "procedures.retired.title" }
    public var advice: TextKey { "procedures.retired.advice" }
}
