import Civic
import Storage

/// All rows of runs. What is in them opens with a disclosure.
struct RunStore: Sendable {
    let keyring: Keyring

    static let columns: SQL = """
        id, code, service, version, subject, revision, begun, touched, interaction, agent, filed, stage, stage_since, due, owner, holder,
        paused, outcome, provisional, decided, decider, automatic, appealed, appeal_answered,
        notified, overdue, denounced, certified, referred, received, authority, requested,
        awaited, place
        """

    struct Beginning: Sendable {
        let service: String
        let version: Int
        let subject: PersonID
        let interaction: InteractionID
        let agent: Int64?
        let state: String
    }

    func insert(_ code: CheckedCode, as id: Int64, _ new: Beginning, _ transaction: Transaction) throws -> Int64 {
        try transaction.execute(
            """
            INSERT INTO procedure_run (id, code, service, version, subject, state, revision, begun, touched, interaction, agent,
                provisional, automatic)
            VALUES (\(id), \(code.plain), \(new.service), \(new.version), \(new.subject),
                \(try seal(new.state, "state", id, new.subject, transaction)), 0, \(transaction.now), \(transaction.now),
                \(new.interaction), \(new.agent), 0, 0)
            """)
        return id
    }

    func run(_ code: CheckedCode, _ snapshot: Snapshot) throws -> ProcedureRun? {
        try snapshot.first("SELECT \(Self.columns) FROM procedure_run WHERE code = \(code.plain)").map(Self.run)
    }

    /// In no order.
    func runs(_ ids: [Int64], _ snapshot: Snapshot) throws -> [ProcedureRun] {
        guard !ids.isEmpty else { return [] }
        return try snapshot.all("SELECT \(Self.columns) FROM procedure_run WHERE id IN (\(list: ids))", Self.run)
    }

    func code(of run: Int64, _ snapshot: Snapshot) throws -> CheckedCode? {
        let code: String? = try snapshot.value("SELECT code FROM procedure_run WHERE id = \(run)")
        return code.flatMap { CheckedCode(typed: $0) }
    }

    /// Of any of a person's records, the one touched last first.
    func all(of records: [PersonID], _ snapshot: Snapshot) throws -> [ProcedureRun] {
        try snapshot.all(
            "SELECT \(Self.columns) FROM procedure_run WHERE subject IN (\(list: records)) ORDER BY touched DESC, id DESC LIMIT 200",
            Self.run)
    }

    /// Decided cases of a service, by their number, after one of them.
    func decided(_ service: String, after: Int64, limit: Int, _ snapshot: Snapshot) throws -> [ProcedureRun] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE service = \(service) AND decided IS NOT NULL AND id > \(after)
            ORDER BY id LIMIT \(limit)
            """, Self.run)
    }

    /// What waits for a role, the nearest term first; of local services what waits in this comuna or in none that is
    /// known, and what somebody has in hand.
    func waiting(for owners: [String], at place: CommuneCode?, heldBy staff: Int64?, _ snapshot: Snapshot) throws -> [ProcedureRun] {
        guard !owners.isEmpty else { return [] }
        return try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE owner IN (\(list: owners))
                AND (place IS NULL OR place = \(place?.description ?? "") OR holder = \(staff))
            ORDER BY CASE WHEN denounced IS NULL THEN 1 ELSE 0 END, COALESCE(due, 99999999), filed, id LIMIT 500
            """, Self.run)
    }

    /// Filed cases that wait for a register, and that nobody has in hand, not tried since; those tried longest ago first.
    func provisional(before start: Instant, limit: Int, _ snapshot: Snapshot) throws -> [ProcedureRun] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE provisional = 1 AND filed IS NOT NULL AND decided IS NULL AND holder IS NULL
                AND COALESCE(tried, 0) < \(start.milliseconds)
            ORDER BY COALESCE(tried, 0), filed, id LIMIT \(limit)
            """, Self.run)
    }

    func setTried(_ run: ProcedureRun, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE procedure_run SET tried = \(transaction.now) WHERE id = \(run.id)")
    }

    func setProvisional(_ run: ProcedureRun, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE procedure_run SET provisional = 1 WHERE id = \(run.id)")
    }

    func setVerified(_ run: ProcedureRun, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE procedure_run SET provisional = 0 WHERE id = \(run.id)")
    }

    /// Since when something is asked of its person.
    func setAwaited(_ run: ProcedureRun, _ isAwaited: Bool, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE procedure_run SET awaited = \(isAwaited ? transaction.now : nil) WHERE id = \(run.id)")
    }

    func state(of run: ProcedureRun, _ snapshot: Snapshot) throws -> SubjectSealed { try sealed("state", run, snapshot) }

    func decision(of run: ProcedureRun, _ snapshot: Snapshot) throws -> SubjectSealed? {
        run.decided == nil || run.outcome == .withdrawn ? nil : try sealed("decision", run, snapshot)
    }

    private func sealed(_ column: String, _ run: ProcedureRun, _ snapshot: Snapshot) throws -> SubjectSealed {
        let name: SQL = column == "state" ? "state" : "decision"
        guard let row = try snapshot.first("SELECT \(name) AS sealed FROM procedure_run WHERE id = \(run.id)") else { throw NotFound() }
        return SubjectSealed(
            try row["sealed"], at: Cell(table: "procedure_run", column: column, row: run.id), subject: run.subject, .procedures)
    }

    /// False when the run moved on meanwhile.
    func save(_ state: String, _ revision: Int, of run: ProcedureRun, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET state = \(try seal(state, "state", run.id, run.subject, transaction)), revision = \(revision),
                touched = \(transaction.now)
            WHERE id = \(run.id) AND revision = \(run.revision)
                AND (decided IS NULL OR (appealed IS NOT NULL AND appeal_answered IS NULL))
            """) == 1
    }

    func setPlace(_ run: ProcedureRun, _ place: CommuneCode, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE procedure_run SET place = \(place.description) WHERE id = \(run.id)")
    }

    func file(_ run: ProcedureRun, isProvisional: Bool, at place: CommuneCode?, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET filed = \(transaction.now), provisional = \(isProvisional ? 1 : 0), place = \(place?.description), touched = \(transaction.now)
            WHERE id = \(run.id) AND filed IS NULL
            """) == 1
    }

    func move(_ run: Int64, to stage: String, owner: String?, due: Day?, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_run SET stage = \(stage), stage_since = \(transaction.now), owner = \(owner), due = \(due?.number), holder = NULL,
                \(Self.newTerm), touched = \(transaction.now)
            WHERE id = \(run)
            """)
    }

    func take(_ run: ProcedureRun, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET holder = \(staff) WHERE id = \(run.id) AND owner IS NOT NULL
                AND (holder IS NULL OR holder = \(staff))
            """) == 1
    }

    /// `decider` is nil for what the service granted by itself.
    func decide(
        _ run: ProcedureRun, _ outcome: ProcedureRun.Outcome, _ decision: String, by decider: Int64?, as authority: String? = nil,
        _ transaction: Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET outcome = \(outcome.rawValue), decided = \(transaction.now), decider = \(decider),
                authority = \(authority), automatic = \(decider == nil && outcome == .granted ? 1 : 0), owner = NULL, due = NULL, paused = NULL, requested = NULL, awaited = NULL,
                decision = \(try seal(decision, "decision", run.id, run.subject, transaction)), touched = \(transaction.now)
            WHERE id = \(run.id) AND decided IS NULL
            """) == 1
    }

    /// False when it was not refused, or was appealed before.
    func appeal(_ run: ProcedureRun, to owner: String?, due: Day, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET appealed = \(transaction.now), owner = \(owner), due = \(due.number), holder = NULL,
                \(Self.newTerm), touched = \(transaction.now)
            WHERE id = \(run.id) AND outcome IN ('granted', 'refused') AND appealed IS NULL
            """) == 1
    }

    /// Answers an appeal: the refusal stays, or what was refused is granted, by another than who refused it.
    func answerAppeal(
        _ run: ProcedureRun, _ outcome: ProcedureRun.Outcome, _ decision: String, by decider: Int64, as authority: String?,
        _ transaction: Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET outcome = \(outcome.rawValue), decider = \(decider), authority = \(authority), appeal_answered = \(transaction.now), owner = NULL,
                due = NULL, awaited = NULL, notified = NULL, decision = \(try seal(decision, "decision", run.id, run.subject, transaction)), touched = \(transaction.now)
            WHERE id = \(run.id) AND appealed IS NOT NULL AND appeal_answered IS NULL AND (decider IS NULL OR decider <> \(decider))
            """) == 1
    }

    /// Its person takes it back.
    func withdraw(_ run: ProcedureRun, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET outcome = 'withdrawn', decided = \(transaction.now), owner = NULL, holder = NULL, due = NULL,
                paused = NULL, requested = NULL, awaited = NULL, touched = \(transaction.now)
            WHERE id = \(run.id) AND filed IS NOT NULL AND decided IS NULL
            """) == 1
    }

    /// Back to the queue, out of whoever's hands.
    func release(_ run: ProcedureRun, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE procedure_run SET holder = NULL WHERE id = \(run.id) AND holder IS NOT NULL AND owner IS NOT NULL") == 1
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM procedure_event WHERE subject = \(person)")
            + transaction.execute("DELETE FROM procedure_run WHERE subject = \(person)")
    }

    private func seal(_ text: String, _ column: String, _ id: Int64, _ person: PersonID, _ transaction: Transaction) throws -> [UInt8] {
        try SubjectKeyStore(keyring: keyring).key(of: person, transaction).seal(
            text, at: Cell(table: "procedure_run", column: column, row: id))
    }

    static func run(_ row: Row) throws -> ProcedureRun {
        func moment(_ column: String) throws -> Instant? {
            let at: Int64? = try row[column]
            return at.map { Instant(milliseconds: $0) }
        }
        func day(_ column: String) throws -> Day? {
            let number: Int? = try row[column]
            return number.map { Day(number: $0) }
        }
        guard let code = CheckedCode(typed: try row["code"] as String) else { throw StorageFault(.shape, "a run has a code that is none") }
        let outcome: String? = try row["outcome"]
        let (provisional, automatic): (Int, Int) = (try row["provisional"], try row["automatic"])
        return ProcedureRun(
            id: try row["id"], code: code, service: try row["service"], version: try row["version"], subject: PersonID(try row["subject"]),
            revision: try row["revision"], begun: Instant(milliseconds: try row["begun"]),
            touched: Instant(milliseconds: try row["touched"]),
            interaction: InteractionID(try row["interaction"]), agent: try row["agent"], filed: try moment("filed"),
            stage: try row["stage"],
            stageSince: try moment("stage_since"), due: try day("due"), owner: try row["owner"], holder: try row["holder"],
            paused: try moment("paused"), requested: try day("requested"), awaited: try moment("awaited"),
            outcome: outcome.flatMap { ProcedureRun.Outcome(rawValue: $0) },
            isProvisional: provisional == 1,
            decided: try moment("decided"), decider: try row["decider"], isAutomatic: automatic == 1,
            appealed: try moment("appealed"), appealAnswered: try moment("appeal_answered"), notified: try day("notified"),
            overdue: try day("overdue"), denounced: try day("denounced"), certified: try day("certified"),
            referred: try row["referred"], received: try moment("received"),
            place: (try row["place"] as String?).flatMap { CommuneCode($0) }, authority: try row["authority"])
    }
}
