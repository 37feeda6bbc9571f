/// A JSON value (RFC 8259) whose members keep the order in which they were written.
///
///     let ficha: JSON = ["id": .string(number), "titulo": .string(title), "plazo": .text(duration)]
///
/// A member or an item that is nil is left out.
public enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    /// What is not finite has no form in JSON, and is written as null.
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    public struct Member: Sendable, Hashable {
        public let name: String
        public let value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// A string, or nothing.
    public static func text(_ text: String?) -> JSON? { text.map(JSON.string) }

    /// Strings; nothing when there are none.
    public static func texts(_ texts: [String]) -> JSON? { texts.isEmpty ? nil : .array(texts.map(JSON.string)) }

    /// Items; nothing when there are none.
    public static func list(_ items: [JSON]) -> JSON? { items.isEmpty ? nil : .array(items) }

    /// The first member of that name; nil when there is none, or this is no object.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The same object with these members after its own; any other value stays as it is.
    public func with(_ more: JSON) -> JSON {
        guard case .object(let members) = self, case .object(let others) = more else { return self }
        return .object(members + others)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
    public init(stringLiteral text: String) { self = .string(text) }
    public init(integerLiteral number: Int) { self = .integer(number) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .null }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    public init(arrayLiteral items: JSON?...) { self = .array(items.compactMap(\.self)) }

    public init(dictionaryLiteral members: (String, JSON?)...) {
        self = .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }
}
