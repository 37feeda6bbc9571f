import Testing

@testable import Web

@Suite("The body of a plain form")
struct FormURLEncodedTests {
    static func read(_ body: String) -> [String]? {
        FormURLEncoded.pairs(Array(body.utf8)).map { pairs in pairs.map { "\($0.name)|\($0.value)" } }
    }

    @Test("is names and values in order, with what was escaped put back")
    func pairs() {
        #expect(
            Self.read("name=Rosa+Mu%C3%B1oz&note=a%26b%3Dc%0D%0Ad&empty=&bare&name=2") == [
                "name|Rosa Muñoz", "note|a&b=c\r\nd", "empty|", "bare|", "name|2",
            ])
        #expect(Self.read("") == [] && Self.read("&&a=1&") == ["a|1"])
        #expect(Self.read("%c3%91=%F0%9F%AA%9F&a==b") == ["Ñ|🪟", "a|=b"])
    }

    @Test("with a broken escape, text that is not UTF-8 or too many names is none")
    func refusals() {
        for body in ["a=%", "a=%4", "a=%zz", "%=1", "a=%FF", "a=%C3", "a=\u{0}%2"] { #expect(Self.read(body) == nil, "\(body)") }
        #expect(FormURLEncoded.pairs(Array(String(repeating: "a=1&", count: 1001).utf8)) == nil)
        #expect(FormURLEncoded.pairs(Array(String(repeating: "a=1&", count: 1000).utf8))?.count == 1000)
    }

    @Test("reads back what was escaped, whatever it was, a hundred thousand times")
    func property() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<100_000 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
                        Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random))
                    }))
            let escaped = text.utf8.map { byte in
                byte == 0x20 ? "+" : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
            if FormURLEncoded.decode(Array(escaped.utf8)) != text {
                Issue.record("\(text.unicodeScalars.map(\.value)) does not read back")
                return
            }
        }
    }
}
