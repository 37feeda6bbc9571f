import Storage

/// One entry of the audit as an auditor reads it: who, when and what by numbers, and whether a person was concerned, never who.
public struct AuditLine: Sendable, Hashable {
    public let id: Int64
    public let at: Instant
    /// As `Actor.stored` writes them.
    public let actorKind: Int
    public let actor: Int64?
    public let verb: String
    public let object: String?
    public let objectID: Int64?
    public let concernsPerson: Bool
}

/// What is asked of the audit; nil leaves it open.
public struct AuditQuestion: Sendable, Hashable {
    public var verb: String?
    public var actorKind: Int?
    public var actor: Int64?
    /// From that moment on, until before that one.
    public var from: Instant?
    public var until: Instant?
    /// The id of the last line that was read already.
    public var before: Int64?

    public init(
        verb: String? = nil, actorKind: Int? = nil, actor: Int64? = nil, from: Instant? = nil, until: Instant? = nil, before: Int64? = nil
    ) {
        self.verb = verb
        self.actorKind = actorKind
        self.actor = actor
        self.from = from
        self.until = until
        self.before = before
    }
}

/// How much of the audit is sealed, and what the last check of the seals said.
public struct AuditStanding: Sendable, Hashable {
    public let unsealed: Int
    public let lastSeal: Int64?
    /// In hexadecimal, to be compared with one that was kept outside.
    public let lastHead: String?
    public let checked: Instant?
    public let faults: Int?
}

/// Where an auditor reads. Each reading is itself in the audit.
public struct AuditDesk: Sendable {
    private let database: Database
    private let store = AuditReadingStore()

    public init(_ database: Database) {
        self.database = database
    }

    /// The newest lines first, and how it stands with the seals. Throws `Forbidden`.
    public func read(_ question: AuditQuestion, limit: Int = 100, by actor: Actor) async throws -> (
        lines: [AuditLine], standing: AuditStanding
    ) {
        try actor.must(.readAudit)
        let store = store
        return try await database.write { transaction in
            let answer = (
                try store.lines(question, limit: limit, transaction), try Self.standing(transaction)
            )
            try transaction.record(Event("audit.looked"), by: actor)
            return answer
        }
    }

    private static func standing(_ snapshot: Snapshot) throws -> AuditStanding {
        let seal = try AuditStore().lastSeal(snapshot)
        let check = try AuditCheckStore().last(snapshot)
        return AuditStanding(
            unsealed: try AuditReadingStore().unsealed(snapshot), lastSeal: seal?.number, lastHead: seal?.headText, checked: check?.at,
            faults: check?.faults)
    }
}
