extension [UInt8] {
    /// Appends text with what has a meaning in HTML written as character references. Control characters, which HTML does not allow,
    /// become U+FFFD. Quotes need it in attributes only.
    mutating func append(escaping text: some StringProtocol, quotes: Bool) {
        let whole: Void? = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0, quotes: quotes) }
        if whole == nil { [UInt8](text.utf8).withUnsafeBufferPointer { append(escaping: $0, quotes: quotes) } }
    }

    /// The bytes between two special characters go out in one copy.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>, quotes: Bool) {
        var start = 0
        for index in text.indices {
            guard let reference = text[index].reference(quotes: quotes) else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            append(reference)
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends a part of an address: everything but unreserved characters is percent-encoded (a plus may stand before the query).
    mutating func append(percentEncoding text: some StringProtocol, keepsPlus: Bool) {
        for byte in text.utf8 {
            if byte.isUnreserved || (keepsPlus && byte == UInt8(ascii: "+")) {
                append(byte)
            } else {
                append(UInt8(ascii: "%"))
                append(byte >> 4 < 10 ? 0x30 + byte >> 4 : 0x37 + byte >> 4)
                append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x37 + byte & 15)
            }
        }
    }

    /// Appends a whole number in decimal digits.
    mutating func append(decimal number: some BinaryInteger) {
        append(contentsOf: String(number).utf8)
    }
}

extension UInt8 {
    fileprivate func reference(quotes: Bool) -> StaticString? {
        if self > 0x3E { return self == 0x7F ? "\u{FFFD}" : nil }
        switch self {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return quotes ? "&quot;" : nil
        case UInt8(ascii: "'"): return quotes ? "&#39;" : nil
        case 0x09, 0x0A, 0x0C, 0x0D: return nil
        case 0..<0x20: return "\u{FFFD}"
        default: return nil
        }
    }
}
