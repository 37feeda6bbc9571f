import Crypto
import Foundation
import Testing

@testable import Identity

@Suite("Codes of the moment")
struct TimeCodeTests {
    /// RFC 6238, appendix B, for SHA-1: the secret is the ASCII text, the codes have eight digits.
    @Test(
        "are those of RFC 6238",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) {
        let made = TimeCode(secret: Array("12345678901234567890".utf8)).code(at: seconds / 30, digits: 8)
        #expect(made == code)
    }

    @Test("are taken half a minute early or late, not a whole one, and never twice")
    func window() {
        let code = TimeCode(secret: Array("12345678901234567890".utf8))
        let now: Int64 = 1_795_435_200_000
        let step = TimeCode.step(at: now)
        for (offset, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)] {
            #expect((code.step(of: code.code(at: step + offset), at: now, after: 0) != nil) == isTaken, "\(offset)")
        }
        #expect(code.step(of: code.code(at: step), at: now, after: step) == nil)
        #expect(code.step(of: code.code(at: step + 1), at: now, after: step) == step + 1)
    }

    /// RFC 4648, section 10.
    @Test(
        "have secrets that are typed in base32, with or without blanks",
        arguments: [("f", "MY"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")])
    func base32(plain: String, text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text && Base32.bytes(text) == Array(plain.utf8))
        #expect(Base32.bytes(Base32.grouped(text).lowercased()) == Array(plain.utf8) && Base32.bytes("M1") == nil)
    }

    @Test("recovery codes come back as they are typed, and differ")
    func recovery() throws {
        let code = RecoveryCode.new()
        #expect(code.plain.count == 24 && RecoveryCode(typed: code.grouped.lowercased()) == code)
        #expect(RecoveryCode(typed: String(code.plain.dropLast())) == nil && RecoveryCode.new() != code)
    }

    @Test("recovery codes have 120 bits, all of which differ, and are kept as their SHA-256 alone")
    func recoveryStored() throws {
        let codes = (0..<2000).map { _ in RecoveryCode.new() }
        #expect(Set(codes.map(\.plain)).count == codes.count)
        for code in codes.prefix(50) {
            #expect(Base32.bytes(code.plain)?.count == 15)
            #expect(code.digest == Array(SHA256.hash(data: Array(code.plain.utf8))) && code.digest.count == 32)
        }
        for bit in 0..<120 {
            let ones = codes.count { code in (Base32.bytes(code.plain) ?? [])[bit / 8] >> UInt8(bit % 8) & 1 == 1 }
            #expect((700...1300).contains(ones), "bit \(bit) was set \(ones) times in 2000")
        }
    }
}
