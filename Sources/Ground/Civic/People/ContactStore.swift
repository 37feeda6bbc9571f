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

    /// How many other persons are reached the same way: more than none makes it shared.
    func others(with contact: Contact, than person: PersonID, _ snapshot: Snapshot) throws -> Int {
        try snapshot.value(
            """
            SELECT COUNT(DISTINCT person) AS others FROM person_contact
            WHERE plain_lookup IN (\(list: keyring.lookups(contact.plain, in: Self.lookup))) AND until IS NULL AND person <> \(person)
            """) ?? 0
    }

    func current(of person: PersonID, _ snapshot: Snapshot) throws -> [KeptContact] {
        try snapshot.all(
            """
            SELECT id, kind, plain, is_shared, is_safe, is_preferred, since FROM person_contact
            WHERE person = \(person) AND until IS NULL ORDER BY is_preferred DESC, id
            """
        ) { row in
            let id: Int64 = try row["id"]
            let kind: String = try row["kind"]
            guard let kind = Contact.Kind(rawValue: kind) else {
                throw StorageFault(.shape, "person_contact holds a kind that this program does not know")
            }
            return KeptContact(
                id: id, kind: kind, plain: try Personal(row, "plain", of: "person_contact", id: id, subject: person, .contacts),
                isShared: try row["is_shared"], isSafe: try row["is_safe"], isPreferred: try row["is_preferred"],
                since: Instant(milliseconds: try row["since"]))
        }
    }

    private static let lookup = "person_contact.plain_lookup"
}
