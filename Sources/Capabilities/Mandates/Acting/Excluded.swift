import Civic

/// What nobody does in another's name, whatever their paper says.
enum Excluded: String, CaseIterable, Sendable {
    case contacts = "contacto"
    case payments = "pagos"
    case mandates = "representacion"
    case trace = "quien-vio"

    var title: TextKey {
        switch self {
        case .contacts: "acting.excluded.contacts"
        case .payments: "acting.excluded.payments"
        case .mandates: "acting.excluded.mandates"
        case .trace: "acting.excluded.trace"
        }
    }

    /// Why, and what can be done instead.
    var reason: TextKey {
        switch self {
        case .contacts: "acting.excluded.contacts.why"
        case .payments: "acting.excluded.payments.why"
        case .mandates: "acting.excluded.mandates.why"
        case .trace: "acting.excluded.trace.why"
        }
    }
}
