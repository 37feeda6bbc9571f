import Storage

/// The acts on persons. What comes back is closed; a `DisclosureDesk` opens it.
public struct PeopleDesk: Sendable {
    let people: PersonStore
    let identifiers: IdentifierStore
    let contacts: ContactStore
    private let interactions = InteractionStore()
    private let mergers = MergerStore()
    private let files: FileStore

    public init(keyring: Keyring) {
        people = PersonStore(keyring: keyring)
        identifiers = IdentifierStore(keyring: keyring)
        contacts = ContactStore(keyring: keyring)
        files = FileStore(keyring: keyring)
    }

    /// Registers a person. Nothing is required of them.
    public func register(_ registration: Registration, by actor: Actor, _ transaction: Transaction) throws -> PersonID {
        let person = try people.insert(registration, transaction)
        try transaction.record(Event("person.registered", subject: person), by: actor)
        return person
    }

    /// Puts what is known now in the place of what was known.
    public func change(_ person: PersonID, to registration: Registration, by actor: Actor, _ transaction: Transaction) throws {
        try people.update(person, registration, transaction)
        try transaction.record(Event("person.changed", subject: person), by: actor)
    }

    /// Adds a number. With `evidence` it is verified: then it may be nobody else's, or `NumberOfAnother` is thrown. Without, it was only
    /// said, and a number whose form is wrong is kept as typed text.
    public func add(
        _ identifier: Identifier, to person: PersonID, evidence: String? = nil, from: Day? = nil, by actor: Actor,
        _ transaction: Transaction
    ) throws {
        let standing: KeptIdentifier.Standing = !identifier.isWellFormed ? .typed : evidence == nil ? .declared : .verified
        if standing == .verified, let holder = try identifiers.holder(of: identifier, transaction) {
            if holder == person { return }
            throw NumberOfAnother()
        }
        // A number that the register verified for a merged record is the one number of that person.
        if standing == .verified, case .run = identifier {
            let group = [person] + (try mergers.mergers(into: person, transaction).map(\.merged))
            let kept = try mergers.merger(of: person, transaction)?.kept
            if kept != nil || group.count > 1, try mergers.hasVerified(group + [kept].compactMap(\.self), transaction) {
                throw NumberOfAnother()
            }
        }
        guard
            try identifiers.insert(
                identifier, standing, evidence: standing == .verified ? evidence : nil, from: from, of: person, transaction)
        else { throw NumberOfAnother() }
        try transaction.record(Event("person.numbered", subject: person), by: actor)
    }

    /// Ends a number: it was corrected, or another took its place. False when it had ended already.
    public func end(identifier: Int64, of person: PersonID, on day: Day, by actor: Actor, _ transaction: Transaction) throws -> Bool {
        guard try identifiers.end(identifier, of: person, on: day, transaction) else { return false }
        try transaction.record(Event("person.numberEnded", subject: person), by: actor)
        return true
    }

    /// Adds a way to reach the person. One that others have too is kept as shared, whatever was said.
    public func add(_ contact: Contact, to person: PersonID, isPreferred: Bool, by actor: Actor, _ transaction: Transaction) throws {
        let isShared = try contact.isShared || contacts.others(with: contact, than: person, transaction) > 0
        _ = try contacts.insert(contact.shared(isShared), isPreferred: isPreferred, of: person, transaction)
        try transaction.record(Event("person.contactAdded", subject: person), by: actor)
    }

    public func end(contact: Int64, of person: PersonID, by actor: Actor, _ transaction: Transaction) throws -> Bool {
        guard try contacts.end(contact, of: person, transaction) else { return false }
        try transaction.record(Event("person.contactEnded", subject: person), by: actor)
        return true
    }

    /// When a way to reach the person last changed; nil when the first one still stands alone.
    public func contactChanged(_ person: PersonID, _ snapshot: Snapshot) throws -> Instant? { try contacts.changed(of: person, snapshot) }

    /// Ways to reach the person that ended since a moment: what follows a change is told there too.
    public func formerContacts(_ person: PersonID, since: Instant, _ snapshot: Snapshot) throws -> [KeptContact] {
        try contacts.ended(of: person, since: since, snapshot)
    }

    /// Everything that is kept of a person, closed. nil when there is no such person.
    public func person(_ id: PersonID, _ snapshot: Snapshot) throws -> Person? {
        guard let row = try people.row(id, snapshot) else { return nil }
        func personal(_ column: String, _ field: PersonalField) throws -> Personal? {
            let bytes: [UInt8]? = try row[column]
            return bytes == nil ? nil : try Personal(row, column, of: "person", id: id.number, subject: id, field)
        }
        let erased: Int64? = try row["erased"]
        return Person(
            id: id, name: try personal("name", .name), birth: try personal("birth", .birth), needs: try personal("needs", .needs),
            language: try row["language"], channel: try row["channel"], isProtected: try row["is_protected"], isErased: erased != nil,
            identifiers: try identifiers.all(of: id, snapshot), contacts: try contacts.current(of: id, snapshot))
    }

    /// Persons with this number, the verified ones first. Only ids: to see more, they must be disclosed. A merged record leads to the kept one.
    public func find(_ identifier: Identifier, _ snapshot: Snapshot) throws -> [PersonID] {
        try standing(identifiers.persons(with: identifier, snapshot), snapshot)
    }

    /// Persons whose name has all these words; five at most, which is all that a search may show.
    public func find(named text: String, _ snapshot: Snapshot) throws -> [PersonID] {
        try standing(people.withWords(Array(text.foldedWords.prefix(12)), limit: 5, snapshot), snapshot)
    }

    private func standing(_ found: [PersonID], _ snapshot: Snapshot) throws -> [PersonID] {
        var standing: [PersonID] = []
        for person in found {
            let kept = try mergers.merger(of: person, snapshot)?.kept ?? person
            if !standing.contains(kept) { standing.append(kept) }
        }
        return standing
    }

    /// Destroys what is known of the person, the key of what was sealed for them, and the links to their contacts. Every total stays what
    /// it was, and the audit still says that somebody was looked at, by whom and when, but no longer who it was.
    public func erase(_ person: PersonID, by actor: Actor, _ transaction: Transaction) throws {
        try files.erase(person, transaction)
        try people.erase(person, transaction)
        try interactions.erase(person, transaction)
        try transaction.record(Event("person.erased", subject: person), by: actor)
    }
}

/// The number was verified for somebody else: two people of the staff must look at it.
public struct NumberOfAnother: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "error.numberOfAnother.title" }
    public var advice: TextKey { "error.numberOfAnother.advice" }
}
