extension Lexer {
    /// A number: decimal or hexadecimal, with `u` unsigned, with a point or an exponent a double.
    mutating func number() throws(ExpressionError) -> Token.Kind {
        let start = place
        if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") || peek(1) == UInt8(ascii: "X"), peek(2).map(isHex) == true {
            place += 2
            let digits = run(isHex)
            return try whole(digits, radix: 16, from: start)
        }
        let whole = run(isDigit)
        var isDouble = false
        if peek() == UInt8(ascii: "."), peek(1).map(isDigit) == true {
            isDouble = true
            place += 1
            _ = run(isDigit)
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
            if peek(1 + sign).map(isDigit) == true {
                isDouble = true
                place += 1 + sign
                _ = run(isDigit)
            }
        }
        guard isDouble else { return try self.whole(whole, radix: 10, from: start) }
        guard let double = Double(String(decoding: source[start..<place], as: UTF8.self)), double.isFinite else {
            throw fail("a number that is too large", at: start)
        }
        return .double(double)
    }

    private mutating func whole(_ digits: String, radix: Int, from start: Int) throws(ExpressionError) -> Token.Kind {
        guard let magnitude = UInt64(digits, radix: radix) else { throw fail("a number that is too large", at: start) }
        if peek() == UInt8(ascii: "u") || peek() == UInt8(ascii: "U") {
            place += 1
            return .uint(magnitude)
        }
        if let int = Int64(exactly: magnitude) { return .int(int) }
        guard magnitude == UInt64(Int64.max) + 1 else { throw fail("a number that is too large", at: start) }
        return .leastMagnitude
    }

    private mutating func run(_ belongs: (UInt8) -> Bool) -> String {
        let start = place
        while let byte = peek(), belongs(byte) { place += 1 }
        return String(decoding: source[start..<place], as: UTF8.self)
    }
}

func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (65...70).contains(byte) || (97...102).contains(byte) }
