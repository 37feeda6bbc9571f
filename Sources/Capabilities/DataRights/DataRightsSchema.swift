import Storage

extension Schema {
    /// Requests of Ley 21.719, consents, processing activities, erasures, breaches.
    public static let dataRights = Schema("dataRights", [])
}
