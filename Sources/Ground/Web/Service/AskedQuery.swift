import Hummingbird

extension Request {
    /// The first value of a name in the query, as forms write it: `+` is a blank, bytes that are not UTF-8 become U+FFFD, and control
    /// characters become blanks. nil when the name is not there. Source: WHATWG URL, application/x-www-form-urlencoded parsing.
    public func asked(_ name: String) -> String? {
        for pair in (uri.query ?? "").utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            if Self.decoded(parts[0]) == name { return parts.count > 1 ? Self.decoded(parts[1]) : "" }
        }
        return nil
    }

    private static func decoded(_ text: Substring.UTF8View) -> String {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(0x20)
            } else if byte == UInt8(ascii: "%"), let code = UInt8(escaped: rest.prefix(2)) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }

    /// Whether whoever asks is a program: it names JSON and does not name HTML (RFC 9110 section 12.5.1).
    public var asksForJSON: Bool {
        guard let accepted = headers[.accept]?.lowercased() else { return false }
        return accepted.contains("json") && !accepted.contains("text/html")
    }
}

extension UInt8 {
    /// The byte of two hexadecimal digits; nil when they are anything else.
    fileprivate init?(escaped digits: Substring.UTF8View) {
        func value(_ digit: UInt8) -> UInt8? {
            switch digit {
            case 0x30...0x39: digit - 0x30
            case 0x41...0x46: digit - 0x37
            case 0x61...0x66: digit - 0x57
            default: nil
            }
        }
        guard digits.count == 2, let high = digits.first.flatMap(value), let low = digits.last.flatMap(value) else { return nil }
        self = high << 4 | low
    }
}
