/// A contact as the spine has it: what it was, not with whom.
public struct PastContact: Sendable, Hashable {
    public let id: InteractionID
    public let at: Instant
    public let medium: Medium
    public let channel: Channel
    public let modality: Modality
    public let deed: Deed
    public let outcome: Outcome
    public let point: Int64?
    /// The number of the service sheet.
    public let product: Int64?
    /// Whoever of the staff attended.
    public let agent: Int64?
    /// The case.
    public let matter: Int64?
    /// What ties contacts about one matter together.
    public let journey: Int64?
    /// Whole seconds.
    public let wait: Int?
    /// Whole seconds.
    public let duration: Int?
    public let transferOf: InteractionID?

    /// The contact as it was, to be corrected in what was wrong.
    public var interaction: Interaction {
        Interaction(
            medium, channel, deed, outcome, point: point, product: product, agent: agent, matter: matter, journey: journey, wait: wait,
            duration: duration, transferOf: transferOf, at: at, modality: modality)
    }
}

/// A person at the desk of somebody of the staff: the contact, whom it concerns, and whether it is proven that they are there.
public struct Attendance: Sendable, Hashable {
    public let contact: PastContact
    public let person: PersonID
    public let isProven: Bool

    public var hasEnded: Bool { contact.outcome != .unknown }
}

/// A contact of somebody of the staff, with whomever it was.
public struct OwnContact: Sendable, Hashable {
    public let contact: PastContact
    /// nil when nobody said who they are.
    public let person: PersonID?

    public var hasEnded: Bool { contact.outcome != .unknown }
}
