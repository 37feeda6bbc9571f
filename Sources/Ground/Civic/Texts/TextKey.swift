/// The key of a text of the interface. It is written as a literal, so that every key in use can be found by reading the sources.
public struct TextKey: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let description: String

    public init(stringLiteral literal: StaticString) {
        description = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }
}
