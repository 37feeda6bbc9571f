import Civic
import Storage

/// The rows of mandates.
struct MandateStore: Sendable {
    let keyring: Keyring

    struct New {
        let grantor: PersonID
        let number: RUN
        let instrument: Instrument
        let paper: String?
        let recorder: Int64?
        let until: Instant
    }

    func insert(_ new: New, _ transaction: Transaction) throws -> Int64 {
        let id = try transaction.newID()
        let paper = try new.paper.map {
            try SubjectKeyStore(keyring: keyring).key(of: new.grantor, transaction).seal($0, at: Self.paper(id))
        }
        try transaction.execute(
            """
            INSERT INTO mandate (id, grantor, number, number_lookup, instrument, paper, recorder, made, until)
            VALUES (\(id), \(new.grantor),
                \(try keyring.seal(new.number.plain, at: Cell(table: "mandate", column: "number", row: id))),
                \(keyring.lookup(new.number.plain, in: Self.lookup)), \(new.instrument.rawValue), \(paper), \(new.recorder),
                \(transaction.now), \(new.until.milliseconds))
            """)
        return id
    }

    /// nil when there is none.
    func mandate(_ id: Int64, _ snapshot: Snapshot) throws -> Mandate? { try select("id = \(id)", snapshot).first }

    /// All that the person granted, the newest first.
    func granted(by person: PersonID, _ snapshot: Snapshot) throws -> [Mandate] { try select("grantor = \(person)", snapshot) }

    /// Those that go on and name this number, whoever has come for them.
    func naming(_ run: RUN, at now: Int64, _ snapshot: Snapshot) throws -> [Mandate] {
        try select(
            """
            number_lookup IN (\(list: keyring.lookups(run.plain, in: Self.lookup))) AND ended IS NULL AND until > \(now)
            AND (recorder IS NULL OR confirmer IS NOT NULL)
            """, snapshot)
    }

    func received(by person: PersonID, at now: Int64, _ snapshot: Snapshot) throws -> [Mandate] {
        try select("grantee = \(person) AND ended IS NULL AND until > \(now)", snapshot)
    }

    /// When one of those that the person granted came, began to hold or ended, whichever was last; nil when there never was one.
    func changed(of person: PersonID, _ snapshot: Snapshot) throws -> Instant? {
        let at: Int64? = try snapshot.value(
            "SELECT MAX(CASE WHEN ended IS NOT NULL THEN ended WHEN begun IS NOT NULL THEN begun ELSE made END) FROM mandate WHERE grantor = \(person)"
        )
        return at.map { Instant(milliseconds: $0) }
    }

    func waiting(at now: Int64, _ snapshot: Snapshot) throws -> [Mandate] {
        try select("begun IS NULL AND ended IS NULL AND recorder IS NOT NULL AND until > \(now)", snapshot)
    }

    func meet(_ id: Int64, _ grantee: PersonID, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE mandate SET grantee = \(grantee) WHERE id = \(id) AND grantee IS NULL AND grantor <> \(grantee)")
    }

    func accept(_ id: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE mandate SET begun = \(transaction.now)
            WHERE id = \(id) AND begun IS NULL AND ended IS NULL AND recorder IS NULL AND grantee IS NOT NULL
            """) == 1
    }

    func confirm(_ id: Int64, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE mandate SET begun = \(transaction.now), confirmer = \(staff)
            WHERE id = \(id) AND begun IS NULL AND ended IS NULL AND recorder IS NOT NULL AND recorder <> \(staff)
            """) == 1
    }

    func end(_ id: Int64, _ ending: Mandate.Ending, dead: PersonID? = nil, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE mandate SET ended = \(transaction.now), ending = \(ending.rawValue), dead = \(dead) WHERE id = \(id) AND ended IS NULL
            """) == 1
    }

    /// Those of a person that go on, whichever side they are on.
    func open(of person: PersonID, _ snapshot: Snapshot) throws -> [Mandate] {
        try select("(grantor = \(person) OR grantee = \(person)) AND ended IS NULL", snapshot)
    }

    func revive(_ person: PersonID, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE mandate SET ended = NULL, ending = NULL, dead = NULL WHERE dead = \(person)")
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM mandate WHERE grantor = \(person) OR grantee = \(person)")
    }

    private func select(_ condition: SQL, _ snapshot: Snapshot) throws -> [Mandate] {
        try snapshot.all(
            """
            SELECT id, grantor, number, grantee, instrument, paper, recorder, confirmer, made, begun, until, ended FROM mandate
            WHERE \(condition) ORDER BY id DESC LIMIT 500
            """
        ) { row in
            let (id, grantor): (Int64, PersonID) = (try row["id"], try row["grantor"])
            let (paper, begun, ended): ([UInt8]?, Int64?, Int64?) = (try row["paper"], try row["begun"], try row["ended"])
            guard let instrument = Instrument(rawValue: try row["instrument"]) else {
                throw StorageFault(.shape, "mandate holds an instrument that this program does not know")
            }
            return Mandate(
                id: id, grantor: grantor,
                number: try Personal(row, "number", of: "mandate", id: id, subject: grantor, .mandates), grantee: try row["grantee"],
                instrument: instrument, paper: paper.map { SubjectSealed($0, at: Self.paper(id), subject: grantor, .mandates) },
                recorder: try row["recorder"], confirmer: try row["confirmer"], made: Instant(milliseconds: try row["made"]),
                begun: begun.map { Instant(milliseconds: $0) }, until: Instant(milliseconds: try row["until"]),
                ended: ended.map { Instant(milliseconds: $0) })
        }
    }

    private static func paper(_ id: Int64) -> Cell { Cell(table: "mandate", column: "paper", row: id) }
    private static let lookup = "mandate.number_lookup"
}
