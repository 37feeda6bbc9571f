/// Cuts a source into tokens (langdef, "Syntax").
struct Lexer {
    let source: [UInt8]
    var place = 0

    init(_ source: String) { self.source = Array(source.utf8) }

    mutating func tokens() throws(ExpressionError) -> [Token] {
        var tokens: [Token] = []
        while true {
            skipBlanks()
            let start = place
            guard place < source.count else {
                tokens.append(Token(kind: .end, offset: place))
                return tokens
            }
            tokens.append(Token(kind: try next(), offset: start))
        }
    }

    func peek(_ ahead: Int = 0) -> UInt8? { place + ahead < source.count ? source[place + ahead] : nil }

    func fail(_ message: String, at offset: Int? = nil) -> ExpressionError { ExpressionError(.syntax, message, at: offset ?? place) }

    private mutating func skipBlanks() {
        while let byte = peek() {
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C {
                place += 1
            } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
                while let byte = peek(), byte != 0x0A, byte != 0x0D { place += 1 }
            } else {
                return
            }
        }
    }

    private mutating func next() throws(ExpressionError) -> Token.Kind {
        let byte = source[place]
        if let prefix = stringPrefix() {
            place += prefix.length
            let literal = try string(isRaw: prefix.isRaw, isBytes: prefix.isBytes)
            if prefix.isBytes { return .bytes(literal) }
            guard let text = String(validating: literal, as: UTF8.self) else { throw fail("not valid UTF-8") }
            return .string(text)
        }
        if isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(isDigit) == true) { return try number() }
        if isNameStart(byte) {
            let start = place
            while let byte = peek(), isNameStart(byte) || isDigit(byte) { place += 1 }
            return .name(String(decoding: source[start..<place], as: UTF8.self))
        }
        if byte == UInt8(ascii: "`") { return try quotedName() }
        for mark in Self.marks where source[place...].starts(with: mark.utf8) {
            place += mark.utf8.count
            return .mark(mark)
        }
        throw fail("unexpected character")
    }

    private static let marks = [
        "<=", ">=", "==", "!=", "&&", "||", "<", ">", "!", "?", ":", "+", "-", "*", "/", "%", ".", ",", "(", ")", "[", "]", "{", "}",
    ]

    private func stringPrefix() -> (length: Int, isRaw: Bool, isBytes: Bool)? {
        var (length, isRaw, isBytes) = (0, false, false)
        while let byte = peek(length) {
            switch byte {
            case UInt8(ascii: "r"), UInt8(ascii: "R"):
                if isRaw { return nil }
                isRaw = true
            case UInt8(ascii: "b"), UInt8(ascii: "B"):
                if isBytes { return nil }
                isBytes = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"): return (length, isRaw, isBytes)
            default: return nil
            }
            length += 1
        }
        return nil
    }

    private mutating func quotedName() throws(ExpressionError) -> Token.Kind {
        let start = place
        place += 1
        while let byte = peek(), isNameStart(byte) || isDigit(byte) || [0x20, 0x2D, 0x2E, 0x2F].contains(byte) { place += 1 }
        guard peek() == UInt8(ascii: "`"), place > start + 1 else { throw fail("a name in backticks is not closed", at: start) }
        place += 1
        return .quoted(String(decoding: source[(start + 1)..<(place - 1)], as: UTF8.self))
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
    }
}
