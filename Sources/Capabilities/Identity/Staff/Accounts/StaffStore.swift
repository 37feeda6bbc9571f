import Civic
@_spi(Disclosure) import Storage

/// Accounts of the staff. Names are opened here for colleagues who look after accounts; `StaffDesk` leaves the entry in the audit.
struct StaffStore: Sendable {
    let keyring: Keyring

    private static let columns: SQL =
        "id, login, name, person, institution, post, point, password, temporary_until, totp, totp_next, totp_step, closed"

    /// nil when somebody has that login already.
    func insert(_ account: NewAccount, person: PersonID?, _ password: PasswordHash, until: Int64, _ transaction: Transaction) throws
        -> Int64?
    {
        guard try id(of: account.login, transaction) == nil else { return nil }
        let id = try transaction.newID()
        let made = try transaction.first(
            """
            INSERT INTO staff_account
                (id, login, login_lookup, name, person, institution, post, point, password, temporary_until, totp_step, made)
            VALUES (\(id), \(try seal(account.login.plain, "login", id)), \(keyring.lookup(account.login.plain, in: Self.lookup)),
                \(try seal(account.name, "name", id)), \(person), \(account.institution), \(account.post), \(account.point),
                \(password.text), \(until), 0, \(transaction.now))
            ON CONFLICT (login_lookup) DO NOTHING RETURNING id
            """)
        return made == nil ? nil : id
    }

    func id(of login: StaffLogin, _ snapshot: Snapshot) throws -> Int64? {
        try snapshot.value("SELECT id FROM staff_account WHERE login_lookup IN (\(list: keyring.lookups(login.plain, in: Self.lookup)))")
    }

    func account(_ id: Int64, _ snapshot: Snapshot) throws -> StaffAccount? {
        try snapshot.first("SELECT \(Self.columns) FROM staff_account WHERE id = \(id)").map(account)
    }

    /// Those of these institutions, or all of them, the open ones first.
    func accounts(_ institutions: Scope.Reach<String>, _ snapshot: Snapshot) throws -> [StaffAccount] {
        let whose: SQL =
            switch institutions {
            case .all: "1 = 1"
            case .only(let keys): keys.isEmpty ? "1 = 0" : "institution IN (\(list: keys.sorted()))"
            }
        return try snapshot.all(
            "SELECT \(Self.columns) FROM staff_account WHERE \(whose) ORDER BY CASE WHEN closed IS NULL THEN 0 ELSE 1 END, id", account)
    }

    func team(at point: Int64?, _ snapshot: Snapshot) throws -> [StaffAccount] {
        let place: SQL = point.map { "point = \($0)" } ?? "point IS NULL"
        return try snapshot.all("SELECT \(Self.columns) FROM staff_account WHERE closed IS NULL AND \(place) ORDER BY id", account)
    }

    func institutions(_ snapshot: Snapshot) throws -> Set<String> {
        Set(try snapshot.all("SELECT DISTINCT institution FROM staff_account WHERE closed IS NULL") { try $0["institution"] })
    }

    func secrets(_ id: Int64, _ snapshot: Snapshot) throws -> StaffSecrets? {
        try snapshot.first("SELECT \(Self.columns) FROM staff_account WHERE id = \(id)").map(secrets)
    }

    func secrets(of login: StaffLogin, _ snapshot: Snapshot) throws -> StaffSecrets? {
        try snapshot.first(
            "SELECT \(Self.columns) FROM staff_account WHERE login_lookup IN (\(list: keyring.lookups(login.plain, in: Self.lookup)))"
        ).map(secrets)
    }

    /// Whether another account of the same institution and point belongs to that person.
    func isColleague(_ staff: Int64, _ person: PersonID, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            """
            SELECT other.id FROM staff_account other JOIN staff_account mine ON mine.id = \(staff)
            WHERE other.person = \(person) AND other.id <> mine.id AND other.closed IS NULL AND other.institution = mine.institution
                AND (other.point = mine.point OR (other.point IS NULL AND mine.point IS NULL))
            """) != nil
    }

    private static let lookup = "staff_account.login_lookup"

    func seal(_ text: String, _ column: String, _ id: Int64) throws -> [UInt8] {
        try keyring.seal(text, at: Cell(table: "staff_account", column: column, row: id))
    }

    private func open(_ row: Row, _ column: String) throws -> String {
        try Sealed(row, column, of: "staff_account", id: try row["id"]).open(with: keyring)
    }

    private func account(_ row: Row) throws -> StaffAccount {
        let (person, until, closed): (PersonID?, Int64?, Int64?) = (try row["person"], try row["temporary_until"], try row["closed"])
        let code: [UInt8]? = try row["totp"]
        return StaffAccount(
            id: try row["id"], login: try open(row, "login"), name: try open(row, "name"), institution: try row["institution"],
            post: try row["post"], point: try row["point"], hasPerson: person != nil, isNew: until != nil, hasSecondFactor: code != nil,
            isClosed: closed != nil)
    }

    private func secrets(_ row: Row) throws -> StaffSecrets {
        let (password, closed): (String?, Int64?) = (try row["password"], try row["closed"])
        func code(_ column: String) throws -> TimeCode? {
            let sealed: [UInt8]? = try row[column]
            return sealed == nil ? nil : TimeCode(stored: try open(row, column))
        }
        return StaffSecrets(
            id: try row["id"], login: try open(row, "login"), password: password.flatMap(PasswordHash.init),
            temporaryUntil: try row["temporary_until"], code: try code("totp"), nextCode: try code("totp_next"),
            lastStep: try row["totp_step"], isClosed: closed != nil)
    }
}
