import Crypto
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

    @Test("are none of those that were found in breaches, which are looked up where they lie")
    func breached() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("breached-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let words = (0..<3000).map { "copihue y boldo \($0)" }
        func digest(_ word: String) -> String {
            Insecure.SHA1.hash(data: Data(word.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined().uppercased()
        }
        for (number, form) in [":17\n", "\n", ":3\r\n"].enumerated() {
            let file = folder.appendingPathComponent("\(number)").path
            try Data(words.map(digest).sorted().map { $0 + form }.joined().utf8).write(to: URL(fileURLWithPath: file))
            let rules = PasswordRules(common: [], breached: try BreachedPasswords(file: file))
            for word in words { #expect(try rules.problem(word, login: "andres") == .breached, "\(word)") }
            for number in 3000..<3200 { #expect(try rules.problem("copihue y boldo \(number)", login: "andres") == nil) }
            try FileManager.default.removeItem(atPath: file)
            #expect(throws: BreachedPasswordsFault.self, "without its file nobody chooses one") {
                try rules.problem("cuatro lluvias sin paraguas", login: "andres")
            }
        }
        for wrong in ["", "clave\n", "123:4\n"] {
            let file = folder.appendingPathComponent("wrong").path
            try Data(wrong.utf8).write(to: URL(fileURLWithPath: file))
            #expect(throws: BreachedPasswordsFault.self) { _ = try BreachedPasswords(file: file) }
        }
    }

    @Test("are long, and none of those that everybody tries, in any writing")
    func rules() throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").replacing("//", with: "/")
        let rules = try PasswordRules(file: root + "/Catalogue/staff/common-passwords.txt")
        for short in ["", "abc", "once letras"] { #expect(try rules.problem(short, login: "andres") == .short, "\(short)") }
        for common in [
            "contraseña123", "Contrasena2026!", "password123456", "111111111111", "abcabcabcabc", "123456789012", "qwertyuiopas",
            "chileatiende2026", "ventanilla2026", "VentanillaUnica", "claveunica2026!", "institutodeprevisionsocial", "administradora1",
            "administrator12", "QWERTYUIOPAS", "   11111111   ",
        ] {
            #expect(try rules.problem(common, login: "andres") == .common, "\(common)")
        }
        #expect(try rules.problem("andresiturra1", login: "andresiturra") == .login)
        for good in ["cuatro lluvias sin paraguas", "ñandú azul 7 lagos", "Xk8#plqZ0-vW", "🌧️🌂🐦🏔️🍇🚲🎻🧵🥁🪁🪵🧊"] {
            #expect(try rules.problem(good, login: "andres") == nil, "\(good)")
        }
    }
}
