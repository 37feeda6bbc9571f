import Civic

/// By what paper somebody acts for another.
public enum Instrument: String, Sendable, Hashable, CaseIterable {
    /// Granted by the person, in their own place.
    case own
    case socialWorker = "social-worker"
    case notarialLetter = "notarial-letter"
    case publicDeed = "public-deed"
    case courtOrder = "court-order"

    /// Those that are shown on paper, at a desk.
    static let onPaper: [Instrument] = [.socialWorker, .notarialLetter, .publicDeed, .courtOrder]

    var words: TextKey {
        switch self {
        case .own: "mandate.instrument.own"
        case .socialWorker: "mandate.instrument.socialWorker"
        case .notarialLetter: "mandate.instrument.notarialLetter"
        case .publicDeed: "mandate.instrument.publicDeed"
        case .courtOrder: "mandate.instrument.courtOrder"
        }
    }
}
