import Crypto

/// A UUID that follows from a name: the same name has the same one at every time and in every place. Source: RFC 9562 section 5.5
/// (version 5: the beginning of a SHA-1, which names and protects nothing).
public struct NamedIdentifier: Sendable, Hashable, CustomStringConvertible {
    /// In small letters: `74738ff5-5367-5958-9aee-98fffdcd1876`.
    public let description: String

    /// The identifier of a name among those of a space.
    public init(_ name: String, in space: Space) {
        var hash = Insecure.SHA1()
        hash.update(data: space.bytes)
        hash.update(data: Array(name.utf8))
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        description = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }

    /// What a name is one of.
    public struct Space: Sendable, Hashable {
        let bytes: [UInt8]

        /// Names that are addresses (RFC 9562 section 6.6, namespace URL).
        public static let addresses = Space(bytes: [
            0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
        ])

        /// Names of the domain name system (the same, namespace DNS).
        public static let domains = Space(bytes: [
            0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
        ])
    }
}
