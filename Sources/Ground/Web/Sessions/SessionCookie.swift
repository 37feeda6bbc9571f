import Civic
import Crypto
import Foundation
import HTTPTypes
import Storage

/// The token of a session, as a browser holds it: random, and signed, so that one that was made up is refused without asking the database.
struct SessionCookie: Sendable {
    /// 24 random bytes.
    let secret: [UInt8]

    private static let purpose = "session cookie"

    init() {
        secret = (0..<24).map { _ in UInt8.random(in: 0...255) }
    }

    /// Reads what a browser sent. nil when it is not one of ours.
    init?(_ text: some StringProtocol, keyring: Keyring) {
        guard text.utf8.count == 75, let bytes = Data(base64URL: String(text)).map({ [UInt8]($0) }), bytes.count == 56,
            keyring.verifies(Array(bytes[24...]), of: Array(bytes[..<24]), purpose: Self.purpose)
        else { return nil }
        secret = Array(bytes[..<24])
    }

    /// What the database keeps.
    var digest: [UInt8] { Array(SHA256.hash(data: secret)) }

    func text(keyring: Keyring) -> String {
        Data(secret + keyring.signature(of: secret, purpose: Self.purpose)).base64URL
    }

    /// `__Host-` ties it to our own host and to https (RFC 6265bis section 4.1.3.2); without https there is no such promise to make.
    static func name(isSecure: Bool) -> String { isSecure ? "__Host-session" : "session" }

    /// The Set-Cookie that gives it to the browser until that is closed, or with `nil` takes it away.
    static func field(_ text: String?, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(text ?? ""); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")\(text == nil ? "; Max-Age=0" : "")"
    }

    /// The first value under our name in the Cookie field. nil when there is none.
    static func value(in fields: HTTPFields, isSecure: Bool) -> Substring? {
        let name = name(isSecure: isSecure) + "="
        for pair in (fields[.cookie] ?? "").split(separator: ";") {
            let pair = pair.trimmed
            if pair.hasPrefix(name) { return pair.dropFirst(name.count) }
        }
        return nil
    }
}
