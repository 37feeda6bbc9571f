import Civic
import Storage

/// The rows of notices.
struct NoticeStore: Sendable {
    let keyring: Keyring

    func insert(_ told: ToldText, from: Instant?, for person: PersonID, _ transaction: Transaction) throws -> Int64 {
        try transaction.enter()
        let id = try transaction.newID()
        let sealed = try SubjectKeyStore(keyring: keyring).key(of: person, transaction).seal(try told.sealable, at: Self.cell(id))
        try transaction.execute(
            """
            INSERT INTO notice (id, subject, told, made, visible, act)
            VALUES (\(id), \(person), \(sealed), \(transaction.now), \(max(transaction.now, from?.milliseconds ?? 0)),
                \(transaction.act.number))
            """)
        return id
    }

    /// Those that may be seen, the newest first. `before` is the id of the last one that was read already; nothing after a stop.
    func visible(to person: PersonID, at now: Int64, before: Int64? = nil, limit: Int, _ snapshot: Snapshot) throws -> [KeptNotice] {
        try select(person, "\(shown(now)) AND \(before.map { "id < \($0)" as SQL } ?? "1 = 1")", limit, snapshot)
    }

    /// One that may be seen; nil when there is none, or it is somebody else's.
    func visible(_ id: Int64, to person: PersonID, at now: Int64, _ snapshot: Snapshot) throws -> KeptNotice? {
        try select(person, "\(shown(now)) AND id = \(id)", 1, snapshot).first
    }

    func unread(of person: PersonID, at now: Int64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.value("SELECT COUNT(*) AS n FROM notice WHERE subject = \(person) AND \(shown(now)) AND opened IS NULL") ?? 0
    }

    /// All that are kept of the person, seen or not.
    func all(of person: PersonID, _ snapshot: Snapshot) throws -> [KeptNotice] { try select(person, "1 = 1", 100_000, snapshot) }

    func open(_ id: Int64, of person: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE notice SET opened = \(transaction.now) WHERE id = \(id) AND subject = \(person) AND opened IS NULL") == 1
    }

    /// Marks all that may be seen, and gives back how many were new.
    func openAll(of person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute(
            """
            UPDATE notice SET opened = \(transaction.now)
            WHERE subject = \(person) AND \(shown(transaction.now)) AND opened IS NULL
            """)
    }

    func stop(_ person: PersonID, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO notice_stop (id, subject, since) VALUES (\(try transaction.newID()), \(person), \(transaction.now))
            ON CONFLICT (subject) DO NOTHING
            """)
    }

    func resume(_ person: PersonID, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM notice_stop WHERE subject = \(person)")
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM notice_stop WHERE subject = \(person)")
            + transaction.execute("DELETE FROM notice WHERE subject = \(person)")
    }

    private func shown(_ now: Int64) -> SQL {
        "visible <= \(now) AND NOT EXISTS (SELECT 1 FROM notice_stop WHERE notice_stop.subject = notice.subject)"
    }

    private func select(_ person: PersonID, _ condition: SQL, _ limit: Int, _ snapshot: Snapshot) throws -> [KeptNotice] {
        try snapshot.all(
            """
            SELECT id, told, made, visible, opened FROM notice WHERE subject = \(person) AND \(condition) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            let id: Int64 = try row["id"]
            let opened: Int64? = try row["opened"]
            return KeptNotice(
                id: id, told: SubjectSealed(try row["told"], at: Self.cell(id), subject: person, .notices),
                made: Instant(milliseconds: try row["made"]), visible: Instant(milliseconds: try row["visible"]),
                opened: opened.map { Instant(milliseconds: $0) })
        }
    }

    private static func cell(_ id: Int64) -> Cell { Cell(table: "notice", column: "told", row: id) }
}

extension PersonalField {
    /// What the person was told in their own place.
    public static let notices: PersonalField = "notices"
}
