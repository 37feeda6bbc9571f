import Civic
import Ports
import Storage

/// Answers about identity cards.
struct PresenceStore: Sendable {
    func insert(
        _ answer: DocumentRegister.Answer, of person: PersonID, at interaction: InteractionID, _ staff: Int64, register: String,
        _ transaction: Transaction
    ) throws -> Int64 {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO document_check (id, person, interaction, staff, register, answer, at)
            VALUES (\(id), \(person), \(interaction), \(staff), \(register), \(answer.rawValue), \(transaction.now))
            """)
        return id
    }

    /// Removes what was asked about a person, and gives back how much it was.
    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM document_check WHERE person = \(person)")
    }

    func checks(of person: PersonID, _ snapshot: Snapshot) throws -> [DocumentCheck] {
        try snapshot.all("SELECT register, answer, at FROM document_check WHERE person = \(person) ORDER BY id DESC") { row in
            guard let answer = DocumentRegister.Answer(rawValue: try row["answer"]) else {
                throw StorageFault(.shape, "document_check holds an answer that this program does not know")
            }
            return DocumentCheck(register: try row["register"], answer: answer, at: Instant(milliseconds: try row["at"]))
        }
    }
}

/// What a register said of a person's card.
struct DocumentCheck: Sendable, Hashable {
    let register: String
    let answer: DocumentRegister.Answer
    let at: Instant
}
