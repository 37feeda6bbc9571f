/// The body of a plain form. Source: WHATWG URL, section 5.1 (application/x-www-form-urlencoded parsing).
enum FormURLEncoded {
    /// The names and values in order. nil when a percent-escape is broken, a text is not UTF-8, or there are more than `most` of them.
    static func pairs(_ body: some Collection<UInt8>, most: Int = 1000) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for item in body.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < most else { return nil }
            let parts = item.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(parts[0]), let value = parts.count > 1 ? decode(parts[1]) : "" else { return nil }
            pairs.append((name, value))
        }
        return pairs
    }

    /// The text of an escaped name or value; nil when an escape is broken or the bytes are not UTF-8.
    static func decode(_ bytes: some Collection<UInt8>) -> String? {
        PercentEncoding.decode(bytes, plusIsBlank: true).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
