import Civic

/// Somebody in whose name a signed-in person acts. Whatever is done carries both.
public struct Acting: Sendable {
    /// What gives leave: the mandate, or the tie of the family.
    public let id: Int64
    public let caller: Caller
    public let subject: PersonID
    public let name: String
    /// What whoever acts is called.
    public let own: String
    public let until: Instant

    public init(_ id: Int64, by caller: Caller, of subject: PersonID, name: String, own: String, until: Instant) {
        self.id = id
        self.caller = caller
        self.subject = subject
        self.name = name
        self.own = own
        self.until = until
    }

    /// Everything that is done in somebody's name has its address under this one: whom it is for never hangs on what another tab did.
    public static let root = "/mi/por"

    public var path: String { "\(Self.root)/\(id)" }
}
