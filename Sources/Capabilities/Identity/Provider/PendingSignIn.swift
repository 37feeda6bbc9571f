import Civic
import Crypto
import Foundation
import Storage
import Web

/// A sign-in that was begun and not finished, as the browser that began it holds it: signed, for ten minutes. Whoever comes back without
/// it did not begin here.
struct PendingSignIn: Codable, Sendable {
    let slot: IdentityProvider.Slot
    let state: String
    let nonce: String
    /// What proves that the code is ours (RFC 7636); nil where the provider takes none.
    let verifier: String?
    /// The path to go on with.
    let back: String
    let level: Int
    /// Milliseconds since 1970 UTC.
    let issued: Int64

    static let term: Int64 = 600_000

    init(_ slot: IdentityProvider.Slot, provesCode: Bool, back: ReturnPath, level: Assurance, at now: Instant) {
        self.slot = slot
        state = Self.random(32)
        nonce = Self.random(32)
        verifier = provesCode ? Self.random(48) : nil
        self.back = back.path
        self.level = level.rawValue
        issued = now.milliseconds
    }

    /// What the browser sent; nil when there is none, or it is not ours.
    init?(cookies: String, keyring: Keyring, isSecure: Bool) {
        let name = Self.name(isSecure: isSecure) + "="
        let sent = cookies.split(separator: ";").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(name) }
        guard sent.count == 1, let bytes = sent.first.flatMap({ Data(base64URL: String($0.dropFirst(name.count))) }), bytes.count > 32,
            bytes.count < 4096
        else { return nil }
        let body = [UInt8](bytes.dropLast(32))
        guard keyring.verifies([UInt8](bytes.suffix(32)), of: body, purpose: Self.purpose),
            let pending = try? JSONDecoder().decode(PendingSignIn.self, from: Data(body))
        else { return nil }
        self = pending
    }

    /// The proof of the verifier that goes ahead of it.
    var challenge: String? { verifier.map { Data(SHA256.hash(data: Data($0.utf8))).base64URL } }

    /// What the database keeps of it once it came back.
    var digest: [UInt8] { Array(SHA256.hash(data: Data(state.utf8))) }

    func isOver(at now: Instant) -> Bool { now.milliseconds - issued > Self.term || issued - now.milliseconds > 60_000 }

    /// Compares all of it, so that the time tells nothing.
    func isState(_ text: String) -> Bool {
        SHA256.hash(data: Data(text.utf8)) == SHA256.hash(data: Data(state.utf8))
    }

    /// The Set-Cookie that gives it to the browser. Lax, so that it comes along when the provider sends the person back.
    func field(keyring: Keyring, isSecure: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let body = [UInt8](try encoder.encode(self))
        let text = Data(body + keyring.signature(of: body, purpose: Self.purpose)).base64URL
        return Self.field(text, age: Self.term / 1000, isSecure: isSecure)
    }

    /// The Set-Cookie that takes it away.
    static func taken(isSecure: Bool) -> String { field("", age: 0, isSecure: isSecure) }

    private static func field(_ text: String, age: Int64, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(text); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(age)\(isSecure ? "; Secure" : "")"
    }

    private static func name(isSecure: Bool) -> String { isSecure ? "__Host-ingreso" : "ingreso" }
    private static let purpose = "pending sign-in"

    private static func random(_ count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }).base64URL
    }
}
