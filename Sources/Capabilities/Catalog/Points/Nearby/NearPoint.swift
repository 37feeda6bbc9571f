import Civic

/// A point as it is seen from a comuna.
public struct NearPoint: Sendable, Hashable {
    public let point: PointOfService
    /// Between points of reference, in a straight line; nil for what is in the comuna itself.
    public let kilometres: Int?
    public let isOpen: Bool

    /// Whether somebody saw it, and it is not only likely.
    var isSeen: Bool { point.evidence == .seen }
}

/// What there is around a comuna, from near to far. In each ring what is open now comes first, then what is nearer.
public struct Surroundings: Sendable, Hashable {
    /// In the comuna, or coming there.
    public let here: [NearPoint]
    /// In the comunas that border on it.
    public let beside: [NearPoint]
    /// Farther: the next rings of neighbours, or what is nearest when there are none. Empty when there is enough nearby.
    public let beyond: [NearPoint]
    /// Reached from anywhere.
    public let national: [PointOfService]
}
