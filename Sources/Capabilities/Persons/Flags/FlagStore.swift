import Civic
@_spi(Disclosure) import Storage

/// Facts that were noted about persons. What the person says against one is sealed, and opens with its entry in the audit.
struct FlagStore: Sendable {
    let keyring: Keyring

    private static let columns: SQL = """
        id, subject, interaction, fact, staff, point, at, until, verdict, CASE WHEN words IS NULL THEN 0 ELSE 1 END AS is_contested
        """

    /// nil when something was noted of that contact already.
    func insert(
        _ fact: String, of person: PersonID, in interaction: InteractionID, at point: Int64?, by staff: Int64, until: Int64,
        _ transaction: Transaction
    ) throws -> Int64? {
        try transaction.value(
            """
            INSERT INTO conduct_flag (id, subject, interaction, fact, staff, point, at, until)
            VALUES (\(try transaction.newID()), \(person), \(interaction), \(fact), \(staff), \(point), \(transaction.now), \(until))
            ON CONFLICT DO NOTHING RETURNING id
            """)
    }

    /// The newest first.
    func all(of person: PersonID, _ snapshot: Snapshot) throws -> [ConductFlag] {
        try snapshot.all(
            "SELECT \(Self.columns) FROM conduct_flag WHERE subject = \(person) ORDER BY at DESC, id DESC LIMIT 100", Self.flag)
    }

    func flag(_ id: Int64, _ snapshot: Snapshot) throws -> ConductFlag? {
        try snapshot.first("SELECT \(Self.columns) FROM conduct_flag WHERE id = \(id)").map(Self.flag)
    }

    func contest(_ flag: ConductFlag, _ words: String, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE conduct_flag SET words = \(try keyring.seal(words, at: Self.cell(flag.id))), contested = \(transaction.now)
            WHERE id = \(flag.id) AND words IS NULL
            """) == 1
    }

    /// Contested ones that nobody decided, the oldest first.
    func contested(_ snapshot: Snapshot) throws -> [ConductFlag] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM conduct_flag WHERE contested IS NOT NULL AND verdict IS NULL ORDER BY contested, id LIMIT 200
            """, Self.flag)
    }

    func words(of flag: ConductFlag, _ snapshot: Snapshot) throws -> String? {
        try snapshot.first("SELECT words FROM conduct_flag WHERE id = \(flag.id) AND words IS NOT NULL").map {
            try Sealed($0, "words", of: "conduct_flag", id: flag.id).open(with: keyring)
        }
    }

    func decide(_ flag: ConductFlag, _ verdict: ConductFlag.Verdict, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE conduct_flag SET verdict = \(verdict.rawValue), answerer = \(staff), answered = \(transaction.now)
            WHERE id = \(flag.id) AND contested IS NOT NULL AND verdict IS NULL
            """) == 1
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM conduct_flag WHERE subject = \(person)")
    }

    /// Forgets those that expired before a moment.
    func sweep(expiredBefore moment: Int64, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM conduct_flag WHERE until < \(moment)")
    }

    private static func cell(_ id: Int64) -> Cell { Cell(table: "conduct_flag", column: "words", row: id) }

    private static func flag(_ row: Row) throws -> ConductFlag {
        let (verdict, isContested): (String?, Int) = (try row["verdict"], try row["is_contested"])
        return ConductFlag(
            id: try row["id"], person: PersonID(try row["subject"]), interaction: InteractionID(try row["interaction"]),
            fact: try row["fact"], staff: try row["staff"], point: try row["point"], at: Instant(milliseconds: try row["at"]),
            until: Instant(milliseconds: try row["until"]), isContested: isContested == 1,
            verdict: verdict.flatMap { ConductFlag.Verdict(rawValue: $0) })
    }
}
