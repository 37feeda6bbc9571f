import Civic
import Foundation

/// What a password must be (NIST SP 800-63B section 3.1.1.2): long enough, and none of those that everybody tries. What it is made of is
/// nobody's business.
public struct PasswordRules: Sendable {
    private let common: Set<String>
    private let breached: BreachedPasswords?

    public static let least = 12

    /// `common` are passwords that are tried first, in any writing; `breached` are those of known breaches, as they were written.
    public init(common: some Sequence<String>, breached: BreachedPasswords? = nil) {
        self.common = Set(common.map(Self.plain))
        self.breached = breached
    }

    /// A file with one of them on each line.
    public init(file: String, breached: BreachedPasswords? = nil) throws {
        self.init(common: try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init), breached: breached)
    }

    enum Problem: Sendable, Hashable {
        case short, common, breached, login
    }

    /// nil when nothing is wrong. Throws when the file of breached passwords can't be read: then nobody chooses one.
    func problem(_ password: String, login: String) throws -> Problem? {
        if password.count < Self.least { return .short }
        let plain = Self.plain(password)
        let core = plain.trimming { $0.isNumber }
        if common.contains(plain) || common.contains(core) || Self.isMonotonous(password) { return .common }
        if try breached?.contains(password) == true { return .breached }
        let name = Self.plain(login)
        return name.count >= 4 && plain.contains(name) && plain.count - name.count < Self.least - 4 ? .login : nil
    }

    /// One or a few characters again and again, or a row of the keyboard or the alphabet.
    private static func isMonotonous(_ password: String) -> Bool {
        let letters = Array(password.lowercased())
        if Set(letters).count < 4 { return true }
        for period in 1...(letters.count / 2) where letters.count % period == 0 {
            if letters.indices.allSatisfy({ letters[$0] == letters[$0 % period] }) { return true }
        }
        let text = String(letters)
        return rows.contains { $0.contains(text) || String($0.reversed()).contains(text) }
    }

    private static let rows: [String] = [
        String(repeating: "1234567890", count: 3), String(repeating: "abcdefghijklmnopqrstuvwxyz", count: 2),
        String(repeating: "qwertyuiopasdfghjklzxcvbnm", count: 2), String(repeating: "qwertyuiop", count: 2),
    ]

    /// Letters and digits alone, in one writing: capitals, accents and signs make no other password of it.
    private static func plain(_ text: String) -> String { text.foldedWords.joined() }
}

extension String {
    /// Without the characters at both ends for which that holds.
    fileprivate func trimming(_ isOut: (Character) -> Bool) -> String {
        String(drop(while: isOut).reversed().drop(while: isOut).reversed())
    }
}
