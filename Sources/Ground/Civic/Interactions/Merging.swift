import Storage

extension InteractionDesk {
    /// Every contact of the merged person is the kept one's from now on.
    func merge(_ merged: PersonID, into kept: PersonID, _ transaction: Transaction) throws {
        for interaction in try store.interactions(of: merged, limit: .max, transaction) {
            guard let tied = try store.person(of: interaction, transaction) else { continue }
            try store.tie(interaction, kept, tied.assurance, .merged, transaction)
        }
    }

    /// Every contact that was theirs before the merger, and is still where it was put, is theirs again.
    func unmerge(_ merged: PersonID, from kept: PersonID, since: Instant, _ transaction: Transaction) throws {
        for interaction in try store.merged(of: merged, into: kept, since: since, transaction) {
            guard let tied = try store.person(of: interaction, transaction), tied.person == kept else { continue }
            try store.tie(interaction, merged, tied.assurance, .unmerged, transaction)
        }
    }

    /// Contacts that became a person's from a moment on, and are: after an unmerging somebody must say whose each was.
    public func tied(to person: PersonID, since: Instant, _ snapshot: Snapshot) throws -> [InteractionID] {
        try store.tied(to: person, since: since, snapshot)
    }

    /// Gives a contact from one person to the other, when it is still the first one's.
    public func allot(
        _ interaction: InteractionID, from one: PersonID, to other: PersonID, by actor: Actor, _ transaction: Transaction
    ) throws {
        guard let tied = try store.person(of: interaction, transaction), tied.person == one else { return }
        try store.tie(interaction, other, tied.assurance, .unmerged, transaction)
        try transaction.record(Event("interaction.allotted", subject: other, within: interaction), by: actor)
    }
}
