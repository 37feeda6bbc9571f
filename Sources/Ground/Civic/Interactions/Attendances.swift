import Storage

extension InteractionDesk {
    /// The contacts of a person as the spine has them, the newest first.
    public func contacts(of person: PersonID, limit: Int, _ snapshot: Snapshot) throws -> [PastContact] {
        try PastContactStore().contacts(store.interactions(of: person, limit: limit, snapshot), snapshot)
    }

    /// One contact; nil when there is none.
    public func contact(_ id: InteractionID, _ snapshot: Snapshot) throws -> PastContact? {
        try PastContactStore().contacts([id], snapshot).first
    }

    /// A contact of somebody of the staff and whom it concerns. nil when it is somebody else's.
    public func attended(
        _ interaction: InteractionID, by agent: Int64, _ snapshot: Snapshot
    ) throws -> (contact: PastContact, person: PersonID)? {
        guard let contact = try contact(interaction, snapshot), contact.agent == agent,
            let tied = try store.person(of: interaction, snapshot)
        else { return nil }
        return (contact, tied.person)
    }

    /// A contact of somebody of the staff, and whom it concerns, if anybody. nil when it is somebody else's.
    public func own(_ interaction: InteractionID, of agent: Int64, _ snapshot: Snapshot) throws -> OwnContact? {
        guard let contact = try contact(interaction, snapshot), contact.agent == agent else { return nil }
        return OwnContact(contact: contact, person: try store.person(of: interaction, snapshot)?.person)
    }

    /// The contacts at desks that somebody of the staff opened since a moment, whether or not it is known with whom, the newest first.
    public func own(of agent: Int64, since: Instant, limit: Int, _ snapshot: Snapshot) throws -> [OwnContact] {
        let ids = try PastContactStore().attended(by: agent, since: since, limit: limit, snapshot)
        return try PastContactStore().contacts(ids, snapshot).map {
            OwnContact(contact: $0, person: try store.person(of: $0.id, snapshot)?.person)
        }
    }

    /// A contact that somebody of the staff attends, if it concerns a person. nil when it is somebody else's.
    public func attendance(
        _ interaction: InteractionID, of agent: Int64, at now: Instant, _ snapshot: Snapshot
    ) throws -> Attendance? {
        guard let (contact, person) = try attended(interaction, by: agent, snapshot) else { return nil }
        return Attendance(
            contact: contact, person: person, isProven: try store.proves(person, present: interaction, with: agent, at: now, snapshot))
    }

    /// The contacts of some days of which it is known whom they concern, with that person, some hundreds at a time.
    public func named(
        from first: Day, to last: Day, _ snapshot: Snapshot, _ body: ([(contact: PastContact, person: PersonID)]) throws -> Void
    ) throws {
        let rows = try store.named(from: first, to: last, snapshot)
        for start in stride(from: 0, to: rows.count, by: 400) {
            let some = rows[start..<min(start + 400, rows.count)]
            let persons = Dictionary(some.map { ($0.interaction, $0.person) }) { first, _ in first }
            let contacts = try PastContactStore().contacts(some.map(\.interaction), snapshot)
            try body(contacts.compactMap { contact in persons[contact.id].map { (contact, $0) } })
        }
    }
}
