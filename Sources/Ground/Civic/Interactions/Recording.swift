import Storage

/// What an act did, for the audit, with the contact it made, for the spine.
public struct Event: Sendable, Hashable {
    public var verb: AuditEntry.Verb
    public var object: AuditEntry.Object?
    public var subject: PersonID?
    /// A contact that this act makes.
    public var contact: Interaction?
    /// The contact in which it happens, when it was recorded before.
    public var within: InteractionID?
    /// Which data it is about, where it tells somebody of them.
    public var fields: Set<PersonalField>
    /// What was changed, sealed already.
    public var detail: [UInt8]?

    public init(
        _ verb: AuditEntry.Verb, object: AuditEntry.Object? = nil, subject: PersonID? = nil, contact: Interaction? = nil,
        within: InteractionID? = nil, fields: Set<PersonalField> = [], detail: [UInt8]? = nil
    ) {
        self.verb = verb
        self.object = object
        self.subject = subject
        self.contact = contact
        self.within = within
        self.fields = fields
        self.detail = detail
    }
}

extension Transaction {
    /// Writes the audit's entry and, when the event makes a contact, its row on the spine, in this very act. Gives back the contact it
    /// made or happened in.
    @discardableResult
    public func record(_ event: Event, by actor: Actor) throws -> InteractionID? {
        let interaction = try event.contact.map { try InteractionStore().insert($0, corrects: nil, self) } ?? event.within
        try AuditStore().insert(
            AuditEntry(
                verb: event.verb, actor: actor, subject: event.subject ?? event.contact?.person, object: event.object,
                interaction: interaction, fields: event.fields, detail: event.detail),
            self)
        return interaction
    }
}
