import Civic
@_spi(Disclosure) import Storage

/// The rows of petitions. What was written opens only together with the entry of the audit that says who read it.
struct PetitionStore: Sendable {
    let keyring: Keyring

    private static let columns: SQL = """
        id, code, kind, interaction, received, due, holder, author, answered, satisfaction,
        CASE WHEN contact IS NULL THEN 0 ELSE 1 END AS has_contact
        """

    func insert(
        _ code: CheckedCode, _ sent: SentPetition, interaction: InteractionID, due: Day, _ transaction: Transaction
    ) throws -> Int64 {
        let id = try transaction.newID()
        let contact = try sent.contact.map { try keyring.seal($0, at: Self.cell("contact", id)) }
        try transaction.execute(
            """
            INSERT INTO petition (id, code, kind, words, contact, interaction, received, due)
            VALUES (\(id), \(code.plain), \(sent.kind.rawValue), \(try keyring.seal(sent.words, at: Self.cell("words", id))), \(contact),
                \(interaction), \(transaction.now), \(due.number))
            """)
        return id
    }

    func petition(_ code: CheckedCode, _ snapshot: Snapshot) throws -> Petition? {
        try snapshot.first("SELECT \(Self.columns) FROM petition WHERE code = \(code.plain)").map(Self.petition)
    }

    /// The number of the row, to hold it; nil when there is none.
    func number(_ code: CheckedCode, _ snapshot: Snapshot) throws -> Int64? {
        try snapshot.value("SELECT id FROM petition WHERE code = \(code.plain)")
    }

    /// Those that wait for an answer, the nearest term first.
    func open(_ snapshot: Snapshot) throws -> [Petition] {
        try snapshot.all(
            "SELECT \(Self.columns) FROM petition WHERE answered IS NULL ORDER BY due, received, id LIMIT 500", Self.petition)
    }

    /// False when somebody else took it meanwhile.
    func take(_ petition: Petition, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE petition SET holder = \(staff) WHERE id = \(petition.id) AND answered IS NULL AND (holder IS NULL OR holder = \(staff))"
        ) == 1
    }

    func draft(_ text: String, of petition: Petition, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE petition SET draft = \(try keyring.seal(text, at: Self.cell("draft", petition.id))), author = \(staff)
            WHERE id = \(petition.id) AND answered IS NULL AND holder = \(staff)
            """) == 1
    }

    /// Sends it back to who wrote it.
    func reject(_ petition: Petition, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE petition SET draft = NULL, author = NULL WHERE id = \(petition.id) AND answered IS NULL") == 1
    }

    func answer(
        _ text: String, _ petition: Petition, author: Int64, approver: Int64?, _ transaction: Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE petition SET answer = \(try keyring.seal(text, at: Self.cell("answer", petition.id))), author = \(author),
                draft = COALESCE(draft, \(try keyring.seal(text, at: Self.cell("draft", petition.id)))), approver = \(approver),
                answered = \(transaction.now)
            WHERE id = \(petition.id) AND answered IS NULL
            """) == 1
    }

    func rate(_ petition: Petition, _ satisfaction: Int, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE petition SET satisfaction = \(satisfaction)
            WHERE id = \(petition.id) AND answered IS NOT NULL AND satisfaction IS NULL
            """) == 1
    }

    /// What stands in one of its sealed columns; nil when there is nothing.
    func words(_ column: Column, of petition: Petition, _ snapshot: Snapshot) throws -> String? {
        let row: Row? =
            switch column {
            case .words: try snapshot.first("SELECT words FROM petition WHERE id = \(petition.id)")
            case .contact: try snapshot.first("SELECT contact FROM petition WHERE id = \(petition.id) AND contact IS NOT NULL")
            case .draft: try snapshot.first("SELECT draft FROM petition WHERE id = \(petition.id) AND draft IS NOT NULL")
            case .answer: try snapshot.first("SELECT answer FROM petition WHERE id = \(petition.id) AND answer IS NOT NULL")
            }
        guard let row else { return nil }
        return try Sealed(row, column.rawValue, of: "petition", id: petition.id).open(with: keyring)
    }

    enum Column: String { case words, contact, draft, answer }

    /// Forgets those that were answered before a moment. Gives back how many.
    func sweep(answeredBefore: Instant, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM petition WHERE answered IS NOT NULL AND answered < \(answeredBefore.milliseconds)")
    }

    private static func petition(_ row: Row) throws -> Petition {
        guard let code = CheckedCode(typed: try row["code"] as String), let kind = Petition.Kind(rawValue: try row["kind"]) else {
            throw StorageFault(.shape, "a petition has a code or a kind that is none")
        }
        let (holder, author, answered): (Int64?, Int64?, Int64?) = (try row["holder"], try row["author"], try row["answered"])
        return Petition(
            id: try row["id"], code: code, kind: kind,
            state: answered != nil ? .answered : author != nil ? .drafted : holder != nil ? .taken : .received,
            received: Instant(milliseconds: try row["received"]), due: Day(number: try row["due"]), holder: holder, author: author,
            answered: answered.map(Instant.init(milliseconds:)),
            satisfaction: try row["satisfaction"], interaction: InteractionID(try row["interaction"]), hasContact: try row["has_contact"])
    }

    private static func cell(_ column: String, _ id: Int64) -> Cell { Cell(table: "petition", column: column, row: id) }
}
