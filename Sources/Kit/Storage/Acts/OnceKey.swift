import Crypto
import Foundation

/// What makes sending something again show the first result. Only its digest is stored.
public struct OnceKey: Sendable, Hashable {
    let digest: [UInt8]
    /// How long the first result is kept, in milliseconds.
    let term: Int64

    /// From an idempotency key that a caller chose. `scope` keeps callers apart (the route, the caller's own id).
    public init(_ key: String, scope: String, term: Int64 = 7 * 86_400_000) {
        digest = Array(SHA256.hash(data: Data("\(scope)\u{0}\(key)".utf8)))
        self.term = term
    }
}
