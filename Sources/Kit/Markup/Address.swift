/// The rules of addresses in `href`, `src`, `action` and their like.
/// Source: WHATWG URL Standard (what a browser strips and reads as a scheme), RFC 3986 section 2.3 (unreserved characters).
enum Address {
    /// What stands in place of an address that is not allowed: it leads nowhere and says so in the markup.
    static let refused: StaticString = "about:invalid"

    /// Whether a whole address may be followed by a browser from our pages: `https`, `http`, `mailto`, `tel`, or relative to this
    /// site. Never `javascript:`, `data:` or any other scheme, never `//host`, never with a control character, space or backslash.
    static func isAllowed(_ address: Span<UInt8>) -> Bool {
        for index in address.indices {
            let byte = address[index]
            if byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") { return false }
        }
        if address.starts(with: "//") { return false }
        guard let colon = schemeEnd(of: address) else { return true }
        if address.isScheme("https", endingAt: colon) || address.isScheme("http", endingAt: colon) {
            let rest = colon + 1
            return address.count > rest + 2 && address[rest] == slash && address[rest + 1] == slash && address[rest + 2] != slash
        }
        return address.isScheme("mailto", endingAt: colon) || address.isScheme("tel", endingAt: colon)
    }

    /// Whether the literal beginning of an address may be continued with an escaped value.
    static func isAllowedPrefix(_ prefix: Span<UInt8>) -> Bool {
        if prefix.starts(with: "//") { return false }
        guard let colon = schemeEnd(of: prefix) else {
            // A name without any separator could still become a scheme, and a character reference could hide one.
            return prefix.containsSeparator
        }
        return prefix.isScheme("https", endingAt: colon) || prefix.isScheme("http", endingAt: colon)
            || prefix.isScheme("mailto", endingAt: colon) || prefix.isScheme("tel", endingAt: colon)
    }

    /// The place of the colon that ends a scheme: the first colon, unless `/`, `?` or `#` comes before it.
    private static func schemeEnd(of address: Span<UInt8>) -> Int? {
        for index in address.indices {
            switch address[index] {
            case UInt8(ascii: ":"): return index
            case slash, UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            default: continue
            }
        }
        return nil
    }

    static let slash = UInt8(ascii: "/")
}

extension Span where Element == UInt8 {
    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { expected in
            guard count >= expected.count else { return false }
            for index in 0..<expected.count where self[index] != expected[index] { return false }
            return true
        }
    }

    /// Whether the bytes before the colon are this scheme, in any case of letters.
    fileprivate func isScheme(_ name: StaticString, endingAt colon: Int) -> Bool {
        colon == name.utf8CodeUnitCount && extracting(0..<colon).equalsIgnoringCase(name)
    }

    /// The same name, in any case of ASCII letters. The name given is in small letters.
    func equalsIgnoringCase(_ name: StaticString) -> Bool {
        name.withUTF8Buffer { expected in
            guard count == expected.count else { return false }
            for index in 0..<expected.count where self[index].lowercased != expected[index] { return false }
            return true
        }
    }

    /// Whether a `/`, `?` or `#` is there before any `&`.
    fileprivate var containsSeparator: Bool {
        for index in indices {
            switch self[index] {
            case Address.slash, UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case UInt8(ascii: "&"): return false
            default: continue
            }
        }
        return false
    }
}

extension UInt8 {
    /// The small letter of an ASCII capital; any other byte as it is.
    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    /// RFC 3986 section 2.3: letters, digits, `-`, `.`, `_`, `~`.
    var isUnreserved: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
