import Civic

/// A class of sensitivity as the files of the catalogue write it.
public enum SensitivityName: String, Sendable, Hashable, CaseIterable, Codable {
    case ordinary, health, violence, reparations, children, justice

    public var sensitivity: Sensitivity {
        switch self {
        case .ordinary: .ordinary
        case .health: .health
        case .violence: .violence
        case .reparations: .reparations
        case .children: .children
        case .justice: .justice
        }
    }
}
