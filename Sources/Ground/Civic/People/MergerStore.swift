import Storage

/// Which records are one person.
struct MergerStore: Sendable {
    /// The verified numbers are read by the statement itself, so that the rule of the table sees them as they stand.
    func insert(
        _ merged: PersonID, into kept: PersonID, proposer: Int64, confirmer: Int64, _ transaction: Transaction
    ) throws -> Int64 {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO merger (id, merged, kept, merged_run, kept_run, proposer, confirmer, since)
            VALUES (\(id), \(merged), \(kept), \(verified(merged)), \(verified(kept)), \(proposer), \(confirmer), \(transaction.now))
            """)
        return id
    }

    /// Whether the register verified a number for each of them.
    func areTwo(_ one: PersonID, _ other: PersonID, _ snapshot: Snapshot) throws -> Bool {
        guard let row = try snapshot.first("SELECT \(verified(one)) AS one, \(verified(other)) AS other") else { return false }
        let (first, second): (Int64?, Int64?) = (try row["one"], try row["other"])
        return first != nil && second != nil
    }

    func hasVerified(_ persons: [PersonID], _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            """
            SELECT id FROM person_identifier WHERE kind = 'run' AND standing = 'verified' AND to_day IS NULL AND person IN (\(list: persons)) LIMIT 1
            """) != nil
    }

    func end(_ id: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE merger SET until = \(transaction.now) WHERE id = \(id) AND until IS NULL")
    }

    func merger(_ id: Int64, _ snapshot: Snapshot) throws -> Merger? { try mergers("id = \(id)", limit: 1, snapshot).first }

    /// That by which a person's record leads to another.
    func merger(of person: PersonID, _ snapshot: Snapshot) throws -> Merger? {
        try mergers("merged = \(person) AND until IS NULL", limit: 1, snapshot).first
    }

    func mergers(into person: PersonID, _ snapshot: Snapshot) throws -> [Merger] {
        try mergers("kept = \(person) AND until IS NULL", limit: 100, snapshot)
    }

    func inForce(limit: Int, _ snapshot: Snapshot) throws -> [Merger] { try mergers("until IS NULL", limit: limit, snapshot) }

    private func mergers(_ condition: SQL, limit: Int, _ snapshot: Snapshot) throws -> [Merger] {
        try snapshot.all(
            """
            SELECT id, merged, kept, proposer, confirmer, since, until FROM merger WHERE \(condition) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            let until: Int64? = try row["until"]
            return Merger(
                id: try row["id"], merged: PersonID(try row["merged"]), kept: PersonID(try row["kept"]), proposer: try row["proposer"],
                confirmer: try row["confirmer"], since: Instant(milliseconds: try row["since"]),
                until: until.map(Instant.init(milliseconds:)))
        }
    }

    /// The number of a person, or of a record that leads to theirs, that the register verified and that is in force.
    private func verified(_ person: PersonID) -> SQL {
        """
        (SELECT MIN(id) FROM person_identifier WHERE kind = 'run' AND standing = 'verified' AND to_day IS NULL AND (person = \(person)
            OR person IN (SELECT earlier.merged FROM merger earlier WHERE earlier.kept = \(person) AND earlier.until IS NULL)))
        """
    }
}
