import Civic
import Foundation
import Testing

@testable import Identity

@Suite("Passwords of the staff")
struct PasswordTests {
    /// RFC 7914, section 12, the vector with N = 1024, r = 8; its p is 16, so another with p = 1 stands for ours: N = 16, r = 1.
    @Test("are stored by scrypt as RFC 7914 has it")
    func vector() throws {
        let hash = try PasswordHash(of: "", salt: [], work: PasswordWork(log2Rounds: 4, blockSize: 1))
        let hex = hash.hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(hex == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442")
        #expect(PasswordHash(hash.text) == hash && PasswordHash("scrypt:4:1:x") == nil && PasswordHash("plain") == nil)
        #expect(PasswordWork.standard == PasswordWork(log2Rounds: 17, blockSize: 8))
    }

    @Test("the same one has another hash each time, and only it is right; without an account none is")
    func verify() async throws {
        let line = PasswordLine(PasswordWork(log2Rounds: 4))
        let (one, other) = (try await line.hash("cuatro lluvias sin paraguas"), try await line.hash("cuatro lluvias sin paraguas"))
        #expect(one != other)
        #expect(try await line.verify("cuatro lluvias sin paraguas", against: one))
        #expect(try await !line.verify("cuatro lluvias sin paragua", against: one))
        #expect(try await !line.verify("cuatro lluvias sin paraguas", against: nil))
    }

    @Test("when too many wait in line the next one is sent away, and afterwards there is room again")
    func line() async throws {
        let line = PasswordLine(PasswordWork(log2Rounds: 14), most: 2)
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        _ = try await line.hash("cuatro lluvias sin paraguas")
                        return false
                    } catch is TooManyAttempts { return true }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused >= 1 && refused <= 6)
        _ = try await line.hash("cuatro lluvias sin paraguas")
    }

    @Test("are long, and none of those that everybody tries, in any writing")
    func rules() throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").replacing("//", with: "/")
        let rules = try PasswordRules(file: root + "/Catalogue/staff/common-passwords.txt")
        for short in ["", "abc", "once letras"] { #expect(rules.problem(short, login: "andres") == .short, "\(short)") }
        for common in [
            "contraseña123", "Contrasena2026!", "password123456", "111111111111", "abcabcabcabc", "123456789012", "qwertyuiopas",
            "chileatiende2026", "QWERTYUIOPAS", "   11111111   ",
        ] {
            #expect(rules.problem(common, login: "andres") == .common, "\(common)")
        }
        #expect(rules.problem("andresiturra1", login: "andresiturra") == .login)
        for good in ["cuatro lluvias sin paraguas", "ñandú azul 7 lagos", "Xk8#plqZ0-vW", "🌧️🌂🐦🏔️🍇🚲🎻🧵🥁🪁🪵🧊"] {
            #expect(rules.problem(good, login: "andres") == nil, "\(good)")
        }
    }
}
