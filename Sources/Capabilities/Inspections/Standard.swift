/// What a page of the State must keep to. Our own pages do.
public struct Standard: Sendable {
    /// Bytes on the wire until the page is ready, everything included: one round of TCP's first window (RFC 6928: ten segments).
    public var firstView = 14_000
    /// Bytes in all: on a line of 400 kbit/s, ten seconds.
    public var total = 500_000
    public var requests = 25
    /// The share of the text that must be there without scripts.
    public var plainShare = 0.5

    public init() {}
}
