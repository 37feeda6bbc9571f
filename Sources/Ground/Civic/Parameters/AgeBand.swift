/// Ages in completed years, both ends included. A band without an upper end goes on.
public struct AgeBand: Sendable, Hashable, Codable {
    public let from: Int
    public let to: Int?

    /// Beyond any human age: where a band without an upper end stops being counted.
    public static let oldest = 130

    /// Nil when it runs backwards or is no human age.
    public init?(from: Int, to: Int? = nil) {
        guard (0...Self.oldest).contains(from), to.map({ (from...Self.oldest).contains($0) }) ?? true else { return nil }
        self.from = from
        self.to = to
    }

    /// The last age of the band; `oldest` when it goes on.
    public var last: Int { to ?? Self.oldest }

    public func contains(_ age: Int) -> Bool { from <= age && age <= last }

    public func contains(_ other: AgeBand) -> Bool { from <= other.from && other.last <= last }

    public func overlaps(_ other: AgeBand) -> Bool { from <= other.last && other.from <= last }
}
