import Crypto
import Foundation

/// Codes of the moment (TOTP, RFC 6238): six digits of HMAC-SHA-1 over the number of the half minute, as every authenticator shows them.
struct TimeCode: Sendable {
    let secret: [UInt8]

    static let seconds: Int64 = 30

    /// A new secret of 160 bits (RFC 4226 section 4).
    static func new() -> TimeCode { TimeCode(secret: (0..<20).map { _ in UInt8.random(in: 0...255) }) }

    init(secret: [UInt8]) { self.secret = secret }

    /// As it was stored: in base32. nil when it is none.
    init?(stored text: String) {
        guard let secret = Base32.bytes(text), !secret.isEmpty else { return nil }
        self.secret = secret
    }

    var text: String { Base32.text(secret) }

    /// The code of a step, with so many digits.
    func code(at step: Int64, digits: Int = 6) -> String {
        let message = withUnsafeBytes(of: step.bigEndian, Array.init)
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(hash[hash.count - 1] & 0x0F)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let plain = String(number % modulus)
        return String(repeating: "0", count: digits - plain.count) + plain
    }

    /// The step whose code it is, the one of now or a neighbour (a clock may be half a minute off), if it is later than the last one that
    /// was used. All three are compared, so that the time tells nothing.
    func step(of code: String, at milliseconds: Int64, after last: Int64) -> Int64? {
        let now = milliseconds / 1000 / Self.seconds
        var found: Int64?
        for step in [now - 1, now, now + 1] where self.code(at: step) == code && step > last { found = step }
        return found
    }

    static func step(at milliseconds: Int64) -> Int64 { milliseconds / 1000 / seconds }

    /// What an authenticator takes (Key Uri Format), where it can be pasted.
    func address(for login: String, issuer: String) -> String {
        func escaped(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
        return "otpauth://totp/\(escaped(issuer)):\(escaped(login))?secret=\(text)&issuer=\(escaped(issuer))"
    }
}
