import Storage

extension PeopleDesk {
    /// The ways to reach a person and the numbers that were added since a moment and hold, by their rows.
    public func rows(of person: PersonID, since: Instant, _ snapshot: Snapshot) throws -> (contacts: [Int64], numbers: [Int64]) {
        let known = try self.person(person, snapshot)
        return (
            known?.contacts.filter { $0.since >= since }.map(\.id).sorted() ?? [],
            try identifiers.recorded(of: person, since: since, snapshot)
        )
    }

    /// Gives a way to reach somebody to the one whose it is.
    public func move(contact: Int64, from one: PersonID, to other: PersonID, by actor: Actor, _ transaction: Transaction) throws {
        guard try contacts.move(contact, from: one, to: other, transaction) else { return }
        try transaction.record(Event("person.contactMoved", subject: other), by: actor)
    }

    /// Gives a number to the one whose it is.
    public func move(number: Int64, from one: PersonID, to other: PersonID, by actor: Actor, _ transaction: Transaction) throws {
        guard try identifiers.move(number, from: one, to: other, transaction) else { return }
        try transaction.record(Event("person.numberMoved", subject: other), by: actor)
    }
}
