import Storage

extension Schema {
    /// Who signs in: accounts of the staff and what they may do, agreements between institutions, sign-ins through a provider. Each part
    /// keeps its migrations in a file of its own.
    public static let identity = Schema("identity", [.staffAccounts, .staffSignIn, .providerSignIns, .programs])
}
