import Civic
import Foundation
import Outbound
import Web

/// Us, before a provider: sends people there, and makes of the code that they bring back who they are.
public struct RelyingParty: Sendable {
    public let provider: IdentityProvider
    private let caller: OutboundCaller
    private let clock: Clock

    /// One for each provider: the caller remembers how it is.
    public init(_ provider: IdentityProvider, caller: OutboundCaller, clock: Clock) {
        self.provider = provider
        self.caller = caller
        self.clock = clock
    }

    /// Where the person goes to sign in (OpenID Connect Core 3.1.2.1).
    func address(for pending: PendingSignIn) -> String {
        var fields = [
            ("client_id", provider.clientID), ("response_type", "code"), ("scope", provider.scope),
            ("redirect_uri", provider.returnAddress), ("state", pending.state), ("nonce", pending.nonce),
        ]
        if let most = provider.maxAge { fields.append(("max_age", String(most))) }
        if let challenge = pending.challenge { fields += [("code_challenge", challenge), ("code_challenge_method", "S256")] }
        let query = fields.map { "\($0)=\(OutboundCall.escaped($1))" }.joined(separator: "&")
        return "\(provider.authorize.text)\(provider.authorize.path.contains("?") ? "&" : "?")\(query)"
    }

    func begin(backTo back: ReturnPath, level: Assurance) -> PendingSignIn {
        PendingSignIn(provider.slot, provesCode: provider.provesCode, back: back, level: level, at: clock.now)
    }

    /// What the provider says of whoever brought the code.
    func claims(with code: String, _ pending: PendingSignIn) async throws(SignInFault) -> ClaimValue {
        let token = try await exchange(code, pending)
        var subject: String?
        if let text = token.idToken {
            subject = try await IdentityToken(text, keys: try await keys()).checked(
                for: provider, nonce: pending.nonce, at: clock.now)
        } else if provider.maxAge != nil || !provider.proof.isEmpty {
            throw .token
        }
        let claims = try await userinfo(token.accessToken)
        guard case .object = claims else { throw .claims }
        // A token for one person and the data of another (OpenID Connect Core 5.3.2).
        if let subject, let other = claims[["sub"]], other != .text(subject) { throw .claims }
        return claims
    }

    private struct TokenAnswer: Decodable {
        let access_token: String
        let token_type: String
        let id_token: String?
    }

    /// Never asked twice: the provider may have taken the code although its answer was lost.
    private func exchange(_ code: String, _ pending: PendingSignIn) async throws(SignInFault) -> (accessToken: String, idToken: String?) {
        var fields = [
            ("grant_type", "authorization_code"), ("client_id", provider.clientID), ("client_secret", provider.clientSecret),
            ("redirect_uri", provider.returnAddress), ("code", code), ("state", pending.state),
        ]
        if let verifier = pending.verifier { fields.append(("code_verifier", verifier)) }
        let answer: TokenAnswer = try await ask(.form(provider.token, fields.map { (name: $0, value: $1) }, isRepeatable: false))
        guard answer.token_type.lowercased() == "bearer", !answer.access_token.isEmpty, answer.access_token.utf8.count <= 8192,
            answer.access_token.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .answer }
        return (answer.access_token, answer.id_token)
    }

    /// It only reads, by whichever method.
    private func userinfo(_ token: String) async throws(SignInFault) -> ClaimValue {
        let headers = ["Authorization": "Bearer \(token)"]
        return try await ask(
            provider.asksByPost
                ? .form(provider.userinfo, [], headers: headers, isRepeatable: true) : .get(provider.userinfo, headers: headers))
    }

    private func keys() async throws(SignInFault) -> KeySet? {
        guard let address = provider.keys else { return nil }
        return try await ask(.get(address))
    }

    private func ask<Value: Decodable>(_ call: OutboundCall) async throws(SignInFault) -> Value {
        do throws(CallFailure) {
            return try await caller.answer(to: call).json(Value.self)
        } catch {
            switch error {
            case .down, .untrusted, .slow, .unsafeAddress: throw .down
            case .refused(let status): throw status >= 500 ? .down : .refused
            case .notJSON, .tooLarge: throw .answer
            }
        }
    }
}
