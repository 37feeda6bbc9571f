import Storage

/// Changes of what an account signs in with.
struct StaffSecretStore: Sendable {
    let keyring: Keyring

    /// A one-time password until that moment; nil makes it their own.
    func setPassword(_ password: PasswordHash, until: Int64?, of id: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE staff_account SET password = \(password.text), temporary_until = \(until) WHERE id = \(id) AND closed IS NULL")
    }

    /// A second factor that waits to be confirmed.
    func offer(_ code: TimeCode, to id: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE staff_account SET totp_next = \(try seal(code.text, "totp_next", id)) WHERE id = \(id) AND closed IS NULL")
    }

    /// The one that waited is in use from now on, and the step that confirmed it is used.
    func confirm(_ code: TimeCode, step: Int64, of id: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE staff_account SET totp = \(try seal(code.text, "totp", id)), totp_next = NULL, totp_step = \(step)
            WHERE id = \(id) AND closed IS NULL
            """)
    }

    /// False when that step, or a later one, was used already: a code is good once.
    func use(step: Int64, of id: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE staff_account SET totp_step = \(step) WHERE id = \(id) AND totp_step < \(step)") == 1
    }

    /// Takes the second factor and its recovery codes away.
    func forgetSecondFactor(of id: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE staff_account SET totp = NULL, totp_next = NULL WHERE id = \(id)")
        try transaction.execute("DELETE FROM staff_recovery WHERE staff = \(id)")
    }

    /// New recovery codes in the place of all former ones.
    func setRecovery(_ codes: [RecoveryCode], of id: Int64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM staff_recovery WHERE staff = \(id)")
        for code in codes {
            try transaction.execute(
                "INSERT INTO staff_recovery (id, staff, digest) VALUES (\(try transaction.newID()), \(id), \(code.digest))")
        }
    }

    /// False when it is none of theirs, or was used.
    func use(_ code: RecoveryCode, of id: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE staff_recovery SET used = \(transaction.now) WHERE staff = \(id) AND digest = \(code.digest) AND used IS NULL") == 1
    }

    func recoveryLeft(of id: Int64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.value("SELECT COUNT(*) AS n FROM staff_recovery WHERE staff = \(id) AND used IS NULL") ?? 0
    }

    /// False when it was closed, or open, already.
    func setClosed(_ isClosed: Bool, of id: Int64, _ transaction: Transaction) throws -> Bool {
        let change: SQL = isClosed ? "closed = \(transaction.now)" : "closed = NULL"
        let was: SQL = isClosed ? "closed IS NULL" : "closed IS NOT NULL"
        return try transaction.execute("UPDATE staff_account SET \(change) WHERE id = \(id) AND \(was)") == 1
    }

    private func seal(_ text: String, _ column: String, _ id: Int64) throws -> [UInt8] {
        try keyring.seal(text, at: Cell(table: "staff_account", column: column, row: id))
    }
}
