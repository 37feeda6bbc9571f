/// What a person can do against a decision: of the service and of the authority that signs it, with its own term and addressee. None is
/// inherited from anywhere (Ley 19.880, art. 59: there is nobody above a mayor or the head of a decentralised service).
public struct Remedy: Sendable {
    public let id: String
    public let title: Words
    /// Who decides it.
    public let to: Words
    /// The parameter that says how long one has, from the day of the notification; nil where there is no term.
    public let term: String?
    public let basis: String
    /// Whether it is made here, in the case itself; else one goes to whom it is addressed.
    public let isHere: Bool
    /// Whether it is open too when the term passes without an answer, from the day after (Ley 20.285, art. 24).
    public let isAgainstDelay: Bool
    /// The authorities against whose signature it is; of all of them when there is none.
    public let against: Set<String>

    /// Whether it is one against what this authority signed; nil for a service that tells of no authorities, or what nobody signed.
    public func isAgainst(_ authority: String?) -> Bool { against.isEmpty || authority.map { against.contains($0) } == true }
}

/// Who may sign what a service decides: the mayor, the regional head, the head of the service.
public struct Authority: Sendable {
    public let id: String
    public let title: Words
}
