import HTTPTypes
import Hummingbird
import NIOCore

/// The number of each request, which joins the page a person sees with the line in the log.
struct RequestIdentifiers: Sendable {
    let trustedProxies: Set<String>

    /// What a trusted proxy gave, if it is plain, or a new one of 16 letters and digits.
    func identifier(of request: Request, from peer: SocketAddress?) -> String {
        if !trustedProxies.isEmpty, let address = peer?.ipAddress, trustedProxies.contains(address),
            let given = request.headers[Self.field], Self.isPlain(given)
        {
            return given
        }
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func isPlain(_ text: String) -> Bool {
        (8...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D }
    }

    static let field = HTTPField.Name("X-Request-ID") ?? .eTag
}
