import Hummingbird

extension Request {
    /// The first value of a name in the query, as forms write it: `+` is a blank, a value with a broken escape stays as it is, bytes that
    /// are not UTF-8 become U+FFFD, and control characters become blanks. nil when the name is not there. Source: WHATWG URL section 5.1.
    public func asked(_ name: String) -> String? { AskedQuery.value(of: name, in: uri.query ?? "") }

    /// Whether whoever asks is a program: it names JSON and does not name HTML (RFC 9110 section 12.5.1).
    public var asksForJSON: Bool {
        guard let accepted = headers[.accept]?.lowercased() else { return false }
        return accepted.contains("json") && !accepted.contains("text/html")
    }
}

/// The part of an address after its question mark.
public enum AskedQuery {
    /// As `Request.asked` reads it.
    public static func value(of name: String, in query: String) -> String? {
        for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            if decoded(parts[0]) == name { return parts.count > 1 ? decoded(parts[1]) : "" }
        }
        return nil
    }

    private static func decoded(_ text: Substring.UTF8View) -> String {
        let bytes = PercentEncoding.decode(text, plusIsBlank: true) ?? Array(text)
        return String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }
}
