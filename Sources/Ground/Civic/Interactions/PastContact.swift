/// A contact as the spine has it: what it was, not with whom.
public struct PastContact: Sendable, Hashable {
    public let id: InteractionID
    public let at: Instant
    public let medium: Medium
    public let channel: Channel
    public let deed: Deed
    public let outcome: Outcome
    public let point: Int64?
    /// The number of the service sheet.
    public let product: Int64?
    /// Whoever of the staff attended.
    public let agent: Int64?
    /// The case.
    public let matter: Int64?
}

/// A person at the desk of somebody of the staff: the contact, whom it concerns, and whether it is proven that they are there.
public struct Attendance: Sendable, Hashable {
    public let contact: PastContact
    public let person: PersonID
    public let isProven: Bool

    public var hasEnded: Bool { contact.outcome != .unknown }
}
