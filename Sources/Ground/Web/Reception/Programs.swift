import Civic
import HTTPTypes
import Hummingbird

/// Programs of institutions at the door: each shows a token that was given to it (RFC 6750).
public struct Programs: Sendable {
    private let actor: @Sendable (String) async throws -> Actor?

    /// `actor` gives the program that holds a token, with what it may do now; nil when nobody does.
    public init(actor: @escaping @Sendable (String) async throws -> Actor?) {
        self.actor = actor
    }

    /// Whoever asks. Throws a failure 401 that says how to show a token.
    public func caller(_ request: Request) async throws -> Actor {
        guard let field = request.headers[.authorization], field.lowercased().hasPrefix("bearer "),
            let actor = try await actor(String(field.dropFirst(7).trimmingPrefix { $0 == " " }))
        else { throw Failure.token }
        return actor
    }
}

extension Failure {
    /// No token that holds was shown.
    public static let token: Failure = {
        var failure = Failure(.unauthorized, "error.token.title", "error.token.advice")
        failure.headers[.wwwAuthenticate] = "Bearer realm=\"ventanilla\""
        return failure
    }()
}
