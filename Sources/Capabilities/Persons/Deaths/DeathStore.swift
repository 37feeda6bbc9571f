import Civic
@_spi(Disclosure) import Storage

/// Deaths as they were recorded.
struct DeathStore: Sendable {
    let keyring: Keyring

    func insert(_ person: PersonID, _ day: Day, _ register: String, _ staff: Int64?, _ transaction: Transaction) throws -> Int64 {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO death (id, person, day, register, recorder, recorded)
            VALUES (\(id), \(person), \(day.number), \(register), \(staff), \(transaction.now))
            """)
        return id
    }

    func keep(leave: Int64, of death: Int64, _ transaction: Transaction) throws {
        try transaction.execute("INSERT INTO death_leave (death, leave) VALUES (\(death), \(leave))")
    }

    func leaves(of death: Int64, _ snapshot: Snapshot) throws -> [Int64] {
        try snapshot.all("SELECT leave FROM death_leave WHERE death = \(death) ORDER BY leave") { try $0["leave"] }
    }

    func propose(_ id: Int64, _ staff: Int64, _ reason: String, _ transaction: Transaction) throws {
        let sealed = try keyring.seal(reason, at: Cell(table: "death", column: "reason", row: id))
        try transaction.execute(
            """
            UPDATE death SET proposer = \(staff), asked = \(transaction.now), reason = \(sealed) WHERE id = \(id) AND proposer IS NULL
            """)
    }

    func reverse(_ id: Int64, _ staff: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE death SET confirmer = \(staff), reversed = \(transaction.now) WHERE id = \(id) AND reversed IS NULL")
    }

    /// nil when there is none, or it was reversed.
    func death(_ id: Int64, _ snapshot: Snapshot) throws -> Death? { try deaths("id = \(id)", snapshot).first }

    func death(of person: PersonID, _ snapshot: Snapshot) throws -> Death? { try deaths("person = \(person)", snapshot).first }

    func recent(_ snapshot: Snapshot) throws -> [Death] { try deaths("proposer IS NULL", snapshot) }

    /// Opens the reasons: they are read by whoever may confirm.
    func waiting(_ snapshot: Snapshot) throws -> [(death: Death, reason: String)] {
        try deaths("proposer IS NOT NULL", snapshot).reversed().map { death in
            guard let row = try snapshot.first("SELECT id, reason FROM death WHERE id = \(death.id)") else { return (death, "") }
            return (death, try Sealed(row, "reason", of: "death", id: death.id).open(with: keyring))
        }
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM death_leave WHERE death IN (SELECT id FROM death WHERE person = \(person))")
        return try transaction.execute("DELETE FROM death WHERE person = \(person)")
    }

    private func deaths(_ condition: SQL, _ snapshot: Snapshot) throws -> [Death] {
        try snapshot.all(
            """
            SELECT id, person, day, register, recorder, recorded, proposer, asked FROM death
            WHERE reversed IS NULL AND \(condition) ORDER BY id DESC LIMIT 100
            """
        ) { row in
            let asked: Int64? = try row["asked"]
            return Death(
                id: try row["id"], person: PersonID(try row["person"]), day: Day(number: try row["day"]), register: try row["register"],
                recorder: try row["recorder"], recorded: Instant(milliseconds: try row["recorded"]), proposer: try row["proposer"],
                asked: asked.map(Instant.init(milliseconds:)))
        }
    }
}
