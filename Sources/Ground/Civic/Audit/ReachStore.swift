import Storage

/// Whose data somebody reached between two moments, as the audit tells: which kinds, how often, what for.
public struct Reach: Sendable, Hashable {
    public let subject: PersonID
    public internal(set) var fields: Set<String>
    public internal(set) var purposes: Set<String>
    public internal(set) var reads: Int
    public internal(set) var first: Instant
    public internal(set) var last: Instant
}

/// Who is asked about: an actor as `Actor.stored` writes them, between two moments.
public struct ReachWindow: Sendable, Hashable {
    public let actorKind: Int
    public let actor: Int64
    public let from: Instant
    public let to: Instant

    public init(actorKind: Int, actor: Int64, from: Instant, to: Instant) {
        self.actorKind = actorKind
        self.actor = actor
        self.from = from
        self.to = to
    }
}

/// Reads the audit the other way round: not who looked at a person, but whom somebody looked at.
public struct ReachDesk: Sendable {
    public init() {}

    /// Those whose data was opened within the window, in the order of their ids.
    public func reads(_ window: ReachWindow, _ snapshot: Snapshot) throws -> [Reach] {
        try gather(
            """
            actor_kind = \(window.actorKind) AND actor = \(window.actor) AND at >= \(window.from.milliseconds)
                AND at <= \(window.to.milliseconds)
            """, snapshot)
    }

    /// Those of just these rows of the audit.
    public func reads(rows: [Int64], _ snapshot: Snapshot) throws -> [Reach] {
        rows.isEmpty ? [] : try gather("id IN (\(list: rows))", snapshot)
    }

    /// Who used a session, from its beginning to its end or, while it goes on, to `end`. nil when there was none of that id.
    public func window(ofSession session: Int64, until end: Instant, _ snapshot: Snapshot) throws -> ReachWindow? {
        func first(_ verb: String) throws -> Row? {
            try snapshot.first(
                """
                SELECT actor_kind, actor, at FROM audit WHERE object_kind = 'session' AND object = \(session) AND verb = \(verb)
                ORDER BY id LIMIT 1
                """)
        }
        guard let opened = try first("session.opened"), let actor: Int64 = try opened["actor"] else { return nil }
        let closed = try first("session.closed").map { Instant(milliseconds: try $0["at"]) }
        return ReachWindow(
            actorKind: try opened["actor_kind"], actor: actor, from: Instant(milliseconds: try opened["at"]),
            to: min(closed ?? end, end))
    }

    private func gather(_ condition: SQL, _ snapshot: Snapshot) throws -> [Reach] {
        var found: [PersonID: Reach] = [:]
        try snapshot.each(
            """
            SELECT subject, fields, purpose, COUNT(*) AS reads, MIN(at) AS first, MAX(at) AS last FROM audit
            WHERE \(condition) AND verb = \(AuditEntry.Verb.read.description) AND subject IS NOT NULL GROUP BY subject, fields, purpose
            """
        ) { row in
            let (fields, purpose): (String?, String?) = (try row["fields"], try row["purpose"])
            let subject = PersonID(try row["subject"])
            let (first, last) = (Instant(milliseconds: try row["first"]), Instant(milliseconds: try row["last"]))
            var reach = found[subject] ?? Reach(subject: subject, fields: [], purposes: [], reads: 0, first: first, last: last)
            reach.fields.formUnion(fields?.split(separator: " ").map(String.init) ?? [])
            if let purpose { reach.purposes.insert(purpose) }
            reach.reads += try row["reads"] as Int
            (reach.first, reach.last) = (min(reach.first, first), max(reach.last, last))
            found[subject] = reach
        }
        return found.values.sorted { $0.subject.number < $1.subject.number }
    }
}
