import Storage

extension Schema {
    /// What the desk does with persons: broken glass, mergers, deaths, contacts to be confirmed.
    public static let persons = Schema("persons", [])
}
