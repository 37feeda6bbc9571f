import Storage

extension InteractionDesk {
    /// Contacts at desks with a person who was named, by agent and point, since a moment.
    public func presenceCounts(since: Instant, _ snapshot: Snapshot) throws -> [PresenceCount] {
        try PresenceCountStore().counts(since: since, snapshot)
    }

    /// One contact in a hundred of the same, which nobody can foresee, the oldest first.
    public func presenceSample(since: Instant, _ snapshot: Snapshot) throws -> [PresenceSample] {
        try PresenceCountStore().sample(since: since, snapshot)
    }
}

/// Contacts at desks with a person, and whether anything proves that they were there.
struct PresenceCountStore: Sendable {
    func counts(since: Instant, _ snapshot: Snapshot) throws -> [PresenceCount] {
        try snapshot.all(
            """
            SELECT agent, point, COUNT(*) AS contacts, CAST(SUM(CASE WHEN \(Self.isProven) THEN 0 ELSE 1 END) AS BIGINT) AS unproven
            FROM interaction WHERE \(Self.isAttended(since: since)) GROUP BY agent, point ORDER BY agent, COALESCE(point, 0)
            """
        ) {
            PresenceCount(agent: try $0["agent"], point: try $0["point"], contacts: try $0["contacts"], unproven: try $0["unproven"])
        }
    }

    /// The millisecond in which a contact was opened draws it: it stands above the 22 low bits of its id.
    func sample(since: Instant, _ snapshot: Snapshot) throws -> [PresenceSample] {
        try snapshot.all(
            """
            SELECT id, agent, point, at, CASE WHEN \(Self.isProven) THEN 1 ELSE 0 END AS proven FROM interaction
            WHERE \(Self.isAttended(since: since)) AND (id / 4194304) % 100 = 0 ORDER BY id LIMIT 10000
            """
        ) {
            PresenceSample(
                id: InteractionID(try $0["id"]), agent: try $0["agent"], point: try $0["point"],
                at: Instant(milliseconds: try $0["at"]), isProven: try $0["proven"])
        }
    }

    private static let isProven: SQL =
        "EXISTS (SELECT 1 FROM interaction_presence WHERE interaction_presence.interaction = interaction.id)"

    private static func isAttended(since: Instant) -> SQL {
        """
        at >= \(since.milliseconds) AND medium = \(Medium.desk.rawValue) AND agent IS NOT NULL AND corrects IS NULL
            AND EXISTS (SELECT 1 FROM interaction_person WHERE interaction_person.interaction = interaction.id)
        """
    }
}
