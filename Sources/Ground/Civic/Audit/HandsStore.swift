import Storage

/// Reads in the audit who of the staff did something about a person.
public struct HandsDesk: Sendable {
    public init() {}

    /// The numbers of the staff who did one of these acts about the person since a moment.
    public func staff(_ verbs: [AuditEntry.Verb], about person: PersonID, since: Instant, _ snapshot: Snapshot) throws -> Set<Int64> {
        Set(
            try snapshot.all(
                """
                SELECT DISTINCT actor FROM audit WHERE subject = \(person) AND actor_kind = 2 AND actor IS NOT NULL
                    AND verb IN (\(list: verbs.map(\.description))) AND at >= \(since.milliseconds)
                """
            ) { try $0["actor"] as Int64 })
    }
}
