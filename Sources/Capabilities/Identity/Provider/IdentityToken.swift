import Civic
import Foundation
import JWTKit

/// The provider's public keys (RFC 7517).
typealias KeySet = JWKS

/// An id token as it came, not believed yet.
struct IdentityToken: Sendable {
    private let text: String
    private let keys: KeySet?

    /// Without keys it is believed because of the connection that it came by (OpenID Connect Core 3.1.3.7 point 6).
    init(_ text: String, keys: KeySet?) {
        self.text = text
        self.keys = keys
    }

    /// The subject, when everything about the token is right. Throws `token`; `stale` and `weak` when it is, but the provider saw the person
    /// too long ago, or not surely enough.
    func checked(for provider: IdentityProvider, nonce: String, at now: Instant) async throws(SignInFault) -> String {
        guard text.utf8.count <= 16_384, let body = try? await body() else { throw .token }
        let seconds = Double(now.milliseconds) / 1000
        let isForUs = body.aud.values.contains(provider.clientID) && (body.aud.values.count == 1 || body.azp == provider.clientID)
        let isAuthorised = body.azp == nil || body.azp == provider.clientID
        guard body.iss == provider.issuer, isForUs, isAuthorised, body.nonce == nonce, body.exp > seconds - Self.skew,
            body.iat < seconds + Self.skew, body.iat > seconds - Self.oldest, body.nbf.map({ $0 < seconds + Self.skew }) ?? true,
            !body.sub.isEmpty, body.sub.utf8.count <= 255
        else { throw .token }
        if let most = provider.maxAge {
            guard let seen = body.auth_time, seen > seconds - Double(most) - Self.skew, seen < seconds + Self.skew else { throw .stale }
        }
        guard provider.proof.isEmpty || !provider.proof.isDisjoint(with: (body.amr ?? []) + [body.acr].compactMap(\.self)) else {
            throw .weak
        }
        return body.sub
    }

    private func body() async throws -> Body {
        guard let keys else { return try await JWTKeyCollection().unverified(text, as: Body.self) }
        // Keys of its own kind alone: whatever else the set holds signs nothing for us. No algorithm of a shared secret can be among them.
        let signing = JWKS(keys: keys.keys.filter { $0.keyIdentifier != nil })
        return try await JWTKeyCollection().add(jwks: signing).verify(text, as: Body.self)
    }

    /// Two minutes between their clock and ours, in seconds.
    private static let skew: Double = 120
    /// A token is made for the sign-in that is under way.
    private static let oldest: Double = 900

    private struct Body: JWTPayload {
        let iss: String
        let sub: String
        let aud: Audience
        let azp: String?
        let exp: Double
        let iat: Double
        let nbf: Double?
        let auth_time: Double?
        let acr: String?
        let amr: [String]?
        let nonce: String?

        /// Everything is checked against our own clock and provider, above.
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    /// One text or a list of them (RFC 7519 section 4.1.3).
    private struct Audience: Codable, Sendable {
        let values: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) { values = [one] } else { values = try container.decode([String].self) }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(values)
        }
    }
}
