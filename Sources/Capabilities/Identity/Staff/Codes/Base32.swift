/// Base32 (RFC 4648 section 6) without padding: what people can type.
enum Base32 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    private static let values = Dictionary(uniqueKeysWithValues: signs.enumerated().map { ($1, UInt8($0)) })

    static func text(_ bytes: [UInt8]) -> String {
        var (text, buffer, bits) = ("", 0, 0)
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(signs[buffer >> bits & 31])
            }
        }
        if bits > 0 { text.append(signs[buffer << (5 - bits) & 31]) }
        return text
    }

    /// nil when there is another sign in it. Blanks and hyphens between groups are no matter, nor are small letters.
    static func bytes(_ text: String) -> [UInt8]? {
        var (bytes, buffer, bits) = ([UInt8](), 0, 0)
        for sign in text.uppercased() where !sign.isWhitespace && sign != "-" {
            guard let value = values[sign] else { return nil }
            buffer = (buffer << 5 | Int(value)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits & 0xFF))
            }
        }
        return bytes
    }

    /// In groups of four, as they are read out.
    static func grouped(_ text: String) -> String {
        text.enumerated().map { ($0 > 0 && $0 % 4 == 0 ? " " : "") + String($1) }.joined()
    }
}
