import Crypto
import Foundation

/// The one-time token that each form carries: random, signed, and good for one form of one session within its term. It proves
/// that the page was ours (against forged requests) and becomes the key under which the act happens once.
public struct FormToken: Sendable {
    /// How long a page may stay open before its form is sent: 24 hours, in milliseconds.
    public static let term: Int64 = 86_400_000

    /// The hidden field's text, in base64url. `form` names the form and whoever it was made for.
    public static func issue(for form: String, keyring: Keyring, now: Int64) -> String {
        var body = (0..<16).map { _ in UInt8.random(in: 0...255) }
        body.append(contentsOf: withUnsafeBytes(of: now.bigEndian, Array.init))
        return Data(body + keyring.signature(of: body, purpose: "form:\(form)")).base64URL
    }

    /// The key of the act, or nil when the token is not ours, is of another form, or its term has passed.
    public static func accept(_ text: String, for form: String, keyring: Keyring, now: Int64) -> OnceKey? {
        // The one way to write these bytes: another would be another key, and the act would happen again.
        guard let data = Data(base64URL: text), data.count == 56, data.base64URL == text else { return nil }
        let bytes = Array(data)
        let issued = bytes[16..<24].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard issued <= now + 60_000, now - issued <= term else { return nil }
        guard keyring.verifies(Array(bytes[24...]), of: Array(bytes[..<24]), purpose: "form:\(form)") else { return nil }
        return OnceKey(text, scope: form, term: 2 * term)
    }
}

extension Data {
    /// The bytes in base64url (RFC 4648 section 5), without padding.
    public var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The bytes of a text in base64url without padding; nil when it is none. One text among several may stand for the same bytes.
    public init?(base64URL text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}
