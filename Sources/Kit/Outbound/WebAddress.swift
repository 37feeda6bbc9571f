import Foundation

/// An address that can be visited: http or https, with a host, without a user's name or a password in it (RFC 3986).
public struct WebAddress: Sendable, Hashable {
    public let scheme: String
    /// In small letters, without the port.
    public let host: String
    public let port: Int?
    /// Path and query, from their slash on.
    public let path: String
    public let text: String

    /// nil when it is none.
    public init?(_ text: String) {
        guard text.utf8.count <= 4096, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty, parts.user == nil, parts.password == nil
        else { return nil }
        self.scheme = scheme
        self.host = host
        port = parts.port
        let path = parts.percentEncodedPath
        self.path = (path.isEmpty ? "/" : path) + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
        self.text = "\(scheme)://\(host)\(parts.port.map { ":\($0)" } ?? "")\(self.path)"
    }

    /// Where a Location of this page leads (RFC 9110 section 10.2.2); nil when it can't be visited.
    public func following(_ location: String) -> WebAddress? {
        guard let base = URL(string: text), let target = URL(string: location, relativeTo: base) else { return nil }
        return WebAddress(target.absoluteString)
    }

    /// Host and port: what one is visited by at a time.
    public var site: String { host + (port.map { ":\($0)" } ?? "") }

    /// Another path of the same site.
    public func at(_ path: String) -> String { "\(scheme)://\(site)\(path)" }
}

/// Which addresses may be visited.
public struct AddressPolicy: Sendable {
    public let allows: @Sendable (WebAddress) -> Bool

    public init(_ allows: @escaping @Sendable (WebAddress) -> Bool) {
        self.allows = allows
    }

    /// Named sites by https at their usual port. No numbers and no names of one's own network: a site that leads there leads nowhere.
    public static let publicSites = AddressPolicy { address in
        let labels = address.host.split(separator: ".", omittingEmptySubsequences: false)
        guard address.scheme == "https", address.port == nil || address.port == 443, labels.count > 1, let last = labels.last else {
            return false
        }
        return !labels.contains("") && !address.host.contains(":") && last.contains(where: \.isLetter)
            && !["local", "localhost", "internal", "home", "lan", "arpa"].contains(last)
    }
}
