import Civic

/// Somebody who is signed in at a browser.
public struct BrowserSession: Sendable, Hashable {
    public let id: Int64
    public let identity: Actor.Identity
    public let assurance: Assurance
    public let made: Instant
    /// The last time that it was used, to the minute.
    public let seen: Instant
    /// When it ends, used or not.
    public let ends: Instant

    /// The limits of sessions, in milliseconds.
    public struct Terms: Sendable {
        /// Without a sign for so long, it ends.
        public let idle: Int64
        /// From its beginning, whatever happens.
        public let whole: Int64

        public init(idle: Int64, whole: Int64) {
            self.idle = idle
            self.whole = whole
        }
    }
}
