import HTTPTypes
import NIOCore

/// Where a request comes from: the other end of the connection, or what trusted proxies say of it. Source: the field X-Forwarded-For as
/// proxies write it, each adding the address that it saw at the end.
struct ClientAddress: Sendable {
    let trustedProxies: Set<String>

    /// The last address in the chain that is no proxy of ours. Whatever stands before it was written by somebody we do not trust.
    func client(of fields: HTTPFields, from peer: SocketAddress?) -> String {
        let end = peer?.ipAddress ?? "none"
        guard trustedProxies.contains(end) else { return end }
        let chain = fields[values: Self.field].flatMap { $0.split(separator: ",") }.map(\.trimmed)
        for step in chain.reversed() {
            guard let address = Self.plain(step) else { return end }
            if !trustedProxies.contains(address) { return address }
        }
        return end
    }

    /// An address without port or brackets, in one spelling. nil when it is none.
    static func plain(_ text: Substring) -> String? {
        var text = text
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
            text = text[text.index(after: text.startIndex)..<close]
        } else if text.filter({ $0 == ":" }).count == 1, let colon = text.firstIndex(of: ":") {
            text = text[..<colon]
        }
        return (try? SocketAddress(ipAddress: String(text), port: 0))?.ipAddress
    }

    private static let field = HTTPField.Name("X-Forwarded-For") ?? .eTag
}
