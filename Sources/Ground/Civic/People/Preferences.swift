import Storage

/// How a person wants to be reached and attended, one thing at a time: the rest stays as it is.
extension PeopleDesk {
    /// Puts these needs in the place of those that were kept.
    public func need(_ needs: Set<Need>, _ person: PersonID, by actor: Actor, _ transaction: Transaction) throws {
        guard try people.setNeeds(needs, of: person, transaction) else { throw NoLongerKnown() }
        try transaction.record(Event("person.needsChanged", subject: person), by: actor)
    }

    /// Their language (BCP 47) and the channel by which they want to be reached, a code of the record; nil is no preference.
    public func prefer(
        language: String?, channel: Int?, _ person: PersonID, by actor: Actor, _ transaction: Transaction
    ) throws {
        guard try people.setPreferences(language: language, channel: channel, of: person, transaction) else { throw NoLongerKnown() }
        try transaction.record(Event("person.preferencesChanged", subject: person), by: actor)
    }

    /// The one of their contacts that is tried first. False when it has ended.
    public func prefer(contact: Int64, of person: PersonID, by actor: Actor, _ transaction: Transaction) throws -> Bool {
        guard try contacts.prefer(contact, of: person, transaction) else { return false }
        try transaction.record(Event("person.contactPreferred", subject: person), by: actor)
        return true
    }

    /// Puts a contact in the place of another: the new one begins as the old one ends. False, and nothing is changed, when the old one
    /// had ended already. A contact that others have too is kept as shared, whatever was said.
    public func replace(
        contact old: Int64, with contact: Contact, isPreferred: Bool, of person: PersonID, by actor: Actor, _ transaction: Transaction
    ) throws -> Int64? {
        guard try contacts.end(old, of: person, transaction) else { return nil }
        let isShared = try contact.isShared || contacts.others(with: contact, than: person, transaction) > 0
        let id = try contacts.insert(contact.shared(isShared), isPreferred: isPreferred, of: person, transaction)
        try transaction.record(Event("person.contactReplaced", subject: person), by: actor)
        return id
    }
}
