/// Whether an account signs in through its institution's own provider.
public enum LinkStanding: Sendable, Hashable {
    case none
    /// An administrator named it; nobody came that way yet.
    case waiting
    /// Bound to who came.
    case bound
}

/// The provider through which the staff of an institution may sign in.
public struct StaffProvider: Sendable, Hashable {
    public let title: String
    public let issuer: String

    public init(title: String, issuer: String) {
        self.title = title
        self.issuer = issuer
    }
}
