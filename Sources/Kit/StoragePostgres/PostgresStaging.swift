import Logging
import Storage

/// Stages a restore in a schema beside the real one, in the same database. The former schema is kept under a name with the
/// instant; both names change in one transaction.
public struct PostgresStaging: Staging {
    private static let staged = "restoring"
    private let url: String
    private let settings: PostgresSettings
    private let log: Logger
    private let former: String

    /// `instant` (Unix milliseconds) names the former schema.
    public init(
        url: String, instant: Int64, settings: PostgresSettings = PostgresSettings(), log: Logger = Logger(label: "storage.postgres")
    ) {
        self.url = url
        self.settings = settings
        self.log = log
        former = "before_\(instant)"
    }

    public func begin() async throws -> any Driver {
        try await alone { session in
            try session.dropSchema(Self.staged)
            _ = try session.execute("CREATE SCHEMA \(named: Self.staged)")
        }
        return try PostgresDriver(url: url, schema: Self.staged, settings: settings, log: log)
    }

    public func replace() async throws -> String? {
        let former = former
        let answer = try await alone { session -> String? in
            let real = try session.currentSchema()
            let isUsed = try session.isUsed(real)
            if isUsed {
                _ = try session.execute("ALTER SCHEMA \(named: real) RENAME TO \(named: former)")
            } else {
                try session.dropSchema(real)
            }
            _ = try session.execute("ALTER SCHEMA \(named: Self.staged) RENAME TO \(named: real)")
            return isUsed ? former : nil
        }
        return answer
    }

    public func discard() async {
        try? await alone { try $0.dropSchema(Self.staged) }
    }

    /// One act on the real database, over a connection that ends with it.
    private func alone<Answer: Sendable>(_ work: @escaping @Sendable (any Session) throws -> Answer) async throws -> Answer {
        let driver = try PostgresDriver(url: url, settings: settings, log: log)
        do {
            let act = ActID(Int64.random(in: Int64.min + 1 ... -1))
            let committed = try await driver.write(act, alone: true) { Committed(answer: try work($0), topics: [:]) }
            await driver.close()
            guard let answer = committed.answer as? Answer else { throw StorageFault(.corrupt, "an act left no answer") }
            return answer
        } catch {
            await driver.close()
            throw error
        }
    }
}

extension Session {
    fileprivate func dropSchema(_ name: String) throws {
        _ = try execute("DROP SCHEMA IF EXISTS \(named: name) CASCADE")
    }

    /// The schema that tables without one are in.
    fileprivate func currentSchema() throws -> String {
        var name: String?
        try each("SELECT current_schema() AS name") { name = try $0["name"] }
        guard let name else { throw StorageFault(.schema, "the database has no schema to restore into") }
        return name
    }

    /// Whether anything is kept in this schema.
    fileprivate func isUsed(_ schema: String) throws -> Bool {
        var found = false
        try each(
            """
            SELECT 1 AS one FROM pg_namespace WHERE nspname = \(schema) AND (
                EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = pg_namespace.oid)
                OR EXISTS (SELECT 1 FROM pg_proc WHERE pronamespace = pg_namespace.oid))
            """
        ) { _ in found = true }
        return found
    }
}
