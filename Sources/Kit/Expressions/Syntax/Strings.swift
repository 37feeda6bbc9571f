extension Lexer {
    /// The content of a string or of bytes, from its opening mark; of a string as UTF-8.
    mutating func string(isRaw: Bool, isBytes: Bool) throws(ExpressionError) -> [UInt8] {
        let (start, mark) = (place, source[place])
        let isTriple = peek(1) == mark && peek(2) == mark
        place += isTriple ? 3 : 1
        var content: [UInt8] = []
        while let byte = peek() {
            if byte == mark, !isTriple || (peek(1) == mark && peek(2) == mark) {
                place += isTriple ? 3 : 1
                return content
            }
            if !isTriple, byte == 0x0A || byte == 0x0D { throw fail("a string is not closed on its line", at: start) }
            place += 1
            if byte == UInt8(ascii: "\\"), !isRaw {
                try escape(isBytes: isBytes, into: &content)
            } else {
                content.append(byte)
            }
        }
        throw fail("a string is not closed", at: start)
    }

    private mutating func escape(isBytes: Bool, into content: inout [UInt8]) throws(ExpressionError) {
        let start = place - 1
        guard let code = peek() else { throw fail("an escape without its letter", at: start) }
        place += 1
        if let plain = Self.plain[code] {
            content.append(plain)
            return
        }
        switch code {
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            try put(try digits(2, radix: 16, from: start), isBytes, into: &content, from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            place -= 1
            try put(try digits(3, radix: 8, from: start), isBytes, into: &content, from: start)
        case UInt8(ascii: "u") where !isBytes:
            var scalar = try digits(4, radix: 16, from: start)
            if (0xD800...0xDBFF).contains(scalar), peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") {
                place += 2
                let low = try digits(4, radix: 16, from: start)
                guard (0xDC00...0xDFFF).contains(low) else { throw fail("half of a pair of surrogates", at: start) }
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            }
            try put(scalar, false, into: &content, from: start)
        case UInt8(ascii: "U") where !isBytes:
            try put(try digits(8, radix: 16, from: start), false, into: &content, from: start)
        default: throw fail("no such escape", at: start)
        }
    }

    private func put(_ code: UInt32, _ isByte: Bool, into content: inout [UInt8], from start: Int) throws(ExpressionError) {
        if isByte {
            content.append(UInt8(code))
        } else {
            guard let scalar = Unicode.Scalar(code) else { throw fail("no such character", at: start) }
            content += Array(String(Character(scalar)).utf8)
        }
    }

    private mutating func digits(_ count: Int, radix: UInt32, from start: Int) throws(ExpressionError) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<count {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else {
                throw fail("an escape with too few digits", at: start)
            }
            number = number << (radix == 16 ? 4 : 3) + UInt32(digit)
            place += 1
        }
        return number
    }

    private static let plain: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
        UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11, UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "?"): UInt8(ascii: "?"),
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "`"): UInt8(ascii: "`"),
    ]
}
