import Foundation
import StoragePostgres
import StorageSQLite
import TestKit

@testable import Storage

/// A database with people and accounts, a copy of it, and places to restore into.
enum Copies {
    static let schemas = [Sample.schema, People.schema]

    /// From each engine to each.
    static let ways: [(Engine, Engine)] = Engine.available.flatMap { from in Engine.available.map { (from, $0) } }

    /// A folder of its own for copies, cleared away afterwards.
    static func withFolder<Answer>(_ body: (URL) async throws -> Answer) async throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("copies-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    /// Values of every kind, at the edges of what both engines keep.
    static func fill(_ database: Database) async throws {
        try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO piece (id, number, fraction, words, content)
                VALUES (1, \(Int64.min), \(-0.1), \("Ñandú 🐦 \u{10FFFF}"), \([0, 255] as [UInt8])),
                (2, \(Int64.max), \(Double.greatestFiniteMagnitude), \(""), \([UInt8]())),
                (-3, \(Int64?.none), \(Double?.none), \(String?.none), \([UInt8]?.none))
                """)
            for account in 1...3 as ClosedRange<Int64> { try Sample.openAccount(account, transaction) }
            try People.add(7, run: World.Citizen.run, phone: nil, keyring: World.keyring, transaction)
        }
    }

    /// A copy of a filled database on this engine.
    static func make(on engine: Engine, in folder: URL) async throws -> URL {
        let copy = folder.appendingPathComponent("copy")
        try await engine.withDatabase(schemas) { database async throws in
            try await fill(database)
            _ = try await database.backup(to: copy, schemas)
        }
        return copy
    }
}

extension Place {
    /// Where a restore to this place is built.
    func staging(instant: Int64) -> any Staging {
        switch engine {
        case .sqlite: SQLiteStaging(path: address, instant: instant)
        case .postgres: PostgresStaging(url: address, instant: instant)
        }
    }

    /// Restores a copy over this place.
    @discardableResult
    func restore(
        _ copy: URL, _ schemas: [Schema] = Copies.schemas, keyring: Keyring = World.keyring,
        mayReplace: @Sendable () async throws -> Void = {}
    ) async throws -> (restored: Manifest, former: String?) {
        try await Restore(from: copy, schemas, keyring: keyring).run(staging(instant: 42), mayReplace: mayReplace)
    }

    /// Whether something of an unfinished restore is left.
    func holdsRemains() async throws -> Bool {
        switch engine {
        case .sqlite:
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            return names.contains { $0.contains(".restoring") || $0.contains(".before") }
        case .postgres:
            let driver = try driver()
            let count = try await Database(driver, keyring: World.keyring).read { snapshot -> Int in
                try snapshot.value(
                    "SELECT COUNT(*) FROM pg_namespace WHERE nspname = 'restoring' OR strpos(nspname, 'before_') = 1") ?? 0
            }
            await driver.close()
            return count > 0
        }
    }
}
