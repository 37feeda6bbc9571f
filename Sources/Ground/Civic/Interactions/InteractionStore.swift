import Storage

/// The spine of the record and what hangs on it.
struct InteractionStore: Sendable {
    func insert(_ interaction: Interaction, corrects: InteractionID?, _ transaction: Transaction) throws -> InteractionID {
        try transaction.enter()
        let id = try transaction.newID()
        let at = interaction.at ?? Instant(milliseconds: transaction.now)
        let deeds = corrects == nil ? (interaction.deed, nil) : (Deed.correction, Optional(interaction.deed))
        try transaction.execute(
            """
            INSERT INTO interaction (id, act, at, day, medium, channel, modality, point, product, deed, corrected_deed, outcome, agent,
                matter, journey, wait, duration, transfer_of, corrects, origin)
            VALUES (\(id), \(transaction.act.number), \(at.milliseconds), \(Day(of: at).number), \(interaction.medium.rawValue),
                \(interaction.channel.number), \(interaction.modality.rawValue), \(interaction.point), \(interaction.product),
                \(deeds.0.number), \(deeds.1?.number), \(interaction.outcome.number), \(interaction.agent), \(interaction.matter),
                \(interaction.journey), \(interaction.wait), \(interaction.duration), \(interaction.transferOf), \(corrects),
                \(interaction.origin?.number))
            """)
        try transaction.execute("INSERT INTO uncounted (id) VALUES (\(id))")
        transaction.ring("spine")
        if let person = interaction.person {
            try tie(InteractionID(id), person, interaction.assurance, .tied, transaction)
        }
        return InteractionID(id)
    }

    enum Change: String { case tied, untied, merged, unmerged }

    func tie(
        _ interaction: InteractionID, _ person: PersonID, _ assurance: Assurance, _ change: Change, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO interaction_person (id, interaction, person, assurance, change, since)
            VALUES (\(try transaction.newID()), \(interaction), \(person), \(assurance.rawValue), \(change.rawValue), \(transaction.now))
            """)
    }

    /// Whom it concerns now: the last row says. nil when nobody, or the links were erased.
    func person(of interaction: InteractionID, _ snapshot: Snapshot) throws -> (person: PersonID, assurance: Assurance)? {
        guard
            let row = try snapshot.first(
                """
                SELECT person, assurance, change FROM interaction_person WHERE interaction = \(interaction) ORDER BY since DESC, id DESC LIMIT 1
                """)
        else { return nil }
        let change: String = try row["change"]
        guard change != Change.untied.rawValue, let assurance = Assurance(rawValue: try row["assurance"]) else { return nil }
        return (PersonID(try row["person"]), assurance)
    }

    func prove(_ presence: Presence, of person: PersonID, at interaction: InteractionID, _ transaction: Transaction) throws {
        let (evidence, reference) = presence.stored
        try transaction.execute(
            """
            INSERT INTO interaction_presence (id, interaction, person, evidence, reference, at)
            VALUES (\(try transaction.newID()), \(interaction), \(person), \(evidence), \(reference), \(transaction.now))
            ON CONFLICT (evidence, reference, interaction) DO NOTHING
            """)
    }

    /// Whether the person was proven to be present at an interaction of this agent that has not ended, within the last hours.
    func proves(
        _ person: PersonID, present interaction: InteractionID, with agent: Int64, at now: Instant, _ snapshot: Snapshot
    ) throws -> Bool {
        try snapshot.first(
            """
            SELECT interaction_presence.id FROM interaction_presence JOIN interaction ON interaction.id = interaction_presence.interaction
            WHERE interaction_presence.interaction = \(interaction) AND interaction_presence.person = \(person)
                AND interaction_presence.at > \(now.milliseconds - Presence.term) AND interaction.agent = \(agent)
                AND NOT EXISTS (SELECT 1 FROM interaction later WHERE later.corrects = interaction.id
                    AND later.outcome <> \(Outcome.unknown.number)) LIMIT 1
            """) != nil
    }

    /// Removes the links of a person; the spine, and so every total, stays what it was.
    func erase(_ person: PersonID, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM interaction_presence WHERE person = \(person)")
        try transaction.execute("DELETE FROM interaction_person WHERE person = \(person)")
    }

    /// The contacts that concern a person now, the newest first.
    func interactions(of person: PersonID, limit: Int, _ snapshot: Snapshot) throws -> [InteractionID] {
        try snapshot.all(
            """
            SELECT interaction FROM interaction_person WHERE person = \(person) AND change <> 'untied' AND \(Self.isLast)
            ORDER BY since DESC, interaction DESC LIMIT \(limit)
            """
        ) { InteractionID(try $0["interaction"]) }
    }

    /// Contacts that a merger moved from one person to the other.
    func merged(of merged: PersonID, into kept: PersonID, since: Instant, _ snapshot: Snapshot) throws -> [InteractionID] {
        try snapshot.all(
            """
            SELECT DISTINCT interaction FROM interaction_person
            WHERE person = \(kept) AND change = 'merged' AND since >= \(since.milliseconds) AND interaction IN
                (SELECT earlier.interaction FROM interaction_person earlier WHERE earlier.person = \(merged) AND earlier.change <> 'untied')
            ORDER BY interaction
            """
        ) { InteractionID(try $0["interaction"]) }
    }

    /// Contacts that were tied to a person at a moment or later, and still are.
    func tied(to person: PersonID, since: Instant, _ snapshot: Snapshot) throws -> [InteractionID] {
        try snapshot.all(
            """
            SELECT interaction FROM interaction_person
            WHERE person = \(person) AND change = 'tied' AND since >= \(since.milliseconds) AND \(Self.isLast) ORDER BY interaction
            """
        ) { InteractionID(try $0["interaction"]) }
    }

    func wasProven(_ person: PersonID, at interaction: InteractionID, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            "SELECT id FROM interaction_presence WHERE interaction = \(interaction) AND person = \(person) LIMIT 1") != nil
    }

    /// Contacts of some days that are somebody's, and whose.
    func named(from first: Day, to last: Day, _ snapshot: Snapshot) throws -> [(interaction: InteractionID, person: PersonID)] {
        try snapshot.all(
            """
            SELECT interaction_person.interaction AS interaction, interaction_person.person AS person
            FROM interaction JOIN interaction_person ON interaction_person.interaction = interaction.id
            WHERE interaction.day BETWEEN \(first.number) AND \(last.number) AND interaction_person.change <> 'untied' AND \(Self.isLast)
            """
        ) { (InteractionID(try $0["interaction"]), PersonID(try $0["person"])) }
    }

    /// That no later row says otherwise of the same contact.
    static let isLast: SQL = """
        NOT EXISTS (SELECT 1 FROM interaction_person later WHERE later.interaction = interaction_person.interaction
            AND (later.since > interaction_person.since
                OR (later.since = interaction_person.since AND later.id > interaction_person.id)))
        """
}
