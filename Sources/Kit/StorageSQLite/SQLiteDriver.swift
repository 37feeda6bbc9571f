import Foundation
import GRDB
import Storage

/// The embedded engine: one file in WAL mode with `synchronous=FULL`, one writer with a thread of its own, and readers on
/// snapshots beside it.
public final class SQLiteDriver: Driver {
    public var dialect: Dialect { .sqlite }
    private let pool: DatabasePool
    private let writer: Writer

    /// Opens the file, making it, readable by its owner alone, and its folder when they are missing. Throws a
    /// `StorageFault` when it can't be opened.
    public init(path: String, settings: SQLiteSettings = SQLiteSettings()) throws {
        do {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            var configuration = Configuration()
            configuration.busyMode = .timeout(settings.busySeconds)
            configuration.maximumReaderCount = settings.readers
            configuration.persistentReadOnlyConnections = true
            pool = try DatabasePool(path: path, configuration: configuration)
            // The pool sets NORMAL on its own writer when it opens in WAL mode.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(settings.isDurable ? "FULL" : "OFF")") }
        } catch {
            throw StorageFault(sqlite: error)
        }
        writer = Writer(pool)
    }

    public func read(_ work: @escaping @Sendable (any Session) throws -> any Sendable) async throws -> any Sendable {
        do {
            return try await pool.read { database in try work(SQLiteSession(database)) }
        } catch {
            throw error is DatabaseError ? StorageFault(sqlite: error) : error
        }
    }

    public func write(
        _ act: ActID, alone: Bool, _ work: @escaping @Sendable (any Session) throws -> Committed
    ) async throws -> Committed {
        try await writer.run(alone: alone, work)
    }

    /// Other processes on the same file see a topic move when they poll.
    public func notify(_ topics: Set<String>) {}

    public func hints() -> AsyncStream<Set<String>> {
        AsyncStream { $0.finish() }
    }

    public func ping() async throws {
        _ = try await read { session in try session.each("SELECT 1 AS one") { _ in } }
    }

    public func damages() async throws -> [String] {
        let found = try await read { session in
            var sentences: [String] = []
            try session.each("PRAGMA integrity_check(20)") { row in
                let sentence: String = try row["integrity_check"]
                if sentence != "ok" { sentences.append(sentence) }
            }
            try session.each("PRAGMA foreign_key_check") { row in
                sentences.append("a row of \(try row["table"] as String) refers to a missing row of \(try row["parent"] as String)")
            }
            return sentences
        }
        return found as? [String] ?? []
    }

    /// Stops the statements that run now, acts included: they end with `tooLong`.
    func interrupt() {
        pool.interrupt()
    }

    /// Acts that have begun are finished; reads that still run are stopped; the log is brought into the file, which the last
    /// connection of a pool can't do, since it only reads.
    public func close() async {
        await writer.stop()
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.interrupt()
                _ = try? self.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
                try? self.pool.close()
                continuation.resume()
            }
        }
    }
}
