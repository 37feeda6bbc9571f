import Storage

/// Leaves to open what is known of a person.
struct LeaveStore: Sendable {
    func insert(
        _ kind: Leave.Kind, _ subject: PersonID, _ holder: Actor.Identity, _ until: Instant, _ reference: Int64,
        _ fields: Set<PersonalField>?, _ transaction: Transaction
    ) throws -> Int64 {
        let id = try transaction.newID()
        let (person, staff) = Self.columns(holder)
        let named = fields.map { $0.map(\.description).sorted().joined(separator: " ") }
        try transaction.execute(
            """
            INSERT INTO leave (id, kind, subject, holder, staff, reference, fields, since, until)
            VALUES (\(id), \(kind.rawValue), \(subject), \(person), \(staff), \(reference), \(named), \(transaction.now), \(until.milliseconds))
            """)
        return id
    }

    func open(_ kind: Leave.Kind, _ reference: Int64, _ snapshot: Snapshot) throws -> [(id: Int64, subject: PersonID)] {
        try snapshot.all(
            "SELECT id, subject FROM leave WHERE kind = \(kind.rawValue) AND reference = \(reference) AND ended IS NULL ORDER BY id"
        ) { (try $0["id"], PersonID(try $0["subject"])) }
    }

    func open(about person: PersonID, _ snapshot: Snapshot) throws -> [(id: Int64, subject: PersonID)] {
        try snapshot.all(
            "SELECT id, subject FROM leave WHERE (subject = \(person) OR holder = \(person)) AND ended IS NULL ORDER BY id"
        ) { (try $0["id"], PersonID(try $0["subject"])) }
    }

    func end(_ id: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE leave SET ended = \(transaction.now) WHERE id = \(id) AND ended IS NULL")
    }

    /// Whom it is about; nil when it was not ended, or is no more.
    func resume(_ id: Int64, _ transaction: Transaction) throws -> PersonID? {
        try transaction.first("UPDATE leave SET ended = NULL WHERE id = \(id) AND ended IS NOT NULL RETURNING subject").map {
            PersonID(try $0["subject"])
        }
    }

    /// nil is any person.
    func inForce(of subject: PersonID?, to holder: Actor.Identity, at now: Int64, _ snapshot: Snapshot) throws -> [Leave] {
        let (person, staff) = Self.columns(holder)
        guard person != nil || staff != nil else { return [] }
        let whose: SQL = person.map { "holder = \($0)" } ?? "staff = \(staff)"
        let whom: SQL = subject.map { "subject = \($0)" } ?? "1 = 1"
        return try snapshot.all(
            """
            SELECT id, kind, subject, reference, fields, since, until FROM leave
            WHERE \(whom) AND \(whose) AND ended IS NULL AND since <= \(now) AND until > \(now) ORDER BY id DESC
            """
        ) { row in
            guard let kind = Leave.Kind(rawValue: try row["kind"]) else {
                throw StorageFault(.shape, "leave holds a kind that this program does not know")
            }
            let fields: String? = try row["fields"]
            return Leave(
                id: try row["id"], kind: kind, subject: PersonID(try row["subject"]), holder: holder, reference: try row["reference"],
                from: Instant(milliseconds: try row["since"]), until: Instant(milliseconds: try row["until"]),
                fields: fields.map { Set($0.split(separator: " ").map(String.init)) })
        }
    }

    private static func columns(_ holder: Actor.Identity) -> (person: PersonID?, staff: Int64?) {
        switch holder {
        case .citizen(let person): (person, nil)
        case .staff(let staff): (nil, staff)
        case .anonymous, .institution, .system: (nil, nil)
        }
    }
}
