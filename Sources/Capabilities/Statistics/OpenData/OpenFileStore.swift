import Civic
import Storage

/// The files that were published.
struct OpenFileStore: Sendable {
    func insert(_ kind: OpenFile.Kind, _ month: Month, version: Int, digest: String, body: [UInt8], _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO open_file (id, kind, month, version, digest, body, published)
            VALUES (\(try transaction.newID()), \(kind.rawValue), \(month.number), \(version), \(digest), \(body), \(transaction.now))
            """)
    }

    /// The newest versions first, without their content.
    func all(_ snapshot: Snapshot) throws -> [OpenFile] {
        try snapshot.all(
            """
            SELECT kind, month, version, digest, length(body) AS bytes, published FROM open_file ORDER BY month DESC, kind, version DESC
            """, Self.file
        ).compactMap(\.self)
    }

    /// The last version of a file of a month.
    func last(_ kind: OpenFile.Kind, _ month: Month, _ snapshot: Snapshot) throws -> OpenFile? {
        try snapshot.first(
            """
            SELECT kind, month, version, digest, length(body) AS bytes, published FROM open_file
            WHERE kind = \(kind.rawValue) AND month = \(month.number) ORDER BY version DESC LIMIT 1
            """
        ).flatMap(Self.file)
    }

    func body(_ kind: OpenFile.Kind, _ month: Month, version: Int, _ snapshot: Snapshot) throws -> [UInt8]? {
        try snapshot.value(
            "SELECT body FROM open_file WHERE kind = \(kind.rawValue) AND month = \(month.number) AND version = \(version)")
    }

    private static func file(_ row: Row) throws -> OpenFile? {
        guard let kind = OpenFile.Kind(rawValue: try row["kind"]) else { return nil }
        return OpenFile(
            kind: kind, month: Month(number: try row["month"]), version: try row["version"], digest: try row["digest"],
            bytes: try row["bytes"], published: Instant(milliseconds: try row["published"]))
    }
}
