import Storage

/// Acts on contacts that stand already: whom they concern, how presence was proven, and what was wrong.
public struct InteractionDesk: Sendable {
    let store = InteractionStore()

    public init() {}

    /// Ties the contact to a person, from now on.
    public func tie(
        _ interaction: InteractionID, to person: PersonID, assurance: Assurance, by actor: Actor, _ transaction: Transaction
    ) throws {
        try store.tie(interaction, person, assurance, .tied, transaction)
        try transaction.record(Event("interaction.tied", subject: person, within: interaction), by: actor)
    }

    /// Takes the person from the contact: it was somebody else, or nobody.
    public func untie(_ interaction: InteractionID, by actor: Actor, _ transaction: Transaction) throws {
        guard let tied = try store.person(of: interaction, transaction) else { return }
        try store.tie(interaction, tied.person, tied.assurance, .untied, transaction)
        try transaction.record(Event("interaction.untied", subject: tied.person, within: interaction), by: actor)
    }

    /// Keeps what proves that the person is there. The same proof at the same contact counts once.
    public func prove(
        _ presence: Presence, of person: PersonID, at interaction: InteractionID, by actor: Actor, _ transaction: Transaction
    ) throws {
        try store.prove(presence, of: person, at: interaction, transaction)
        try transaction.record(Event("interaction.proven", subject: person, within: interaction), by: actor)
    }

    /// Writes a correction: a new row that says what the contact was, in the place of the last one that did. The others stay as they are.
    public func correct(
        _ interaction: InteractionID, to corrected: Interaction, by actor: Actor, _ transaction: Transaction
    ) throws -> InteractionID {
        let id = try store.insert(corrected, corrects: PastContactStore().last(of: interaction, transaction), transaction)
        try transaction.record(Event("interaction.corrected", within: id), by: actor)
        return id
    }

    /// Whom the contact concerns now.
    public func person(of interaction: InteractionID, _ snapshot: Snapshot) throws -> (person: PersonID, assurance: Assurance)? {
        try store.person(of: interaction, snapshot)
    }

    /// Writes how a contact that was open ended, about which product, and how long it took: a correction of what was not known when it
    /// began, and of which journey it is. From then on its presence proves nothing. False when it had ended already, or is not there.
    public func end(
        _ interaction: InteractionID, _ outcome: Outcome, product: Int64?, deed: Deed? = nil, journeys: Journeys, by actor: Actor,
        _ transaction: Transaction
    ) throws -> Bool {
        guard let open = try contact(interaction, transaction), open.outcome == .unknown else { return false }
        let seconds = max(0, (transaction.now - open.at.milliseconds) / 1000)
        var ended = open.interaction
        ended.outcome = outcome
        ended.product = product ?? open.product
        ended.deed = deed ?? open.deed
        ended.duration = Int(seconds)
        ended.journey =
            try open.journey
            ?? journeys.journey(of: ended, person: store.person(of: interaction, transaction)?.person, at: open.at, transaction)
        _ = try correct(interaction, to: ended, by: actor, transaction)
        return true
    }

    /// Whether the person was proven to be present at a contact of this agent that goes on.
    public func isPresent(
        _ person: PersonID, at interaction: InteractionID, with agent: Int64, now: Instant, _ snapshot: Snapshot
    ) throws -> Bool {
        try store.proves(person, present: interaction, with: agent, at: now, snapshot)
    }

    /// Whether it was ever proven at this contact that the person was there.
    public func wasProven(_ person: PersonID, at interaction: InteractionID, _ snapshot: Snapshot) throws -> Bool {
        try store.wasProven(person, at: interaction, snapshot)
    }

    /// The contacts of a person, the newest first.
    public func interactions(of person: PersonID, limit: Int, _ snapshot: Snapshot) throws -> [InteractionID] {
        try store.interactions(of: person, limit: limit, snapshot)
    }
}
