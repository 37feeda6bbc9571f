import Civic
import Storage

/// Every version of every service, as it was written.
struct DefinitionStore: Sendable {
    struct Kept: Sendable {
        let service: String
        let version: Int
        let digest: String
        let source: String
    }

    func insert(_ kept: Kept, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO procedure_definition (id, service, version, digest, source, since)
            VALUES (\(try transaction.newID()), \(kept.service), \(kept.version), \(kept.digest), \(kept.source), \(transaction.now))
            """)
    }

    func digest(_ service: String, _ version: Int, _ snapshot: Snapshot) throws -> String? {
        try snapshot.value("SELECT digest FROM procedure_definition WHERE service = \(service) AND version = \(version)")
    }

    func source(_ service: String, _ version: Int, _ snapshot: Snapshot) throws -> String? {
        try snapshot.value("SELECT source FROM procedure_definition WHERE service = \(service) AND version = \(version)")
    }

    /// The newest of each service.
    func newest(_ snapshot: Snapshot) throws -> [(service: String, version: Int)] {
        try snapshot.all(
            "SELECT service, CAST(MAX(version) AS BIGINT) AS version FROM procedure_definition GROUP BY service ORDER BY service"
        ) {
            (try $0["service"], try $0["version"])
        }
    }
}
