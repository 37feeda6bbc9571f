/// A value of a claim, of whatever kind the provider sends.
enum ClaimValue: Decodable, Sendable, Hashable {
    case text(String)
    case whole(Int)
    case number(Double)
    case bool(Bool)
    case list([ClaimValue])
    case object([String: ClaimValue])
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .whole(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([ClaimValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: ClaimValue].self))
        }
    }

    /// The value under names, from the outside in; nil when there is none, or it is null.
    subscript(path: some Sequence<String>) -> ClaimValue? {
        var here = self
        for name in path {
            guard case .object(let members) = here, let next = members[name], next != .null else { return nil }
            here = next
        }
        return here
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// Texts of a list, or the one text that stands in its place; nil when anything else does.
    var texts: [String]? {
        switch self {
        case .text(let text): return [text]
        case .list(let values):
            let texts = values.compactMap(\.text)
            return texts.count == values.count ? texts : nil
        default: return nil
        }
    }
}
