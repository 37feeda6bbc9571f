import Civic
import Storage

/// Somebody of the staff as those see them who look after the accounts. It says nothing of what they know in secret.
public struct StaffAccount: Sendable, Hashable {
    public let id: Int64
    public let login: String
    public let name: String
    /// The key of the institution whose they are.
    public let institution: String
    /// Their post, as the institution calls it.
    public let post: String
    /// Where they attend, if at one place.
    public let point: Int64?
    public let hasPerson: Bool
    /// Whether they still have the one-time password with which they begin.
    public let isNew: Bool
    public let hasSecondFactor: Bool
    public let isClosed: Bool
}

/// A new account, as it is asked for.
public struct NewAccount: Sendable, Hashable {
    public let login: StaffLogin
    public let name: String
    public let institution: String
    public let post: String
    public let point: Int64?
    /// Their own RUN, so that they never look at themselves or their colleagues at a desk.
    public let run: RUN?

    public init(login: StaffLogin, name: String, institution: String, post: String, point: Int64? = nil, run: RUN? = nil) {
        self.login = login
        self.name = name
        self.institution = institution
        self.post = post
        self.point = point
        self.run = run
    }
}

/// What somebody signs in as: small letters, digits, points and hyphens, 3 to 60 of them.
public struct StaffLogin: Sendable, Hashable {
    public let plain: String

    /// Capitals are no matter. nil when it can't be one.
    public init?(_ text: String) {
        let plain = text.filter { !$0.isWhitespace }.lowercased()
        guard (3...60).contains(plain.utf8.count),
            plain.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2E, 0x2D, 0x5F, 0x40].contains($0) }),
            plain.utf8.first.map({ $0 != 0x2E && $0 != 0x2D }) == true
        else { return nil }
        self.plain = plain
    }
}

/// What an account signs in with, for the acts of signing in alone.
struct StaffSecrets: Sendable {
    let id: Int64
    let login: String
    let password: PasswordHash?
    /// When the one-time password ends; nil when the password is their own.
    let temporaryUntil: Int64?
    let code: TimeCode?
    let nextCode: TimeCode?
    let lastStep: Int64
    let isClosed: Bool
}
