import Civic
import Storage

/// What happened in each run, never changed afterwards.
struct RunEventStore: Sendable {
    let keyring: Keyring

    func insert(
        _ kind: RunEvent.Kind, of run: Int64, about person: PersonID, staff: Int64? = nil, stage: String? = nil, words: String? = nil,
        _ transaction: Transaction
    ) throws {
        let id = try transaction.newID()
        let sealed = try words.map { try SubjectKeyStore(keyring: keyring).key(of: person, transaction).seal($0, at: Self.cell(id)) }
        try transaction.execute(
            """
            INSERT INTO procedure_event (id, procedure, subject, kind, at, staff, stage, words)
            VALUES (\(id), \(run), \(person), \(kind.rawValue), \(transaction.now), \(staff), \(stage), \(sealed))
            """)
    }

    /// The oldest first.
    func all(of run: ProcedureRun, _ snapshot: Snapshot) throws -> [RunEvent] {
        try snapshot.all(
            "SELECT id, kind, at, staff, stage, words FROM procedure_event WHERE procedure = \(run.id) ORDER BY at, id LIMIT 500"
        ) {
            row in
            let (id, words): (Int64, [UInt8]?) = (try row["id"], try row["words"])
            guard let kind = RunEvent.Kind(rawValue: try row["kind"]) else { throw StorageFault(.shape, "an event of no known kind") }
            return RunEvent(
                id: id, kind: kind, at: Instant(milliseconds: try row["at"]), staff: try row["staff"], stage: try row["stage"],
                words: words.map { SubjectSealed($0, at: Self.cell(id), subject: run.subject, .procedures) })
        }
    }

    private static func cell(_ id: Int64) -> Cell { Cell(table: "procedure_event", column: "words", row: id) }
}
