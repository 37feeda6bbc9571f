import Foundation
import Storage
import StoragePostgres
import StorageSQLite

/// Where the data of one test stands: a file in a folder of its own, or a database of its own on the tests' server.
public struct Place: Sendable {
    public let engine: Engine
    /// The path of the file, or the URL of the database.
    public let address: String

    public init(engine: Engine, address: String) {
        self.engine = engine
        self.address = address
    }

    static func make(on engine: Engine) async throws -> Place {
        switch engine {
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ventanilla-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return Place(engine: engine, address: folder.appendingPathComponent("data.db").path)
        case .postgres:
            guard let server = PostgresServer.ofTheTests else { throw PostgresServer.Missing() }
            return Place(engine: engine, address: try await server.makeDatabase())
        }
    }

    func remove() async {
        switch engine {
        case .sqlite: try? FileManager.default.removeItem(at: folder)
        case .postgres: await PostgresServer.ofTheTests?.removeDatabase(address)
        }
    }

    /// The folder of a SQLite file, where a test may put more files.
    public var folder: URL { URL(fileURLWithPath: address).deletingLastPathComponent() }

    /// A driver of its own on this place, as another process would have.
    public func driver() throws -> any Driver {
        switch engine {
        case .sqlite: try SQLiteDriver(path: address)
        case .postgres: try PostgresDriver(url: address)
        }
    }

    /// Opens the place as a process does: migrates it, takes a node number, and lets go of both afterwards.
    public func withDatabase<Answer: Sendable>(
        _ schemas: [Schema] = [], keyring: Keyring = World.keyring, now: @escaping @Sendable () -> Int64 = Database.systemNow,
        _ body: (Database) async throws -> Answer
    ) async throws -> Answer {
        let database = Database(try driver(), keyring: keyring, now: now)
        do {
            try await database.migrate(schemas)
            try await database.join()
            let answer = try await body(database)
            await database.close()
            return answer
        } catch {
            await database.close()
            throw error
        }
    }
}
