import Civic

/// The colours of a theme in each way of showing them, read from the style sheets themselves.
struct Palette: Sendable {
    /// How a person has the page shown.
    enum Scheme: CaseIterable, Sendable {
        case light, dark, contrast

        var name: TextKey {
            switch self {
            case .light: "kit.light"
            case .dark: "kit.dark"
            case .contrast: "kit.contrast"
            }
        }
    }

    private let colours: [Scheme: [Token: Colour]]

    /// `sheets` in the order in which a page links them. As in a browser, of rules that weigh the same the later sheet wins: a theme's plain
    /// colours stand in the dark too, unless it has others for it.
    init(_ sheets: [Stylesheet]) {
        var colours: [Scheme: [Token: Colour]] = [:]
        for scheme in Scheme.allCases {
            for rules in scheme.weights {
                for tokens in sheets.flatMap({ sheet in rules.map { sheet.tokens(of: $0.selector, media: $0.media) } }) {
                    for (name, value) in tokens {
                        guard let token = Token(rawValue: name), let colour = Colour(value) else { continue }
                        colours[scheme, default: [:]][token] = colour
                    }
                }
            }
        }
        self.colours = colours
    }

    /// nil when no sheet gives it one.
    func colour(_ token: Token, _ scheme: Scheme) -> Colour? { colours[scheme]?[token] }

    /// How well a pair can be told apart; nil when a colour is missing.
    func contrast(_ pair: Pair, _ scheme: Scheme) -> Double? {
        guard let front = colour(pair.front, scheme), let ground = colour(pair.ground, scheme) else { return nil }
        return front.contrast(with: ground)
    }
}

extension Palette.Scheme {
    /// The rules that give a scheme its colours, those of one weight together, the weakest first: a query adds nothing to the weight of a
    /// selector, a class does.
    fileprivate var weights: [[(selector: String, media: String)]] {
        switch self {
        case .light: [[(":root", "")]]
        case .dark: [[(":root", ""), (":root", "(prefers-color-scheme:dark)")]]
        case .contrast: [[(":root", "")], [(":root.contrast", "")]]
        }
    }
}

/// Two colours that meet on a page, and how much contrast they need. Source: WCAG 2.2, 1.4.3 (text) and 1.4.11 (controls, focus).
struct Pair: Sendable, Hashable {
    let front: Token
    let ground: Token
    let least: Double

    static let all: [Pair] =
        grounds.flatMap { ground in texts.map { Pair(front: $0, ground: ground, least: 4.5) } }
        + [Pair(front: .onSea, ground: .sea, least: 4.5), Pair(front: .onSea, ground: .pressed, least: 4.5)]
        + [Pair(front: .surface, ground: .brick, least: 4.5)]
        + grounds.flatMap { ground in edges.map { Pair(front: $0, ground: ground, least: 3) } }

    private static let grounds: [Token] = [.paper, .surface, .sky, .sand]
    private static let texts: [Token] = [.ink, .slate, .sea, .pressed, .copper, .leaf, .amber, .brick]
    /// Copper stands here too: the ring of the focus is held to more than it needs.
    private static let edges: [Token] = [.edge]
}
