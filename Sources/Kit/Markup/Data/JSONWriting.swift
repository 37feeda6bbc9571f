extension JSON {
    /// The value in UTF-8, without blanks.
    public var bytes: [UInt8] { written(isEmbedded: false) }

    /// The same where HTML or a script is around it: `<`, `>`, `&` and the two line ends that JavaScript once took for its own (U+2028,
    /// U+2029) are written as `\u003c`, so that nothing in it can end the element or begin a comment.
    public var embeddedBytes: [UInt8] { written(isEmbedded: true) }

    private func written(isEmbedded: Bool) -> [UInt8] {
        var writer = JSONWriter(isEmbedded: isEmbedded)
        writer.write(self)
        return writer.output
    }
}

private struct JSONWriter {
    let isEmbedded: Bool
    var output: [UInt8] = []

    mutating func write(_ value: JSON) {
        switch value {
        case .null: put("null")
        case .bool(let value): put(value ? "true" : "false")
        case .integer(let number): put("\(number)")
        case .number(let number): put(number.isFinite ? "\(number)" : "null")
        case .string(let text): string(text)
        case .array(let items): list("[", items, "]") { $0.write($1) }
        case .object(let members):
            list("{", members, "}") { writer, member in
                writer.string(member.name)
                writer.put(":")
                writer.write(member.value)
            }
        }
    }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func list<Item>(_ open: String, _ items: [Item], _ close: String, _ item: (inout Self, Item) -> Void) {
        put(open)
        for (index, one) in items.enumerated() {
            if index > 0 { put(",") }
            item(&self, one)
        }
        put(close)
    }

    /// RFC 8259 section 7.
    private mutating func string(_ text: String) {
        output.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": put("\\\"")
            case "\\": put("\\\\")
            case "\n": put("\\n")
            case "\r": put("\\r")
            case "\t": put("\\t")
            case "\u{0}"..."\u{1F}", "\u{7F}": escape(scalar)
            case "<", ">", "&", "\u{2028}", "\u{2029}":
                if isEmbedded { escape(scalar) } else { output.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
            default: output.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        put("\\u")
        output.append(hexadecimal: scalar.value, digits: 4)
    }
}

extension [UInt8] {
    /// Appends a number in small hexadecimal digits, with zeros before it.
    mutating func append(hexadecimal number: UInt32, digits: Int) {
        let text = String(number, radix: 16)
        append(contentsOf: String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)).utf8)
        append(contentsOf: text.utf8)
    }
}
