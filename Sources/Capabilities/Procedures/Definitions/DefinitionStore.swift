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

    struct InFlight: Sendable {
        let service: String
        let version: Int
        let drafts: Int
        let cases: Int
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

    /// The versions in which something is under way, with how much of it: begun and not filed, and filed and not decided.
    func inFlight(_ snapshot: Snapshot) throws -> [InFlight] {
        try snapshot.all(
            """
            SELECT service, version, CAST(SUM(CASE WHEN filed IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS drafts,
                CAST(SUM(CASE WHEN filed IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS cases
            FROM procedure_run WHERE decided IS NULL GROUP BY service, version ORDER BY service, version
            """
        ) { InFlight(service: try $0["service"], version: try $0["version"], drafts: try $0["drafts"], cases: try $0["cases"]) }
    }

    /// The versions by which a case waits in a queue.
    func queued(_ snapshot: Snapshot) throws -> [(service: String, version: Int)] {
        try snapshot.all("SELECT DISTINCT service, version FROM procedure_run WHERE owner IS NOT NULL ORDER BY service, version") {
            (try $0["service"], try $0["version"])
        }
    }

    /// The versions that somebody needs: the newest of each service that can be begun, those of cases under way, and those of benefits that have
    /// not ended.
    func inUse(_ snapshot: Snapshot) throws -> [(service: String, version: Int)] {
        try snapshot.all(
            """
            SELECT service, CAST(MAX(version) AS BIGINT) AS version FROM procedure_definition
            WHERE service NOT IN (SELECT service FROM procedure_retirement WHERE reopened IS NULL) GROUP BY service
            UNION SELECT service, version FROM procedure_run WHERE decided IS NULL
            UNION SELECT r.service, r.version FROM procedure_benefit b JOIN procedure_run r ON r.id = b.procedure WHERE b.status <> 'ended'
            ORDER BY service, version
            """
        ) {
            (try $0["service"], try $0["version"])
        }
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
