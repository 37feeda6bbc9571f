import Crypto

/// A code for the day on which the second factor is lost: 120 random bits, good once. With so many bits a plain digest is enough to store
/// (OWASP ASVS 5.0, 6.5.2).
struct RecoveryCode: Sendable, Hashable {
    /// 24 signs in base32.
    let plain: String

    static let count = 8

    static func new() -> RecoveryCode { RecoveryCode(plain: Base32.text((0..<15).map { _ in UInt8.random(in: 0...255) })) }

    private init(plain: String) { self.plain = plain }

    /// As somebody typed it. nil when it can't be one.
    init?(typed text: String) {
        guard text.count <= 60, let bytes = Base32.bytes(text), bytes.count == 15 else { return nil }
        plain = Base32.text(bytes)
    }

    var digest: [UInt8] { Array(SHA256.hash(data: Array(plain.utf8))) }
    var grouped: String { Base32.grouped(plain) }
}
