import Civic
import Storage

/// Which contacts of the sample were looked at.
struct UnprovenStore: Sendable {
    func looked(_ ids: [InteractionID], _ snapshot: Snapshot) throws -> Set<InteractionID> {
        Set(try snapshot.all("SELECT id FROM sample_look WHERE id IN (\(list: ids))") { InteractionID(try $0["id"]) })
    }

    func insert(_ id: InteractionID, _ staff: Int64, _ finding: UnprovenDesk.Finding, _ transaction: Transaction) throws -> Bool {
        try transaction.first(
            """
            INSERT INTO sample_look (id, supervisor, finding, at) VALUES (\(id), \(staff), \(finding.rawValue), \(transaction.now))
            ON CONFLICT DO NOTHING RETURNING id
            """) != nil
    }
}
