/// The name of a thing in a graph (RDF 1.1 section 3.2, RFC 3987). What may not stand in one is percent-encoded, so that each is written
/// safely.
public struct IRI: Sendable, Hashable {
    public let text: String

    public init(_ text: String) {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{0}"..."\u{20}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\", "\u{7F}"..."\u{9F}":
                for byte in UTF8.encode(scalar) ?? .init() {
                    safe += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            default: safe.unicodeScalars.append(scalar)
            }
        }
        self.text = safe
    }

    /// Something that is described in the same place: `…#channel-web`.
    public func part(_ fragment: String) -> IRI { IRI(text + "#" + fragment) }
}

/// The words of somebody's vocabulary, which begin alike: `dct` for `http://purl.org/dc/terms/`.
public struct Vocabulary: Sendable, Hashable {
    public let prefix: String
    public let beginning: String

    public init(_ prefix: String, _ beginning: String) {
        self.prefix = prefix
        self.beginning = beginning
    }

    public func callAsFunction(_ word: String) -> Word { Word(vocabulary: self, word: word) }

    /// A word of a vocabulary: a class or a property.
    public struct Word: Sendable, Hashable {
        public let vocabulary: Vocabulary
        public let word: String

        public var iri: IRI { IRI(vocabulary.beginning + word) }

        /// `dct:title`.
        public var short: String { vocabulary.prefix + ":" + word }

        /// Whether the short form needs no escapes in Turtle.
        var isPlain: Bool { !word.isEmpty && word.utf8.allSatisfy { $0.isUnreserved && $0 != 0x2E && $0 != 0x7E } }
    }
}
