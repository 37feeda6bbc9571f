import Civic
@_spi(Disclosure) import Storage

/// Looks behind broken glass.
struct GlassStore: Sendable {
    let keyring: Keyring

    func insert(
        _ person: PersonID, _ staff: Int64, _ grounds: GlassDesk.Grounds, until: Instant, tell: Instant, due: Day,
        _ transaction: Transaction
    ) throws -> Int64 {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO glass (id, person, staff, reason, opened, until, tell, delay, due)
            VALUES (\(id), \(person), \(staff), \(try seal(grounds.reason, "reason", id)), \(transaction.now), \(until.milliseconds),
                \(tell.milliseconds), \(try grounds.delay.map { try seal($0.reason, "delay", id) }), \(due.number))
            """)
        return id
    }

    /// Ends what had its time, so that the same may be opened anew.
    func endPast(of staff: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE glass SET ended = until WHERE staff = \(staff) AND ended IS NULL AND until <= \(transaction.now)")
    }

    func open(of staff: Int64, _ person: PersonID, _ snapshot: Snapshot) throws -> Int64? {
        try snapshot.value("SELECT id FROM glass WHERE staff = \(staff) AND person = \(person) AND ended IS NULL")
    }

    func overdue(of staff: Int64, on day: Day, _ snapshot: Snapshot) throws -> Int {
        try snapshot.value(
            "SELECT COUNT(*) AS n FROM glass WHERE staff = \(staff) AND reviewer IS NULL AND due < \(day.number)") ?? 0
    }

    func review(
        _ id: Int64, _ staff: Int64, _ verdict: GlassLook.Verdict, _ remark: String, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE glass SET reviewer = \(staff), reviewed = \(transaction.now), verdict = \(verdict.rawValue),
                remark = \(try seal(remark, "remark", id)) WHERE id = \(id) AND reviewer IS NULL
            """)
    }

    func look(_ id: Int64, _ snapshot: Snapshot) throws -> GlassLook? { try looks("id = \(id)", "id", snapshot).first }

    func looks(of staff: Int64, _ snapshot: Snapshot) throws -> [GlassLook] { try looks("staff = \(staff)", "id DESC", snapshot) }

    func looks(at person: PersonID, _ snapshot: Snapshot) throws -> [GlassLook] { try looks("person = \(person)", "id DESC", snapshot) }

    func waiting(_ snapshot: Snapshot) throws -> [GlassLook] { try looks("reviewer IS NULL", "due, id", snapshot) }

    /// Opens the reasons. Whoever calls it has left the trace.
    func grounds(_ id: Int64, _ snapshot: Snapshot) throws -> GlassDesk.Grounds {
        guard let row = try snapshot.first("SELECT id, reason, delay, opened, tell FROM glass WHERE id = \(id)") else { throw NotFound() }
        let delay: [UInt8]? = try row["delay"]
        let (opened, tell): (Int64, Int64) = (try row["opened"], try row["tell"])
        return GlassDesk.Grounds(
            reason: try Sealed(row, "reason", of: "glass", id: id).open(with: keyring),
            delay: delay == nil
                ? nil
                : (days: Int((tell - opened) / 86_400_000), reason: try Sealed(row, "delay", of: "glass", id: id).open(with: keyring)))
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM glass WHERE person = \(person)")
    }

    private func looks(_ condition: SQL, _ order: SQL, _ snapshot: Snapshot) throws -> [GlassLook] {
        try snapshot.all(
            """
            SELECT id, person, staff, opened, until, tell, due, verdict FROM glass WHERE \(condition) ORDER BY \(order) LIMIT 200
            """
        ) { row in
            let verdict: String? = try row["verdict"]
            return GlassLook(
                id: try row["id"], person: PersonID(try row["person"]), staff: try row["staff"],
                opened: Instant(milliseconds: try row["opened"]), until: Instant(milliseconds: try row["until"]),
                tell: Instant(milliseconds: try row["tell"]), due: Day(number: try row["due"]),
                verdict: verdict.flatMap(GlassLook.Verdict.init(rawValue:)))
        }
    }

    private func seal(_ text: String, _ column: String, _ id: Int64) throws -> [UInt8] {
        try keyring.seal(text, at: Cell(table: "glass", column: column, row: id))
    }
}
