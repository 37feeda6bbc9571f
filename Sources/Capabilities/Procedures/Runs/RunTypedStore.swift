import Civic
import Foundation
import Storage

/// What somebody was typing when their session ended.
struct TypedAnswer: Sendable {
    let procedure: Int64
    let question: String
    /// Which of a list it belongs to, from one; nil for a new one, or no list.
    let place: Int?
    let fields: SubjectSealed
    let at: Instant

    /// What was typed into one field.
    struct Field: Codable, Sendable {
        let name: String
        let value: String
    }

    /// For so long it waits, in milliseconds.
    static let term: Int64 = 86_400_000
    /// The most that is kept, in bytes.
    static let most = 32_768
}

/// One for each run, the last.
struct RunTypedStore: Sendable {
    let keyring: Keyring

    func keep(
        _ fields: [TypedAnswer.Field], _ question: String, place: Int?, of run: ProcedureRun, _ transaction: Transaction
    ) throws {
        try drop(run.id, transaction)
        let id = try transaction.newID()
        let text = String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
        let sealed = try SubjectKeyStore(keyring: keyring).key(of: run.subject, transaction).seal(text, at: Self.cell(id))
        try transaction.execute(
            """
            INSERT INTO procedure_typed (id, procedure, subject, question, place, fields, at)
            VALUES (\(id), \(run.id), \(run.subject), \(question), \(place), \(sealed), \(transaction.now))
            """)
    }

    func typed(of run: ProcedureRun, since: Int64, _ snapshot: Snapshot) throws -> TypedAnswer? {
        try snapshot.first(
            "SELECT id, procedure, question, place, fields, at FROM procedure_typed WHERE procedure = \(run.id) AND at > \(since)"
        ).map { row in
            TypedAnswer(
                procedure: try row["procedure"], question: try row["question"], place: try row["place"],
                fields: SubjectSealed(try row["fields"], at: Self.cell(try row["id"]), subject: run.subject, .procedures),
                at: Instant(milliseconds: try row["at"]))
        }
    }

    func drop(_ run: Int64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM procedure_typed WHERE procedure = \(run)")
    }

    func sweep(before moment: Int64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM procedure_typed WHERE at <= \(moment)")
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM procedure_typed WHERE subject = \(person)")
    }

    private static func cell(_ id: Int64) -> Cell { Cell(table: "procedure_typed", column: "fields", row: id) }
}
