import Civic
import Testing

@testable import Handoff

@Suite("Codes that are taken along")
struct CodeTests {
    /// The same numbers each time.
    private struct Steady: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test("a code is what its random numbers make of it: seven characters, and one that checks them")
    func made() {
        var (one, other, third) = (Steady(state: 7), Steady(state: 7), Steady(state: 8))
        let code = ReturnCode(using: &one)
        #expect(code == ReturnCode(using: &other) && code != ReturnCode(using: &third) && code != ReturnCode(using: &one))
        #expect(code.plain.allSatisfy { ReturnCode.alphabet.contains($0) } && code.plain.count == 8)
    }

    @Test(
        "the check is the sum of places by characters, of thirty-one",
        arguments: [("2222222", "2"), ("3222222", "3"), ("2222223", "9"), ("ZZZZZZZ", "5"), ("K7PM2QX", "J")])
    func check(_ seven: String, _ eighth: String) {
        let sum = seven.enumerated().reduce(0) { sum, each in
            sum + (each.offset + 1) * (ReturnCode.alphabet.firstIndex(of: each.element) ?? 0)
        }
        #expect(ReturnCode.alphabet[sum % 31] == Character(eighth), "as one reckons it by hand")
        #expect(ReturnCode(typed: seven + eighth)?.plain == seven + eighth)
        for wrong in ReturnCode.alphabet where String(wrong) != eighth { #expect(ReturnCode(typed: seven + String(wrong)) == nil) }
    }

    @Test("each wrong character in each place is found, and each two neighbours that changed places")
    func mistakes() {
        var random = Steady(state: 1)
        for _ in 0..<40 {
            let right = Array(ReturnCode(using: &random).plain)
            for place in 0..<8 {
                for other in ReturnCode.alphabet where other != right[place] {
                    var typed = right
                    typed[place] = other
                    #expect(ReturnCode(typed: String(typed)) == nil)
                }
            }
            for (left, next) in zip(0..<7, 1..<8) where right[left] != right[next] {
                var typed = right
                typed.swapAt(left, next)
                #expect(ReturnCode(typed: String(typed)) == nil)
            }
        }
    }

    @Test("a character too few or too many is no code")
    func lengths() {
        var random = Steady(state: 3)
        let code = ReturnCode(using: &random).plain
        for place in 0...8 {
            var longer = Array(code)
            longer.insert("2", at: place)
            #expect(ReturnCode(typed: String(longer)) == nil)
            if place < 8 {
                longer = Array(code)
                longer.remove(at: place)
                #expect(ReturnCode(typed: String(longer)) == nil)
            }
        }
    }

    @Test(
        "a code is the same in small letters, with blanks, with lines and with dots",
        arguments: ["-", " ", ".", "\u{2013}", "\u{2011}", "\u{A0}", "\t", "", " - "])
    func typed(_ between: String) {
        var random = Steady(state: 5)
        let code = ReturnCode(using: &random)
        #expect(ReturnCode(typed: "\(code.plain.prefix(4).lowercased())\(between)\(code.plain.suffix(4))\n") == code)
    }

    @Test(
        "what only looks like one is none",
        arguments: ["２２２２２２２２", "2222\u{301}2222", "2222_2222", "0222-2222", "OIL1-OIL1", "ßßßß", "22222222\u{0}"])
    func strange(_ text: String) {
        #expect(ReturnCode(typed: "22222222") != nil && ReturnCode(typed: text) == nil)
    }
}
