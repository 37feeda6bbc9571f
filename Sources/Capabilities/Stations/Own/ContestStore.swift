import Civic
@_spi(Disclosure) import Storage

/// The rows of contested figures. What an agent wrote is sealed.
struct ContestStore: Sendable {
    let keyring: Keyring

    func insert(_ words: String, of shift: Int64, _ transaction: Transaction) throws -> Int64? {
        let id = try transaction.newID()
        return try transaction.value(
            """
            INSERT INTO shift_contest (id, shift, words, contested)
            VALUES (\(id), \(shift), \(try keyring.seal(words, at: Cell(table: "shift_contest", column: "words", row: id))), \(transaction.now))
            ON CONFLICT DO NOTHING RETURNING id
            """)
    }

    func decide(_ id: Int64, _ verdict: FigureContest.Verdict, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE shift_contest SET verdict = \(verdict.rawValue), answerer = \(staff), answered = \(transaction.now)
            WHERE id = \(id) AND verdict IS NULL
            """) == 1
    }

    func contest(_ id: Int64, _ snapshot: Snapshot) throws -> FigureContest? {
        try snapshot.first("SELECT id, shift, contested, verdict FROM shift_contest WHERE id = \(id)").map(Self.contest)
    }

    func contest(of shift: Int64, _ snapshot: Snapshot) throws -> FigureContest? {
        try snapshot.first("SELECT id, shift, contested, verdict FROM shift_contest WHERE shift = \(shift)").map(Self.contest)
    }

    /// Those that nobody decided, the oldest first.
    func open(_ snapshot: Snapshot) throws -> [FigureContest] {
        try snapshot.all(
            "SELECT id, shift, contested, verdict FROM shift_contest WHERE verdict IS NULL ORDER BY contested, id LIMIT 200", Self.contest)
    }

    func words(of id: Int64, _ snapshot: Snapshot) throws -> String? {
        try snapshot.first("SELECT words FROM shift_contest WHERE id = \(id)").map {
            try Sealed($0, "words", of: "shift_contest", id: id).open(with: keyring)
        }
    }

    private static func contest(_ row: Row) throws -> FigureContest {
        let verdict: String? = try row["verdict"]
        return FigureContest(
            id: try row["id"], shift: try row["shift"], contested: Instant(milliseconds: try row["contested"]),
            verdict: verdict.flatMap { FigureContest.Verdict(rawValue: $0) })
    }
}
