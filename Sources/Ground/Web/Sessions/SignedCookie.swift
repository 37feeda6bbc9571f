import Civic
import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// A short note that a browser keeps for us and can't alter: signed, tied to our host, out of reach of scripts, and worth nothing after its
/// term. It is no secret: whoever has the browser can read it.
public struct SignedCookie: Sendable {
    private let name: String
    private let seconds: Int
    private let isSecure: Bool
    private let keyring: Keyring

    /// `isSecure` when people reach the site by https.
    public init(_ name: StaticString, seconds: Int, isSecure: Bool, keyring: Keyring) {
        let plain = name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        self.name = isSecure ? "__Host-" + plain : plain
        self.seconds = seconds
        self.isSecure = isSecure
        self.keyring = keyring
    }

    /// What was noted; nil when there is no such note, it is not ours, or its term has passed.
    public func read(_ request: Request, at now: Instant) -> [UInt8]? {
        let beginning = name + "="
        for pair in (request.headers[.cookie] ?? "").split(separator: ";") {
            let pair = pair.drop { $0 == " " }
            guard pair.hasPrefix(beginning), pair.utf8.count <= 4096,
                let data = Data(base64URL: String(pair.dropFirst(beginning.count))), data.count >= 40
            else { continue }
            let bytes = [UInt8](data)
            let (body, signature) = (Array(bytes.dropLast(32)), Array(bytes.suffix(32)))
            let made = body.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
            guard keyring.verifies(signature, of: body, purpose: "cookie:\(name)"), made <= now.milliseconds + 60_000,
                now.milliseconds - made <= Int64(seconds) * 1000
            else { continue }
            return Array(body.dropFirst(8))
        }
        return nil
    }

    /// The Set-Cookie that leaves a note.
    public func field(_ note: [UInt8], at now: Instant) -> HTTPField {
        let body = withUnsafeBytes(of: now.milliseconds.bigEndian, Array.init) + note
        return field(Data(body + keyring.signature(of: body, purpose: "cookie:\(name)")).base64URL, age: seconds)
    }

    /// The Set-Cookie that takes it away.
    public var removal: HTTPField { field("", age: 0) }

    private func field(_ value: String, age: Int) -> HTTPField {
        HTTPField(
            name: .setCookie,
            value: "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(age)\(isSecure ? "; Secure" : "")")
    }
}
