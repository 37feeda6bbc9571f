import Storage

/// The audit as an auditor reads it.
struct AuditReadingStore: Sendable {
    func lines(_ question: AuditQuestion, limit: Int, _ snapshot: Snapshot) throws -> [AuditLine] {
        var conditions: SQL = "1 = 1"
        if let verb = question.verb { conditions = "\(conditions) AND verb = \(verb)" }
        if let kind = question.actorKind { conditions = "\(conditions) AND actor_kind = \(kind)" }
        if let actor = question.actor { conditions = "\(conditions) AND actor = \(actor)" }
        if let from = question.from {
            let first = try first(since: from.milliseconds - Self.skew, snapshot)
            conditions = "\(conditions) AND at >= \(from.milliseconds) AND id >= \(first)"
        }
        if let until = question.until {
            let end = try first(since: until.milliseconds + Self.skew, snapshot)
            conditions = "\(conditions) AND at < \(until.milliseconds) AND id < \(end)"
        }
        if let before = question.before { conditions = "\(conditions) AND id < \(before)" }
        return try snapshot.all(
            """
            SELECT id, at, actor_kind, actor, verb, object_kind, object, CASE WHEN subject IS NULL THEN 0 ELSE 1 END AS concerns
            FROM audit WHERE \(conditions) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            AuditLine(
                id: try row["id"], at: Instant(milliseconds: try row["at"]), actorKind: try row["actor_kind"], actor: try row["actor"],
                verb: try row["verb"], object: try row["object_kind"], objectID: try row["object"], concernsPerson: try row["concerns"])
        }
    }

    /// How far the clocks of nodes may be apart: entries follow each other by id, and within this by the hour too.
    private static let skew: Int64 = 300_000

    /// The id from which on entries are of that moment or later: sought by halves, so that a day of years ago costs as little as today,
    /// and no act pays for an index of hours. One past the last when there is none.
    private func first(since milliseconds: Int64, _ snapshot: Snapshot) throws -> Int64 {
        var low: Int64 = 0
        var high = 1 + (try snapshot.value("SELECT MAX(id) AS last FROM audit", as: Int64.self) ?? 0)
        while low < high {
            let middle = low + (high - low) / 2
            let at = try snapshot.value("SELECT at FROM audit WHERE id >= \(middle) ORDER BY id LIMIT 1", as: Int64.self)
            if let at, at < milliseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func unsealed(_ snapshot: Snapshot) throws -> Int { try snapshot.value("SELECT COUNT(*) AS n FROM unsealed") ?? 0 }
}
