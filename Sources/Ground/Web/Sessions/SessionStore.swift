import Civic
import Storage

/// The rows of sessions.
struct SessionStore: Sendable {
    let keyring: Keyring
    /// How long each kind of session may rest.
    let idle: (citizen: Int64, staff: Int64)

    /// `identity` must be a citizen or somebody of the staff: nobody else signs in at a browser.
    func insert(
        _ cookie: SessionCookie, _ identity: Actor.Identity, _ assurance: Assurance, program: String?, ends: Int64,
        _ transaction: Transaction
    ) throws -> BrowserSession {
        let id = try transaction.newID()
        let (kind, person, staff): (Int, PersonID?, Int64?) =
            switch identity {
            case .citizen(let person): (1, person, nil)
            case .staff(let staff): (2, nil, staff)
            case .anonymous, .institution, .system: (0, nil, nil)
            }
        try transaction.execute(
            """
            INSERT INTO session (id, digest, actor_kind, person, staff, assurance, program, made, seen, ends)
            VALUES (\(id), \(cookie.digest), \(kind), \(person), \(staff), \(assurance.rawValue),
                \(try program.map { try keyring.seal($0, at: Cell(table: "session", column: "program", row: id)) }), \(transaction.now),
                \(transaction.now), \(ends))
            """)
        return BrowserSession(
            id: id, identity: identity, assurance: assurance, made: Instant(milliseconds: transaction.now),
            seen: Instant(milliseconds: transaction.now), ends: Instant(milliseconds: ends))
    }

    /// The session that the cookie opens, if it goes on at `now`.
    func session(_ cookie: SessionCookie, at now: Int64, _ snapshot: Snapshot) throws -> BrowserSession? {
        try snapshot.first(
            """
            SELECT id, actor_kind, person, staff, assurance, made, seen, ends FROM session
            WHERE digest = \(cookie.digest) AND closed IS NULL AND ends > \(now) AND \(goesOn(now))
            """
        ).map(session)
    }

    /// The session of the cookie that nobody ended and that goes on no more, used after `since`.
    func lapsed(_ cookie: SessionCookie, at now: Int64, since: Int64, _ snapshot: Snapshot) throws -> BrowserSession? {
        try snapshot.first(
            """
            SELECT id, actor_kind, person, staff, assurance, made, seen, ends FROM session
            WHERE digest = \(cookie.digest) AND closed IS NULL AND seen > \(since) AND NOT (ends > \(now) AND \(goesOn(now)))
            """
        ).map(session)
    }

    /// The sessions of somebody that go on, the newest first.
    func open(of identity: Actor.Identity, at now: Int64, _ snapshot: Snapshot) throws -> [BrowserSession] {
        try snapshot.all(
            """
            SELECT id, actor_kind, person, staff, assurance, made, seen, ends FROM session
            WHERE \(whose(identity)) AND closed IS NULL AND ends > \(now) AND \(goesOn(now)) ORDER BY id DESC
            """, session)
    }

    /// Ends the sessions of everybody, or of the staff alone, and gives back how many.
    func closeEverybody(onlyStaff: Bool, _ transaction: Transaction) throws -> Int {
        let whose: SQL = onlyStaff ? "staff IS NOT NULL" : "id > 0"
        return try transaction.execute(
            "UPDATE session SET closed = \(transaction.now) WHERE closed IS NULL AND ends > \(transaction.now) AND \(whose)")
    }

    /// Takes away all sessions of a person, and gives back how many.
    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM session WHERE person = \(person)")
    }

    /// The programs of a person's sessions, closed, by the session.
    func programs(of identity: Actor.Identity, _ snapshot: Snapshot) throws -> [Int64: Personal] {
        guard case .citizen(let person) = identity else { return [:] }
        var found: [Int64: Personal] = [:]
        try snapshot.each("SELECT id, program FROM session WHERE person = \(person) AND program IS NOT NULL AND closed IS NULL") { row in
            let id: Int64 = try row["id"]
            found[id] = try Personal(row, "program", of: "session", id: id, subject: person, .sessions)
        }
        return found
    }

    func see(_ id: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE session SET seen = \(transaction.now) WHERE id = \(id) AND seen < \(transaction.now)")
    }

    func close(_ id: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE session SET closed = \(transaction.now) WHERE id = \(id) AND closed IS NULL") == 1
    }

    /// Closes all sessions of somebody but one, and gives back how many.
    func close(of identity: Actor.Identity, but kept: Int64?, _ transaction: Transaction) throws -> Int {
        try transaction.execute(
            "UPDATE session SET closed = \(transaction.now) WHERE \(whose(identity)) AND closed IS NULL AND id <> \(kept ?? 0)")
    }

    /// Throws away what ended before that moment.
    func sweep(before moment: Int64, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM session WHERE ends < \(moment) OR closed < \(moment)")
    }

    private func goesOn(_ now: Int64) -> SQL {
        "((actor_kind = 1 AND seen > \(now - idle.citizen)) OR (actor_kind = 2 AND seen > \(now - idle.staff)))"
    }

    private func whose(_ identity: Actor.Identity) -> SQL {
        switch identity {
        case .citizen(let person): "person = \(person)"
        case .staff(let staff): "staff = \(staff)"
        case .anonymous, .institution, .system: "1 = 0"
        }
    }

    private func session(_ row: Row) throws -> BrowserSession {
        let (person, staff): (PersonID?, Int64?) = (try row["person"], try row["staff"])
        guard let assurance = Assurance(rawValue: try row["assurance"]),
            let identity = person.map(Actor.Identity.citizen) ?? staff.map(Actor.Identity.staff)
        else { throw StorageFault(.shape, "a session is nobody's") }
        return BrowserSession(
            id: try row["id"], identity: identity, assurance: assurance, made: Instant(milliseconds: try row["made"]),
            seen: Instant(milliseconds: try row["seen"]), ends: Instant(milliseconds: try row["ends"]))
    }
}

extension PersonalField {
    /// At which browsers the person is signed in.
    public static let sessions: PersonalField = "sessions"
}
