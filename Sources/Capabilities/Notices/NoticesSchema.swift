import Storage

extension Schema {
    /// What persons are told in their own place.
    public static let notices = Schema("notices", [])
}
