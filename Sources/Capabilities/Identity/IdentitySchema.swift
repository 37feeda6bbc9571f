import Storage

extension Schema {
    /// Who signs in: accounts of the staff and what they may do, agreements between institutions, sign-ins through a provider.
    public static let identity = Schema("identity", [])
}
