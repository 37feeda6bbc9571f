import Storage

extension Schema {
    /// Who acts for whom: mandates and the family.
    public static let mandates = Schema("mandates", [])
}
