import Storage

/// Numbers and ways to reach, of persons.
struct IdentifierStore: Sendable {
    let keyring: Keyring

    /// False when the number is verified for another person already, and in force.
    func insert(
        _ identifier: Identifier, _ standing: KeptIdentifier.Standing, evidence: String?, from: Day?, of person: PersonID,
        _ transaction: Transaction
    ) throws -> Bool {
        let id = try transaction.newID()
        let made = try transaction.first(
            """
            INSERT INTO person_identifier
                (id, person, kind, issuer, number, number_lookup, standing, evidence, from_day, recorded)
            VALUES (\(id), \(person), \(identifier.kind.rawValue), \(identifier.issuer),
                \(try keyring.seal(identifier.plain, at: Cell(table: "person_identifier", column: "number", row: id))),
                \(keyring.lookup(identifier.plain, in: Self.lookup)), \(standing.rawValue), \(evidence), \(from?.number), \(transaction.now))
            ON CONFLICT DO NOTHING RETURNING id
            """)
        return made != nil
    }

    /// Persons who have this number, the verified ones first. What is only typed finds nobody.
    func persons(with identifier: Identifier, _ snapshot: Snapshot) throws -> [PersonID] {
        guard identifier.isWellFormed else { return [] }
        var found: [PersonID] = []
        try snapshot.each(
            """
            SELECT person FROM person_identifier
            WHERE number_lookup IN (\(list: keyring.lookups(identifier.plain, in: Self.lookup))) AND kind = \(identifier.kind.rawValue)
                AND issuer = \(identifier.issuer) AND standing <> 'typed' AND to_day IS NULL
            ORDER BY CASE WHEN standing = 'verified' THEN 0 ELSE 1 END, id
            """
        ) { row in
            let person = PersonID(try row["person"])
            if !found.contains(person) { found.append(person) }
        }
        return found
    }

    /// The person for whom this number was verified and is in force.
    func holder(of identifier: Identifier, _ snapshot: Snapshot) throws -> PersonID? {
        try snapshot.value(
            """
            SELECT person FROM person_identifier
            WHERE number_lookup IN (\(list: keyring.lookups(identifier.plain, in: Self.lookup))) AND kind = \(identifier.kind.rawValue)
                AND issuer = \(identifier.issuer) AND standing = 'verified' AND to_day IS NULL
            """)
    }

    func recorded(of person: PersonID, since: Instant, _ snapshot: Snapshot) throws -> [Int64] {
        try snapshot.all(
            """
            SELECT id FROM person_identifier
            WHERE person = \(person) AND recorded >= \(since.milliseconds) AND to_day IS NULL ORDER BY id
            """
        ) { try $0["id"] }
    }

    func move(_ id: Int64, from one: PersonID, to other: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE person_identifier SET person = \(other) WHERE id = \(id) AND person = \(one)") == 1
    }

    func end(_ id: Int64, of person: PersonID, on day: Day, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE person_identifier SET to_day = \(day.number) WHERE id = \(id) AND person = \(person) AND to_day IS NULL") == 1
    }

    func all(of person: PersonID, _ snapshot: Snapshot) throws -> [KeptIdentifier] {
        try snapshot.all(
            """
            SELECT id, kind, issuer, number, standing, evidence, from_day, to_day FROM person_identifier WHERE person = \(person) ORDER BY id
            """
        ) { row in
            let id: Int64 = try row["id"]
            let kind: String = try row["kind"]
            let standing: String = try row["standing"]
            guard let kind = Identifier.Kind(rawValue: kind), let standing = KeptIdentifier.Standing(rawValue: standing) else {
                throw StorageFault(.shape, "person_identifier holds a kind that this program does not know")
            }
            let from: Int? = try row["from_day"]
            let to: Int? = try row["to_day"]
            return KeptIdentifier(
                id: id, kind: kind, issuer: try row["issuer"],
                number: try Personal(row, "number", of: "person_identifier", id: id, subject: person, .identifiers), standing: standing,
                evidence: try row["evidence"], from: from.map(Day.init(number:)), to: to.map(Day.init(number:)))
        }
    }

    private static let lookup = "person_identifier.number_lookup"
}
