/// From where something about a point of service is known.
public struct PointSource: Sendable, Hashable {
    public let name: String
    /// Always https.
    public let url: String?
    /// When it was published, as far as it is known.
    public let seen: SeenDate?

    public init(_ name: String, url: String? = nil, seen: SeenDate? = nil) {
        self.name = name
        self.url = url
        self.seen = seen
    }
}
