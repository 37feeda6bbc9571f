import Civic

/// The four kinds of interactions, which are never mixed but in a total that has a name.
enum FlowKind: Int, Sendable, CaseIterable {
    /// Visits of pages, without a step further.
    case session
    /// What people did by themselves.
    case transaction
    /// What somebody attended them in.
    case contact
    /// Calls that a machine passed on.
    case automaticTransfer

    init(deed: Int, modality: Int) {
        switch (Deed(deed), modality) {
        case (.visit, _): self = .session
        case (.automaticTransfer, _): self = .automaticTransfer
        case (_, Modality.assisted.rawValue): self = .contact
        default: self = .transaction
        }
    }

    var title: TextKey {
        switch self {
        case .session: "boards.flow.sessions"
        case .transaction: "boards.flow.transactions"
        case .contact: "boards.flow.contacts"
        case .automaticTransfer: "boards.flow.transfers"
        }
    }

    var name: String {
        switch self {
        case .session: "sessions"
        case .transaction: "transactions"
        case .contact: "contacts"
        case .automaticTransfer: "automatic_transfers"
        }
    }
}
