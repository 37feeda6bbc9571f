import Civic

/// An attention that somebody else goes on with.
public struct Referral: Sendable, Hashable {
    /// In whose tray it is.
    public enum Address: Sendable, Hashable {
        /// Whoever attends at a point.
        case point(Int64)
        /// Whoever of an institution answers.
        case institution(String)
        /// One of the staff.
        case staff(Int64)

        /// What somebody must reach to take it; nil when it is one person's.
        var target: Scope.Target? {
            switch self {
            case .point(let point): Scope.Target(point: point)
            case .institution(let key): Scope.Target(institution: key)
            case .staff: nil
            }
        }
    }

    public let id: Int64
    /// The contact in which it was made.
    public let contact: InteractionID
    public let sender: Int64
    public let made: Instant
    public let address: Address
    /// How often it went to another tray.
    public let moves: Int
    public let holder: Int64?
    /// The contact in which it goes on.
    public let next: InteractionID?
    public let ended: Instant?

    /// For so long whoever took it may open the record without the person being there, in milliseconds: a working day.
    static let leave: Int64 = 8 * 3_600_000

    /// Whether it is in somebody's tray: theirs, of their points, of their institution; never of whoever sent it.
    func isFor(_ actor: Actor) -> Bool {
        guard case .staff(let staff) = actor.identity, staff != sender, actor.maySomewhere(.takeReferrals) else { return false }
        if let target = address.target { return actor.may(.takeReferrals, target) }
        return address == .staff(staff)
    }
}

extension Permission {
    /// Take what others referred to one's own tray.
    public static let takeReferrals: Permission = "referral.take"
    /// Move what waits from one tray to another.
    public static let moveReferrals: Permission = "referral.move"
}

/// Somebody else took it, or it went to another tray.
public struct ReferralMoved: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "referrals.moved" }
    public var advice: TextKey { "referrals.moved.advice" }
}

/// The contact is not one that ended today as referred by this agent, or was sent already.
public struct NothingToRefer: Refusal {
    public init() {}
    public var kind: RefusalKind { .gone }
    public var title: TextKey { "referrals.nothing" }
    public var advice: TextKey { "referrals.nothing.advice" }
}
