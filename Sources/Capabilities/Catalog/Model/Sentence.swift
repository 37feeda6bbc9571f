import Civic

/// A sentence in which a parameter may stand by its id: `menor a la pensión superior, {pgu.superior}`.
struct Sentence {
    enum Piece: Hashable {
        case text(String)
        /// What stands between braces.
        case mention(String)
        /// A brace without its pair, with the rest.
        case broken(String)
    }

    let pieces: [Piece]

    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            rest = rest[brace...]
            let inner = rest.dropFirst()
            guard rest.first == "{", let close = inner.firstIndex(where: { $0 == "{" || $0 == "}" }), inner[close] == "}" else {
                pieces.append(.broken(String(rest)))
                rest = ""
                break
            }
            pieces.append(.mention(String(inner[..<close])))
            rest = inner[inner.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    /// Those that it names, in order.
    var parameters: [Parameter.ID] {
        pieces.compactMap { if case .mention(let name) = $0 { Parameter.ID(name) } else { nil } }
    }
}
