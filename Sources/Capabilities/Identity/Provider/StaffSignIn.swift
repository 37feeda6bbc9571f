/// How somebody of the staff is found who signed in at their own institution. The room of the staff's accounts fills it.
public struct StaffSignIn: Sendable {
    /// What their institution says of them: the claim by which accounts are found, and the subject of its own books.
    public struct Claim: Sendable, Hashable {
        public let issuer: String
        public let account: String
        public let subject: String?
    }

    /// The account that is open for it; nil when there is none.
    public let account: @Sendable (Claim) async throws -> Int64?

    public init(account: @escaping @Sendable (Claim) async throws -> Int64?) {
        self.account = account
    }

    /// What can be said of whoever came back; nil when the claim is not there, or is an e-mail that nobody verified.
    static func claim(_ claims: ClaimValue, of provider: IdentityProvider) -> Claim? {
        guard let account = claims[provider.claims.number]?.text, !account.isEmpty, account.utf8.count <= 255,
            provider.claims.number.last != "email" || claims[["email_verified"]] != .bool(false)
        else { return nil }
        return Claim(issuer: provider.issuer, account: account, subject: claims[["sub"]]?.text)
    }
}
