import Storage

/// The audit as an auditor reads it.
struct AuditReadingStore: Sendable {
    func lines(_ question: AuditQuestion, limit: Int, _ snapshot: Snapshot) throws -> [AuditLine] {
        var conditions: SQL = "1 = 1"
        if let verb = question.verb { conditions = "\(conditions) AND verb = \(verb)" }
        if let kind = question.actorKind { conditions = "\(conditions) AND actor_kind = \(kind)" }
        if let actor = question.actor { conditions = "\(conditions) AND actor = \(actor)" }
        if let from = question.from { conditions = "\(conditions) AND at >= \(from.milliseconds)" }
        if let until = question.until { conditions = "\(conditions) AND at < \(until.milliseconds)" }
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

    func unsealed(_ snapshot: Snapshot) throws -> Int { try snapshot.value("SELECT COUNT(*) AS n FROM unsealed") ?? 0 }
}
