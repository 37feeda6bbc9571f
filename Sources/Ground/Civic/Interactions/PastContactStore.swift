import Storage

/// The spine as it is read.
struct PastContactStore: Sendable {
    /// In the order of these ids, each as its last correction says; one that is not there is left out.
    func contacts(_ ids: [InteractionID], _ snapshot: Snapshot) throws -> [PastContact] {
        if ids.isEmpty { return [] }
        let found = try snapshot.all(
            """
            WITH RECURSIVE chain (id, last) AS (
                SELECT id, id FROM interaction WHERE id IN (\(list: ids))
                UNION ALL SELECT chain.id, later.id FROM chain JOIN interaction later ON later.corrects = chain.last
            )
            SELECT chain.id AS id, i.at AS at, i.medium AS medium, i.channel AS channel, i.modality AS modality,
                COALESCE(i.corrected_deed, i.deed) AS deed, i.point AS point, i.agent AS agent, i.matter AS matter, i.journey AS journey,
                i.outcome AS outcome, i.product AS product, i.wait AS wait, i.duration AS duration, i.transfer_of AS transfer_of
            FROM chain JOIN interaction i ON i.id = chain.last
            WHERE NOT EXISTS (SELECT 1 FROM interaction later WHERE later.corrects = chain.last)
            """
        ) { row in
            guard let medium = Medium(rawValue: try row["medium"]), let modality = Modality(rawValue: try row["modality"]) else {
                throw StorageFault(.shape, "the record holds a medium or a modality that this program does not know")
            }
            return PastContact(
                id: InteractionID(try row["id"]), at: Instant(milliseconds: try row["at"]), medium: medium,
                channel: Channel(try row["channel"]), modality: modality, deed: Deed(try row["deed"]),
                outcome: Outcome(try row["outcome"]), point: try row["point"], product: try row["product"], agent: try row["agent"],
                matter: try row["matter"], journey: try row["journey"], wait: try row["wait"], duration: try row["duration"],
                transferOf: try row["transfer_of"])
        }
        let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        return ids.compactMap { byID[$0] }
    }

    /// The row that says what a contact was: itself, or the last of its corrections.
    func last(of interaction: InteractionID, _ snapshot: Snapshot) throws -> InteractionID {
        var last = interaction
        while let later: InteractionID = try snapshot.value("SELECT id FROM interaction WHERE corrects = \(last)") { last = later }
        return last
    }

    /// The first contact about a case before a moment, when there is one.
    func first(about matter: Int64, before at: Instant, _ snapshot: Snapshot) throws -> PastContact? {
        let first: InteractionID? = try snapshot.value(
            """
            SELECT id FROM interaction WHERE matter = \(matter) AND at < \(at.milliseconds) AND corrects IS NULL ORDER BY at, id LIMIT 1
            """)
        return try first.flatMap { try contacts([$0], snapshot).first }
    }

    func attended(by agent: Int64, since: Instant, limit: Int, _ snapshot: Snapshot) throws -> [InteractionID] {
        try snapshot.all(
            """
            SELECT id FROM interaction WHERE agent = \(agent) AND at >= \(since.milliseconds) AND medium = \(Medium.desk.rawValue)
                AND corrects IS NULL ORDER BY id DESC LIMIT \(limit)
            """
        ) { InteractionID(try $0["id"]) }
    }
}
