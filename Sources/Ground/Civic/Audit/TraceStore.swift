import Storage

/// One line of what the person reads about who saw their data.
public struct Trace: Sendable, Hashable {
    /// Its row in the audit: what a question about it names.
    public let id: Int64
    public let at: Instant
    /// As `Actor.stored` writes them.
    public let actorKind: Int
    public let actor: Int64?
    public let assurance: Assurance
    public let verb: String
    public let interaction: InteractionID?
    public let fields: [String]
    public let purpose: String?
}

/// Reads the audit as the persons do whom it concerns.
struct TraceStore: Sendable {
    /// Who looked at a person, or changed what is known of them, the newest first. `before` is the id of the last line that was read
    /// already; `verb` leaves out all others.
    func traces(of person: PersonID, before: Int64?, verb: AuditEntry.Verb?, limit: Int, _ snapshot: Snapshot) throws -> [Trace] {
        let earlier: SQL = before.map { "AND id < \($0)" } ?? ""
        let alone: SQL = verb.map { "AND verb = \($0.description)" } ?? ""
        return try snapshot.all(
            """
            SELECT id, at, actor_kind, actor, assurance, verb, interaction, fields, purpose FROM audit
            WHERE subject = \(person) \(earlier) \(alone) ORDER BY id DESC LIMIT \(limit)
            """, trace)
    }

    private func trace(_ row: Row) throws -> Trace {
        let fields: String? = try row["fields"]
        guard let assurance = Assurance(rawValue: try row["assurance"]) else {
            throw StorageFault(.shape, "the audit holds a level that this program does not know")
        }
        return Trace(
            id: try row["id"], at: Instant(milliseconds: try row["at"]), actorKind: try row["actor_kind"], actor: try row["actor"],
            assurance: assurance, verb: try row["verb"], interaction: try row["interaction"],
            fields: fields.map { $0.split(separator: " ").map(String.init) } ?? [], purpose: try row["purpose"])
    }
}
