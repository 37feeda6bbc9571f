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
    /// Where the contact was, when it happened in one: a code of the record, and a point of service.
    public let channel: Channel?
    public let point: Int64?
    /// What it is about, when it is about one thing: a kind and an id.
    public var objectKind: String?
    public var object: Int64?
}

/// Which lines of the trace are asked for.
public struct TraceFilter: Sendable, Hashable {
    /// All others are left out.
    public var verb: String?
    /// What the person did themselves is left out, save what reached somebody else by it: a register that was asked.
    public var onlyOthers: Bool
    /// Both ends belong to it; nil is without an end.
    public var from: Instant?
    public var to: Instant?

    public init(verb: AuditEntry.Verb? = nil, onlyOthers: Bool = false, from: Instant? = nil, to: Instant? = nil) {
        self.verb = verb?.description
        self.onlyOthers = onlyOthers
        self.from = from
        self.to = to
    }

    func condition(_ person: PersonID) -> SQL {
        var condition: SQL = "audit.subject = \(person)"
        if let verb { condition = "\(condition) AND audit.verb = \(verb)" }
        if onlyOthers {
            let outside = PersonalField.outside + "%"
            condition = """
                \(condition) AND (audit.actor_kind <> 1 OR audit.actor IS NULL OR audit.actor <> \(person) OR audit.fields LIKE \(outside))
                """
        }
        if let from { condition = "\(condition) AND audit.at >= \(from.milliseconds)" }
        if let to { condition = "\(condition) AND audit.at <= \(to.milliseconds)" }
        return condition
    }
}

/// Reads the audit as the persons do whom it concerns.
struct TraceStore: Sendable {
    /// Who looked at a person, or changed what is known of them, the newest first. `before` is the id of the last line that was read
    /// already.
    func traces(
        of person: PersonID, _ filter: TraceFilter, before: Int64? = nil, offset: Int = 0, limit: Int, _ snapshot: Snapshot
    ) throws -> [Trace] {
        let earlier: SQL = before.map { "AND audit.id < \($0)" } ?? ""
        return try snapshot.all(
            """
            SELECT audit.id, audit.at, audit.actor_kind, audit.actor, audit.assurance, audit.verb, audit.interaction, audit.fields,
                audit.purpose, audit.object_kind, audit.object, interaction.channel, interaction.point
            FROM audit LEFT JOIN interaction ON interaction.id = audit.interaction
            WHERE \(filter.condition(person)) \(earlier) ORDER BY audit.id DESC LIMIT \(limit) OFFSET \(offset)
            """, trace)
    }

    /// One line of a person's; nil when it is not theirs.
    func trace(_ id: Int64, of person: PersonID, _ snapshot: Snapshot) throws -> Trace? {
        try traces(of: person, TraceFilter(), before: id == .max ? id : id + 1, limit: 1, snapshot).first { $0.id == id }
    }

    func count(of person: PersonID, _ filter: TraceFilter, _ snapshot: Snapshot) throws -> Int {
        try snapshot.value("SELECT COUNT(*) AS n FROM audit WHERE \(filter.condition(person))") ?? 0
    }

    /// When the first entry of all was written; nil when there is none.
    func beginning(_ snapshot: Snapshot) throws -> Instant? {
        try snapshot.value("SELECT at FROM audit ORDER BY id LIMIT 1", as: Int64.self).map(Instant.init(milliseconds:))
    }

    private func trace(_ row: Row) throws -> Trace {
        let fields: String? = try row["fields"]
        guard let assurance = Assurance(rawValue: try row["assurance"]) else {
            throw StorageFault(.shape, "the audit holds a level that this program does not know")
        }
        let channel: Int? = try row["channel"]
        return Trace(
            id: try row["id"], at: Instant(milliseconds: try row["at"]), actorKind: try row["actor_kind"], actor: try row["actor"],
            assurance: assurance, verb: try row["verb"], interaction: try row["interaction"],
            fields: fields.map { $0.split(separator: " ").map(String.init) } ?? [], purpose: try row["purpose"],
            channel: channel.map { Channel($0) }, point: try row["point"], objectKind: try row["object_kind"], object: try row["object"])
    }
}
