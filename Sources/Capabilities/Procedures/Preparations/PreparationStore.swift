import Civic
import Storage

/// The rows of what institutions prepared. The number that an institution gave is found by its digest.
struct PreparationStore: Sendable {
    let keyring: Keyring

    private static let numberDigest = "procedure_preparation.number_digest"
    private static let columns: SQL = "id, institution, service, subject, prepared, ends, declined, run, answers"
    private static let contentDigest = "procedure_preparation.content_digest"

    func find(_ institution: String, _ number: String, _ snapshot: Snapshot) throws -> Preparation? {
        try snapshot.first(
            """
            SELECT \(Self.columns) FROM procedure_preparation
            WHERE number_digest IN (\(list: keyring.lookups(Self.full(institution, number), in: Self.numberDigest)))
            """
        ).map(Self.preparation)
    }

    /// Those that wait for any of these records, the newest first.
    func waiting(for records: [PersonID], on day: Day, _ snapshot: Snapshot) throws -> [Preparation] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_preparation
            WHERE subject IN (\(list: records)) AND declined IS NULL AND run IS NULL AND ends >= \(day.number) ORDER BY id DESC LIMIT 100
            """, Self.preparation)
    }

    func all(of person: PersonID, _ snapshot: Snapshot) throws -> [Preparation] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_preparation
            WHERE subject = \(person) ORDER BY id
            """, Self.preparation)
    }

    enum Fate { case inserted, repeated, different }

    /// Sent before with the same content it is repeated; with another one nothing is written.
    func insert(
        _ institution: String, _ number: String, _ service: String, of person: PersonID, ends: Day, answers: String,
        _ transaction: Transaction
    ) throws -> Fate {
        let content = "\(service)\u{0}\(person.number)\u{0}\(answers)"
        if let known = try find(institution, number, transaction) {
            return try transaction.first(
                """
                SELECT id FROM procedure_preparation
                WHERE id = \(known.id) AND content_digest IN (\(list: keyring.lookups(content, in: Self.contentDigest)))
                """) == nil ? .different : .repeated
        }
        let id = try transaction.newID()
        let sealed = try SubjectKeyStore(keyring: keyring).key(of: person, transaction).seal(
            answers, at: Cell(table: "procedure_preparation", column: "answers", row: id))
        try transaction.execute(
            """
            INSERT INTO procedure_preparation (id, institution, number_digest, content_digest, service, subject, prepared, ends, answers)
            VALUES (\(id), \(institution), \(keyring.lookup(Self.full(institution, number), in: Self.numberDigest)),
                \(keyring.lookup(content, in: Self.contentDigest)), \(service), \(person), \(transaction.now), \(ends.number), \(sealed))
            """)
        return .inserted
    }

    /// False when it no longer waits.
    func decline(_ id: Int64, of records: [PersonID], _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_preparation SET declined = \(transaction.now)
            WHERE id = \(id) AND subject IN (\(list: records)) AND declined IS NULL AND run IS NULL
            """) == 1
    }

    /// All that wait for its person and its service are done with once a run is filed.
    func use(in run: ProcedureRun, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_preparation SET run = \(run.id)
            WHERE subject = \(run.subject) AND service = \(run.service) AND declined IS NULL AND run IS NULL
            """)
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM procedure_preparation WHERE subject = \(person)")
    }

    private static func full(_ institution: String, _ number: String) -> String { "\(institution)\u{0}\(number)" }

    private static func preparation(_ row: Row) throws -> Preparation {
        let (id, subject): (Int64, PersonID) = (try row["id"], PersonID(try row["subject"]))
        let declined: Int64? = try row["declined"]
        return Preparation(
            id: id, institution: try row["institution"], service: try row["service"], subject: subject,
            prepared: Instant(milliseconds: try row["prepared"]), ends: Day(number: try row["ends"]),
            declined: declined.map { Instant(milliseconds: $0) }, run: try row["run"],
            answers: SubjectSealed(
                try row["answers"], at: Cell(table: "procedure_preparation", column: "answers", row: id), subject: subject, .procedures))
    }
}
