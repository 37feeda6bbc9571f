import Crypto
import Foundation
import Markup
import Storage

/// The double's key, which lives as long as it does, and the tokens that it signs (RFC 7515, ES256). Written without the library that reads
/// them at the other end, so that one can't cover up the other's mistakes.
struct Signature: Sendable {
    private let key = P256.Signing.PrivateKey()
    /// Somebody else's, under the same name.
    private let foreign = P256.Signing.PrivateKey()
    private static let name = "double-1"

    /// The public key as a set of keys (RFC 7517, RFC 7518 section 6.2).
    var keys: JSON {
        let point = key.publicKey.rawRepresentation
        let (x, y) = (Data(point.prefix(32)).base64URL, Data(point.suffix(32)).base64URL)
        let key: JSON = [
            "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": .string(Self.name), "x": .string(x), "y": .string(y),
        ]
        return ["keys": [key]]
    }

    func token(_ claims: JSON, isForeign: Bool) throws -> String {
        let head = Data((["alg": "ES256", "typ": "JWT", "kid": .string(Self.name)] as JSON).bytes).base64URL
        let text = head + "." + Data(claims.bytes).base64URL
        let signature = try (isForeign ? foreign : key).signature(for: Data(text.utf8))
        return text + "." + signature.rawRepresentation.base64URL
    }
}
