import Civic
import HTTPTypes
import Hummingbird
import Web

/// What the pages of every sign-in through a provider do alike.
extension Entrance {
    /// Sends a browser to the provider, with what it must bring back.
    func begin(at party: RelyingParty, backTo back: ReturnPath, level: Assurance) throws -> Response {
        let pending = party.begin(backTo: back, level: level)
        return try leading(to: party.address(for: pending), with: try pending.field(keyring: keyring, isSecure: isSecure))
    }

    /// What came of a sign-in.
    struct Return: Sendable {
        /// What was begun; nil when it was not this browser that began it.
        let pending: PendingSignIn?
        let outcome: Result<ClaimValue, SignInFault>
    }

    /// Reads what a browser brings back, in the order in which it can be believed: the browser, the time, the state, that it comes once,
    /// and only then the code.
    func end(at party: RelyingParty, _ request: Request, _ context: WebContext) async throws -> Return {
        try await attempts.take(Self.returns, of: context.client)
        guard let pending = PendingSignIn(cookies: request.headers[.cookie] ?? "", keyring: keyring, isSecure: isSecure),
            pending.slot == party.provider.slot
        else {
            return Return(pending: nil, outcome: .failure(.forged))
        }
        do {
            return Return(pending: pending, outcome: .success(try await claims(of: party, pending, request)))
        } catch let fault as SignInFault {
            return Return(pending: pending, outcome: .failure(fault))
        }
    }

    private func claims(of party: RelyingParty, _ pending: PendingSignIn, _ request: Request) async throws -> ClaimValue {
        let callback = try Callback(query: request.uri.query ?? "", issuer: party.provider.issuer)
        guard pending.isState(callback.state) else { throw SignInFault.forged }
        guard !pending.isOver(at: clock.now) else { throw SignInFault.expired }
        try await desk.take(pending)
        switch callback {
        case .failed(let error, _): throw error == "access_denied" ? SignInFault.cancelled : SignInFault.refused
        case .code(let code, _): return try await party.claims(with: code, pending)
        }
    }

    /// Opens a session in the place of one that this browser had, and goes on to where the person wanted to be.
    func admit(
        _ identity: Actor.Identity, _ assurance: Assurance, backTo back: String, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let cookie = try await sessions.open(for: identity, assurance: assurance, at: request).setCookie
        try await attempts.forget(Self.returns, of: context.client)
        var response = try leading(to: back, with: cookie)
        if assurance == .verified {
            response.headers.append(.init(name: .setCookie, value: PendingSignIn.taken(isSecure: isSecure)))
        }
        return response
    }

    func leading(to address: String, with cookie: String) throws -> Response {
        var response = Response.redirect(to: address, type: .normal)
        response.headers[.setCookie] = cookie
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
