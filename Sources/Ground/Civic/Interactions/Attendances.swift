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

    /// A contact that somebody of the staff attends, if it concerns a person. nil when it is somebody else's.
    public func attendance(_ interaction: InteractionID, of agent: Int64, _ snapshot: Snapshot) throws -> Attendance? {
        guard let contact = try PastContactStore().contacts([interaction], snapshot).first, contact.agent == agent,
            let tied = try store.person(of: interaction, snapshot)
        else { return nil }
        return Attendance(
            contact: contact, person: tied.person,
            isProven: try store.proves(tied.person, present: interaction, with: agent, snapshot))
    }

    /// The contacts at desks that somebody of the staff opened since a moment, the newest first.
    public func attended(by agent: Int64, since: Instant, limit: Int, _ snapshot: Snapshot) throws -> [Attendance] {
        try PastContactStore().attended(by: agent, since: since, limit: limit, snapshot).compactMap {
            try attendance($0, of: agent, snapshot)
        }
    }
}
