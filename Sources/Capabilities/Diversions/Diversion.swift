import Civic

/// Demand of a point that is led elsewhere ('rebalse').
public struct Diversion: Sendable, Hashable {
    /// How else somebody is attended.
    public enum Offer: String, Sendable, Hashable, CaseIterable {
        case callBack, otherPoint, video, phone, web
    }

    /// Why it began.
    public enum Cause: String, Sendable, Hashable {
        /// Somebody who oversees the point said so.
        case hand
        /// People waited longer than the rule of the point lets.
        case wait
        /// The catalogue says that the point is closed today.
        case closed
    }

    public let id: Int64
    public let point: Int64
    public let cause: Cause
    public let ways: Ways
    public let began: Instant
    public let ended: Instant?
}

/// The other ways, at least one.
public struct Ways: Sendable, Hashable {
    public let offers: [Diversion.Offer]
    /// Where to go, when one of the ways is another point.
    public let otherPoint: Int64?

    /// nil without any way, or with another point that is not named.
    public init?(_ offers: Set<Diversion.Offer>, otherPoint: Int64?) {
        guard !offers.isEmpty, offers.contains(.otherPoint) == (otherPoint != nil) else { return nil }
        self.offers = Diversion.Offer.allCases.filter(offers.contains)
        self.otherPoint = otherPoint
    }

    var stored: String { offers.map(\.rawValue).joined(separator: " ") }

    init?(stored: String, otherPoint: Int64?) {
        self.init(Set(stored.split(separator: " ").compactMap { Diversion.Offer(rawValue: String($0)) }), otherPoint: otherPoint)
    }
}

/// When demand is led elsewhere by itself: the mean wait of half an hour passes some minutes, or the point is closed.
public struct DiversionRule: Sendable, Hashable {
    public let id: Int64
    public let point: Int64
    public let minutes: Int
    public let ways: Ways

    /// What the rule asks for: a cause to begin, or nothing. What began by itself goes on until the wait is well under the limit, so that it
    /// doesn't come and go.
    func cause(isClosed: Bool, meanWait: Int?, present: Diversion.Cause?) -> Diversion.Cause? {
        if isClosed { return .closed }
        guard let meanWait else { return nil }
        let limit = minutes * 60
        return meanWait > limit || present == .wait && meanWait * 10 > limit * 7 ? .wait : nil
    }
}

extension Permission {
    /// Lead the demand of a point elsewhere, and say when that happens by itself.
    public static let manageDiversions: Permission = "diversion.manage"
    /// Offer somebody another way while demand is led elsewhere.
    public static let offerDiversions: Permission = "diversion.offer"
}

/// One goes on already at this point, or ended meanwhile.
public struct DiversionMoved: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "diversions.moved" }
    public var advice: TextKey { "diversions.moved.advice" }
}
