import Civic
import Storage

/// Questions to persons, and what they said.
struct ApprovalStore: Sendable {
    func insert(
        of person: PersonID, at interaction: InteractionID, _ staff: Int64, until: Instant, _ transaction: Transaction
    ) throws -> Approval {
        let (id, code) = (try transaction.newID(), Approval.newCode())
        try transaction.execute(
            """
            INSERT INTO approval (id, code, person, interaction, staff, asked, until)
            VALUES (\(id), \(code), \(person), \(interaction), \(staff), \(transaction.now), \(until.milliseconds))
            """)
        return Approval(
            id: id, code: code, person: person, interaction: interaction, staff: staff, asked: Instant(milliseconds: transaction.now),
            until: until, answer: nil)
    }

    func answer(_ id: Int64, _ answer: Approval.Answer, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE approval SET answer = \(answer.rawValue), answered = \(transaction.now) WHERE id = \(id) AND answer IS NULL")
    }

    func approval(_ code: String, _ snapshot: Snapshot) throws -> Approval? { try all("code = \(code)", snapshot).first }

    func waiting(at interaction: InteractionID, _ snapshot: Snapshot) throws -> Approval? {
        try all("interaction = \(interaction) AND answer IS NULL", snapshot).first
    }

    func waiting(for person: PersonID, at now: Instant, _ snapshot: Snapshot) throws -> [Approval] {
        try all("person = \(person) AND answer IS NULL AND until > \(now.milliseconds)", snapshot)
    }

    func last(at interaction: InteractionID, _ snapshot: Snapshot) throws -> Approval? {
        try all("interaction = \(interaction)", snapshot).first
    }

    func all(of person: PersonID, _ snapshot: Snapshot) throws -> [Approval] { try all("person = \(person)", snapshot) }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM approval WHERE person = \(person)")
    }

    private func all(_ condition: SQL, _ snapshot: Snapshot) throws -> [Approval] {
        try snapshot.all(
            """
            SELECT id, code, person, interaction, staff, asked, until, answer FROM approval WHERE \(condition) ORDER BY id DESC LIMIT 100
            """
        ) { row in
            let answer: String? = try row["answer"]
            return Approval(
                id: try row["id"], code: try row["code"], person: PersonID(try row["person"]),
                interaction: InteractionID(try row["interaction"]), staff: try row["staff"],
                asked: Instant(milliseconds: try row["asked"]), until: Instant(milliseconds: try row["until"]),
                answer: answer.flatMap(Approval.Answer.init(rawValue:)))
        }
    }
}
