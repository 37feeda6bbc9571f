import Storage

/// The ways to reach a person.
struct ContactStore: Sendable {
    let keyring: Keyring

    func insert(_ contact: Contact, isPreferred: Bool, of person: PersonID, _ transaction: Transaction) throws -> Int64 {
        let id = try transaction.newID()
        if isPreferred {
            try transaction.execute("UPDATE person_contact SET is_preferred = 0 WHERE person = \(person) AND is_preferred = 1")
        }
        try transaction.execute(
            """
            INSERT INTO person_contact (id, person, kind, plain, plain_lookup, is_shared, is_safe, is_preferred, since)
            VALUES (\(id), \(person), \(contact.kind.rawValue),
                \(try keyring.seal(contact.plain, at: Cell(table: "person_contact", column: "plain", row: id))),
                \(keyring.lookup(contact.plain, in: Self.lookup)), \(contact.isShared), \(contact.isSafe), \(isPreferred), \(transaction.now))
            """)
        return id
    }

    /// Ends a way to reach; it is kept, because what changed recently matters to what is paid.
    func end(_ id: Int64, of person: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE person_contact SET until = \(transaction.now), is_preferred = 0
            WHERE id = \(id) AND person = \(person) AND until IS NULL
            """) == 1
    }

    /// Makes it the one by which the person wants to be reached. False when it has ended.
    func prefer(_ id: Int64, of person: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE person_contact SET is_preferred = 0 WHERE person = \(person) AND is_preferred = 1 AND id <> \(id)")
        return try transaction.execute(
            "UPDATE person_contact SET is_preferred = 1 WHERE id = \(id) AND person = \(person) AND until IS NULL") == 1
    }

    func verify(_ id: Int64, of person: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE person_contact SET verified = \(transaction.now) WHERE id = \(id) AND person = \(person) AND until IS NULL") == 1
    }

    /// Keeps the digest of a code until it is typed, or its time is over.
    func keepCode(_ digest: [UInt8], for id: Int64, of person: PersonID, until: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO contact_code (id, person, digest, until) VALUES (\(id), \(person), \(digest), \(until))
            ON CONFLICT (id) DO UPDATE SET digest = \(digest), until = \(until)
            """)
    }

    /// Whether one of these is the digest of the code that waits; then it waits no more.
    func takeCode(_ digests: [[UInt8]], for id: Int64, of person: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            DELETE FROM contact_code
            WHERE id = \(id) AND person = \(person) AND until > \(transaction.now) AND digest IN (\(list: digests))
            """) == 1
    }

    /// Of the new owner it is not the preferred one: that is for them to say. A code that waits for the old one is worth nothing.
    func move(_ id: Int64, from one: PersonID, to other: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("DELETE FROM contact_code WHERE id = \(id)")
        return try transaction.execute(
            "UPDATE person_contact SET person = \(other), is_preferred = 0 WHERE id = \(id) AND person = \(one)") == 1
    }

    /// How many other persons are reached the same way: more than none makes it shared.
    func others(with contact: Contact, than person: PersonID, _ snapshot: Snapshot) throws -> Int {
        try snapshot.value(
            """
            SELECT COUNT(DISTINCT person) AS others FROM person_contact
            WHERE plain_lookup IN (\(list: keyring.lookups(contact.plain, in: Self.lookup))) AND until IS NULL AND person <> \(person)
            """) ?? 0
    }

    func current(of person: PersonID, _ snapshot: Snapshot) throws -> [KeptContact] {
        try select("until IS NULL", of: person, snapshot)
    }

    /// Those that ended since a moment.
    func ended(of person: PersonID, since: Instant, _ snapshot: Snapshot) throws -> [KeptContact] {
        try select("until >= \(since.milliseconds)", of: person, snapshot)
    }

    private func select(_ condition: SQL, of person: PersonID, _ snapshot: Snapshot) throws -> [KeptContact] {
        try snapshot.all(
            """
            SELECT id, kind, plain, is_shared, is_safe, is_preferred, since, verified FROM person_contact
            WHERE person = \(person) AND \(condition) ORDER BY is_preferred DESC, id
            """
        ) { row in
            let id: Int64 = try row["id"]
            let kind: String = try row["kind"]
            guard let kind = Contact.Kind(rawValue: kind) else {
                throw StorageFault(.shape, "person_contact holds a kind that this program does not know")
            }
            let verified: Int64? = try row["verified"]
            return KeptContact(
                id: id, kind: kind, plain: try Personal(row, "plain", of: "person_contact", id: id, subject: person, .contacts),
                isShared: try row["is_shared"], isSafe: try row["is_safe"], isPreferred: try row["is_preferred"],
                since: Instant(milliseconds: try row["since"]), verified: verified.map { Instant(milliseconds: $0) })
        }
    }

    /// When a contact of the person last took the place of another, came beside one, or ended; nil when the first still stands alone.
    func changed(of person: PersonID, _ snapshot: Snapshot) throws -> Instant? {
        let at: Int64? = try snapshot.value(
            """
            SELECT MAX(CASE WHEN until IS NOT NULL AND until > since THEN until ELSE since END) FROM person_contact c
            WHERE person = \(person) AND (until IS NOT NULL
                OR EXISTS (SELECT 1 FROM person_contact e WHERE e.person = c.person AND e.id <> c.id AND e.since < c.since))
            """)
        return at.map { Instant(milliseconds: $0) }
    }

    private static let lookup = "person_contact.plain_lookup"
}
