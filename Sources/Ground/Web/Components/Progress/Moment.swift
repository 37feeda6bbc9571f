import Civic

/// Where something stands between the past and what is to come.
public enum Moment: Sendable, CaseIterable {
    case past, now, toCome

    /// The class of `components.css`.
    var name: String {
        switch self {
        case .past: "past"
        case .now: "now"
        case .toCome: "coming"
        }
    }

    /// The word that those hear who don't see the mark.
    var word: TextKey {
        switch self {
        case .past: "components.moment.past"
        case .now: "components.moment.now"
        case .toCome: "components.moment.toCome"
        }
    }
}
