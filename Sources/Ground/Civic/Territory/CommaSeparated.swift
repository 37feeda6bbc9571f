/// Comma-separated values (RFC 4180): quotes around a value that holds a comma or a line break, doubled inside.
public enum CommaSeparated {
    /// The records in order, each with the line on which it begins, from 1. Text after a quote that was never closed is one record.
    public static func records(_ text: String) -> [(line: Int, values: [String])] {
        if text.isEmpty { return [] }
        var records: [(line: Int, values: [String])] = []
        var (values, value) = ([String](), [UInt8]())
        var (isQuoted, wasQuote, line, start) = (false, false, 1, 1)
        func word(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        for byte in Array(text.utf8) + (text.utf8.last == newline ? [] : [newline]) {
            if byte == newline { line += 1 }
            if isQuoted {
                if byte == quote { (isQuoted, wasQuote) = (false, true) } else { value.append(byte) }
            } else if byte == quote {
                if wasQuote { value.append(byte) }
                (isQuoted, wasQuote) = (true, false)
            } else if byte == comma {
                values.append(word(value))
                (value, wasQuote) = ([], false)
            } else if byte == newline {
                if value.last == carriageReturn { value.removeLast() }
                records.append((start, values + [word(value)]))
                (values, value, wasQuote, start) = ([], [], false, line)
            } else {
                value.append(byte)
            }
        }
        if isQuoted { records.append((start, values + [word(value)])) }
        return records
    }

    private static let (quote, comma, newline, carriageReturn) = (UInt8(0x22), UInt8(0x2C), UInt8(0x0A), UInt8(0x0D))
}
