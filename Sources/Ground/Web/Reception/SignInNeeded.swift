import Civic
import Hummingbird

/// The page is for somebody who is signed in, or more surely than they are: the way to do so, and from there back to the page.
public struct SignInNeeded: Error, Sendable {
    /// Who must be there.
    public enum Need: Sendable {
        case person(Assurance)
        case staff
    }

    /// Where to go: the sign-in of the same language, with the way back.
    public let address: String

    /// `request` is brought back only when it can be asked again: a form that was sent goes back to its page.
    public init(_ need: Need, _ texts: Texts, from request: Request) {
        let back = ReturnPath(request.uri.path + (request.method == .get ? request.uri.query.map { "?" + $0 } ?? "" : ""))
        switch need {
        case .person(let level):
            address = texts.address("/ingresar") + "?nivel=\(Self.name(of: level))" + (back.map { "&volver=" + $0.escaped } ?? "")
        case .staff: address = texts.address("/mesa/ingresar") + (back.map { "?volver=" + $0.escaped } ?? "")
        }
    }

    /// A level as addresses write it.
    public static func name(of level: Assurance) -> String {
        switch level {
        case .anonymous: "anonimo"
        case .declared: "declarado"
        case .phone: "telefono"
        case .verified: "verificado"
        }
    }

    /// The level that an address names; nil when it names none.
    public static func level(_ name: String) -> Assurance? { Assurance.allCases.first { self.name(of: $0) == name } }
}

/// A place of this very site to come back to: never another host, whatever somebody writes into an address (CWE-601).
public struct ReturnPath: Sendable, Hashable {
    public let path: String

    /// nil unless it is a path of ours: one slash at its beginning, no other after it, no backslash, nothing that does not show, at most
    /// 1000 bytes.
    public init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 1000,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "#") })
        else { return nil }
        path = text
    }

    /// As it stands in a query (RFC 3986 section 2.3: what is not unreserved is escaped).
    public var escaped: String {
        path.utf8.reduce(into: "") { text, byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "-._~/".utf8.contains(byte)
            if isPlain {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
    }
}
