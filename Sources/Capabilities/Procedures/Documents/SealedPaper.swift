import Crypto
import Foundation

/// What a file of a paper carries for machines: all that it says, what was signed of it, and the signature. With it the words on the page can be
/// compared with those that were signed, without asking anybody.
struct SealedPaper: Sendable {
    /// As `IssuedDocument.signed`.
    let signed: String
    /// Ed25519, in base64 for addresses.
    let signature: String
    /// The JSON whose SHA-256 is in `signed`.
    let body: String

    private static let mark = "ventanilla1."

    /// One line of ASCII, in four parts between dots; all but the first are base64 for addresses.
    var line: String { Self.mark + [Self.text(Data(signed.utf8)), signature, Self.text(Data(body.utf8))].joined(separator: ".") }

    init(signed: String, signature: String, body: String) {
        self.signed = signed
        self.signature = signature
        self.body = body
    }

    /// Finds it in the bytes of a file; nil when there is none, or only a part.
    init?(in file: [UInt8]) {
        let data = Data(file)
        guard let start = data.range(of: Data(Self.mark.utf8))?.upperBound else { return nil }
        let rest = data[start...].prefix {
            $0 == 0x2E || $0 == 0x2D || $0 == 0x5F || ($0 < 0x80 && Character(UnicodeScalar($0)).isLetterOrDigit)
        }
        let parts = String(decoding: rest, as: UTF8.self).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let signed = Self.bytes(parts[0]), let body = Self.bytes(parts[2]), !parts[1].isEmpty else { return nil }
        self.init(signed: String(decoding: signed, as: UTF8.self), signature: parts[1], body: String(decoding: body, as: UTF8.self))
    }

    /// The code of the paper, as it was signed.
    var code: String { signed.split(separator: "|").first.map(String.init) ?? "" }

    /// What was signed, when one of the keys (base64 for addresses) signed it and nothing of it was changed; else nil.
    func content(by keys: [String]) -> DocumentBody? {
        let parts = signed.split(separator: "|", omittingEmptySubsequences: false)
        let digest = SHA256.hash(data: Data(body.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        guard parts.count == 5, parts[2] == digest, let given = Self.bytes(signature) else { return nil }
        let isSigned = keys.contains { key in
            Self.bytes(key).flatMap { try? Curve25519.Signing.PublicKey(rawRepresentation: $0) }?
                .isValidSignature(given, for: Data(signed.utf8)) == true
        }
        return isSigned ? try? JSONDecoder().decode(DocumentBody.self, from: Data(body.utf8)) : nil
    }

    /// Base64 for addresses, without padding (RFC 4648, section 5).
    static func text(_ bytes: some DataProtocol) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func bytes(_ text: String) -> Data? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
