import Foundation

/// What a browser brings back from a provider, read strictly (OpenID Connect Core 3.1.2.5 and 3.1.2.6, RFC 9207).
enum Callback: Sendable, Equatable {
    case code(String, state: String)
    case failed(String, state: String)

    /// Throws `forged` when a parameter stands there twice, is missing, or says something else than another.
    init(query: String, issuer: String) throws(SignInFault) {
        var values: [String: String] = [:]
        for pair in query.split(separator: "&", omittingEmptySubsequences: true) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : ""), values[name] == nil,
                values.count < 20
            else { throw .forged }
            values[name] = value
        }
        guard let state = values["state"], Self.isPlain(state, most: 128) else { throw .forged }
        if let named = values["iss"], named != issuer { throw .forged }
        switch (values["code"], values["error"]) {
        case (let code?, nil) where Self.isPlain(code, most: 1024): self = .code(code, state: state)
        case (nil, let error?) where Self.isPlain(error, most: 64): self = .failed(error, state: state)
        default: throw .forged
        }
    }

    var state: String {
        switch self {
        case .code(_, let state), .failed(_, let state): state
        }
    }

    private static func isPlain(_ text: String, most: Int) -> Bool {
        !text.isEmpty && text.utf8.count <= most && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func decoded(_ text: Substring) -> String? { String(text.replacing("+", with: " ")).removingPercentEncoding }
}
