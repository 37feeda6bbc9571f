import Civic

/// The colours that a theme may set: custom properties of `:root`, by what they are for.
enum Token: String, CaseIterable, Sendable {
    case paper, surface, ink, slate, sea, pressed
    case onSea = "on-sea"
    case copper, leaf, amber, brick, sky, sand, line, edge

    var role: TextKey {
        switch self {
        case .paper: "kit.token.paper"
        case .surface: "kit.token.surface"
        case .ink: "kit.token.ink"
        case .slate: "kit.token.slate"
        case .sea: "kit.token.sea"
        case .pressed: "kit.token.pressed"
        case .onSea: "kit.token.onSea"
        case .copper: "kit.token.copper"
        case .leaf: "kit.token.leaf"
        case .amber: "kit.token.amber"
        case .brick: "kit.token.brick"
        case .sky: "kit.token.sky"
        case .sand: "kit.token.sand"
        case .line: "kit.token.line"
        case .edge: "kit.token.edge"
        }
    }
}
