import Civic

/// What somebody says when they come back from another site.
struct Return: Sendable, Equatable {
    /// Where it broke.
    enum Reason: String, Sendable, CaseIterable {
        /// The page did not open.
        case page
        /// ClaveUnica did not let them in.
        case key
        /// Something was asked for that they did not have.
        case missing
        /// They did not understand what to do.
        case unclear
        case other

        var words: TextKey {
            switch self {
            case .page: "handoff.reason.page"
            case .key: "handoff.reason.key"
            case .missing: "handoff.reason.missing"
            case .unclear: "handoff.reason.unclear"
            case .other: "handoff.reason.other"
            }
        }
    }

    /// nil when they could finish.
    let reason: Reason?
}

/// What a code stands for now.
enum CodeState: Sendable, Equatable {
    /// Nobody was given it.
    case unknown
    case expired
    case answered
    /// It waits for its answer about this sheet.
    case open(sheet: Int)
}
