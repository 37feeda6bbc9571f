/// How many contacts somebody of the staff had at one point, and of how many nothing proves that the person was there.
public struct PresenceCount: Sendable, Hashable {
    public let agent: Int64
    public let point: Int64?
    public let contacts: Int
    public let unproven: Int

    /// Hundredths of a whole.
    public var percent: Int { contacts == 0 ? 0 : (unproven * 100 + contacts / 2) / contacts }
}

/// A contact that was drawn to be looked at.
public struct PresenceSample: Sendable, Hashable {
    public let id: InteractionID
    public let agent: Int64
    public let point: Int64?
    public let at: Instant
    public let isProven: Bool
}
