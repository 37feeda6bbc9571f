import Storage

/// The spine as it is read.
struct PastContactStore: Sendable {
    /// In the order of these ids, each as its last correction says; one that is not there is left out.
    func contacts(_ ids: [InteractionID], _ snapshot: Snapshot) throws -> [PastContact] {
        if ids.isEmpty { return [] }
        let found = try snapshot.all(
            """
            SELECT i.id AS id, i.at AS at, i.medium AS medium, i.channel AS channel, i.deed AS deed, i.point AS point, i.agent AS agent,
                i.matter AS matter, COALESCE(f.outcome, i.outcome) AS outcome, COALESCE(f.product, i.product) AS product
            FROM interaction i LEFT JOIN interaction f
                ON f.id = (SELECT MAX(later.id) FROM interaction later WHERE later.corrects = i.id)
            WHERE i.id IN (\(list: ids))
            """
        ) { row in
            guard let medium = Medium(rawValue: try row["medium"]) else {
                throw StorageFault(.shape, "the record holds a medium that this program does not know")
            }
            return PastContact(
                id: InteractionID(try row["id"]), at: Instant(milliseconds: try row["at"]), medium: medium,
                channel: Channel(try row["channel"]), deed: Deed(try row["deed"]), outcome: Outcome(try row["outcome"]),
                point: try row["point"], product: try row["product"], agent: try row["agent"], matter: try row["matter"])
        }
        let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        return ids.compactMap { byID[$0] }
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
