import Civic
import Storage

/// The rows of requests and of what was decided.
struct RequestStore: Sendable {
    let keyring: Keyring

    /// False when somebody has that code already.
    func insert(
        _ request: NewRequest, code: CheckedCode, due: Day?, _ transaction: Transaction
    ) throws -> Int64? {
        try transaction.enter()
        let id = try transaction.newID()
        let words = try request.words.map { try seal($0, "words", id, request.subject, transaction) }
        let purposes = request.purposes.isEmpty ? nil : request.purposes.joined(separator: " ")
        return try transaction.first(
            """
            INSERT INTO rights_request (id, code, subject, kind, purposes, words, trace, is_shown, filed_by, language, filed, due, act,
                representative)
            VALUES (\(id), \(code.plain), \(request.subject), \(request.right.rawValue), \(purposes), \(words), \(request.trace),
                \(request.isShown), \(request.filedBy), \(request.language), \(transaction.now), \(due?.number), \(transaction.act.number),
                \(request.representative))
            ON CONFLICT (code) DO NOTHING RETURNING id
            """) == nil ? nil : id
    }

    func request(_ code: CheckedCode, _ snapshot: Snapshot) throws -> RightsRequest? {
        try snapshot.first("SELECT \(Self.columns) FROM rights_request WHERE code = \(code.plain)").map(request)
    }

    func requests(of person: PersonID, _ snapshot: Snapshot) throws -> [RightsRequest] {
        try snapshot.all("SELECT \(Self.columns) FROM rights_request WHERE subject = \(person) ORDER BY id DESC", request)
    }

    /// What somebody asked in a person's name.
    func requests(of person: PersonID, by representative: PersonID, _ snapshot: Snapshot) throws -> [RightsRequest] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM rights_request WHERE subject = \(person) AND representative = \(representative) ORDER BY id DESC
            """, request)
    }

    /// What somebody asked in the name of others.
    func requests(by representative: PersonID, _ snapshot: Snapshot) throws -> [RightsRequest] {
        try snapshot.all("SELECT \(Self.columns) FROM rights_request WHERE representative = \(representative) ORDER BY id DESC", request)
    }

    /// Those that wait for an answer, by what is due first; those without a term come last, the oldest first.
    func waiting(_ snapshot: Snapshot) throws -> [RightsRequest] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM rights_request WHERE answered IS NULL
            ORDER BY CASE WHEN due IS NULL THEN 1 ELSE 0 END, due, id
            """, request)
    }

    /// Those whose term passed without an answer, the latest first.
    func late(on day: Day, _ snapshot: Snapshot) throws -> [RightsRequest] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM rights_request WHERE answered IS NULL AND is_shown = 1 AND due < \(day.number) ORDER BY due, id
            """, request)
    }

    /// False when the person had complained before, or it was answered.
    func complain(_ id: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE rights_request SET complained = \(transaction.now) WHERE id = \(id) AND complained IS NULL AND answered IS NULL
            """) == 1
    }

    func countWaiting(_ snapshot: Snapshot) throws -> Int {
        try snapshot.value("SELECT COUNT(*) AS n FROM rights_request WHERE answered IS NULL") ?? 0
    }

    func show(_ id: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE rights_request SET is_shown = 1 WHERE id = \(id)")
    }

    func extend(_ request: RightsRequest, to due: Day, reason: String, _ transaction: Transaction) throws -> Bool {
        let sealed = try seal(reason, "extension", request.id, request.subject, transaction)
        return try transaction.execute(
            """
            UPDATE rights_request SET due = \(due.number), extended = \(transaction.now), extension = \(sealed)
            WHERE id = \(request.id) AND answered IS NULL AND extended IS NULL
            """) == 1
    }

    func answer(
        _ request: RightsRequest, _ words: String, _ decisions: [PurposeDecision], erases: Day?, _ transaction: Transaction
    ) throws -> Bool {
        let sealed = try seal(words, "answer", request.id, request.subject, transaction)
        guard
            try transaction.execute(
                """
                UPDATE rights_request SET answered = \(transaction.now), answer = \(sealed), erases = \(erases?.number)
                WHERE id = \(request.id) AND answered IS NULL
                """) == 1
        else { return false }
        for decision in decisions {
            try transaction.execute(
                """
                INSERT INTO rights_decision (id, request, purpose, verdict, article)
                VALUES (\(try transaction.newID()), \(request.id), \(decision.purpose), \(decision.verdict.rawValue), \(decision.article))
                """)
        }
        return true
    }

    func decisions(of request: Int64, _ snapshot: Snapshot) throws -> [PurposeDecision] {
        try snapshot.all("SELECT purpose, verdict, article FROM rights_decision WHERE request = \(request) ORDER BY id") { row in
            guard let verdict = Verdict(rawValue: try row["verdict"]) else {
                throw StorageFault(.shape, "rights_decision holds a verdict that this program does not know")
            }
            return PurposeDecision(purpose: try row["purpose"], verdict: verdict, article: try row["article"])
        }
    }

    /// Answered requests whose granted erasure is due.
    func toErase(on day: Day, _ snapshot: Snapshot) throws -> [RightsRequest] {
        try snapshot.all("SELECT \(Self.columns) FROM rights_request WHERE erases <= \(day.number) ORDER BY id", request)
    }

    /// The erasure was carried out, or the person changed their mind.
    func finish(_ id: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE rights_request SET erases = NULL WHERE id = \(id)")
    }

    /// What was written goes; that something was asked and answered, and when, stays for the totals.
    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute(
            """
            UPDATE rights_request SET words = NULL, answer = NULL, extension = NULL, erases = NULL
            WHERE subject = \(person)
                AND (words IS NOT NULL OR answer IS NOT NULL OR extension IS NOT NULL OR erases IS NOT NULL)
            """)
    }

    private func seal(_ text: String, _ column: String, _ id: Int64, _ person: PersonID, _ transaction: Transaction) throws -> [UInt8] {
        try SubjectKeyStore(keyring: keyring).key(of: person, transaction)
            .seal(text, at: Cell(table: "rights_request", column: column, row: id))
    }
}
