import Civic
import Storage

/// What agents noted of attentions, each under the key of whom it is about.
struct NoteStore: Sendable {
    let keyring: Keyring

    struct Note: Sendable {
        let interaction: InteractionID
        let staff: Int64
        let at: Instant
        let text: SubjectSealed
    }

    func insert(
        _ text: String, at interaction: InteractionID, about person: PersonID, by staff: Int64, _ transaction: Transaction
    ) throws {
        let id = try transaction.newID()
        let sealed = try SubjectKeyStore(keyring: keyring).key(of: person, transaction).seal(text, at: Self.cell(id))
        try transaction.execute(
            """
            INSERT INTO attention_note (id, interaction, subject, staff, note, at)
            VALUES (\(id), \(interaction), \(person), \(staff), \(sealed), \(transaction.now))
            """)
    }

    /// The newest first.
    func all(of person: PersonID, _ snapshot: Snapshot) throws -> [Note] { try all(under: [person], snapshot) }

    /// Those under any of some records, the newest first.
    func all(under records: [PersonID], _ snapshot: Snapshot) throws -> [Note] {
        try snapshot.all(
            """
            SELECT id, interaction, subject, staff, note, at FROM attention_note WHERE subject IN (\(list: records))
            ORDER BY at DESC, id DESC LIMIT 1000
            """
        ) { row in
            Note(
                interaction: InteractionID(try row["interaction"]), staff: try row["staff"], at: Instant(milliseconds: try row["at"]),
                text: SubjectSealed(try row["note"], at: Self.cell(try row["id"]), subject: PersonID(try row["subject"]), .notes))
        }
    }

    /// Keeps what is being written at a contact in the place of what was; nothing takes it away.
    func keep(draft: String, at interaction: InteractionID, about person: PersonID, _ transaction: Transaction) throws {
        if draft.isEmpty { return try forget(draftAt: interaction, transaction) }
        let sealed = try SubjectKeyStore(keyring: keyring).key(of: person, transaction).seal(draft, at: Self.draftCell(interaction))
        try transaction.execute(
            """
            INSERT INTO attention_draft (id, subject, note, at) VALUES (\(interaction), \(person), \(sealed), \(transaction.now))
            ON CONFLICT (id) DO UPDATE SET note = excluded.note, at = excluded.at
            """)
    }

    func draft(at interaction: InteractionID, about person: PersonID, _ snapshot: Snapshot) throws -> SubjectSealed? {
        try snapshot.first("SELECT note FROM attention_draft WHERE id = \(interaction) AND subject = \(person)").map {
            SubjectSealed(try $0["note"], at: Self.draftCell(interaction), subject: person, .notes)
        }
    }

    func forget(draftAt interaction: InteractionID, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM attention_draft WHERE id = \(interaction)")
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM attention_note WHERE subject = \(person)")
            + transaction.execute("DELETE FROM attention_draft WHERE subject = \(person)")
    }

    private static func draftCell(_ interaction: InteractionID) -> Cell {
        Cell(table: "attention_draft", column: "note", row: interaction.number)
    }

    private static func cell(_ id: Int64) -> Cell { Cell(table: "attention_note", column: "note", row: id) }
}
