import Foundation
import Storage
import StoragePostgres
import TestKit
import Testing

@Suite("PostgreSQL: restoring", .enabled(if: Engine.hasPostgres))
struct PostgresStagingTests {
    private static let notes = Schema("notes", [Migration("one", [.create(Table("note", [.id(), .text("words")]))])])

    /// Runs the body on a database with one note, and on a copy of it.
    private func withCopy(_ body: (Place, URL) async throws -> Void) async throws {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("copy-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try await Engine.postgres.withPlace { place in
            try await open(place) { database in
                _ = try await database.write { transaction in
                    try transaction.execute("INSERT INTO note (id, words) VALUES (1, \("as it was"))")
                }
                _ = try await database.backup(to: copy, [Self.notes])
                _ = try await database.write { transaction in
                    try transaction.execute("UPDATE note SET words = \("spoilt")")
                }
            }
            try await body(place, copy)
        }
    }

    private func open<Answer: Sendable>(_ place: Place, _ body: (Database) async throws -> Answer) async throws -> Answer {
        try await place.withDriver { driver in
            let database = Database(driver, keyring: World.keyring)
            try await database.migrate([Self.notes])
            try await database.join()
            return try await body(database)
        }
    }

    private func words(_ place: Place) async throws -> String? {
        try await open(place) { try await $0.read { try $0.value("SELECT words FROM note WHERE id = 1") } }
    }

    @Test("a copy takes the place of the real schema, which is kept beside it")
    func restores() async throws {
        try await withCopy { place, copy in
            let restore = Restore(from: copy, [Self.notes], keyring: World.keyring)
            let result = try await restore.run(PostgresStaging(url: place.address, instant: 42), mayReplace: {})
            #expect(result.former == "before_42")
            #expect(try await words(place) == "as it was")
            let kept: String? = try await open(place) { database in
                try await database.read { try $0.value("SELECT words FROM before_42.note WHERE id = 1") }
            }
            #expect(kept == "spoilt")
        }
    }

    @Test("a restore that may not replace leaves everything as it was, and nothing beside it")
    func leavesNothing() async throws {
        struct Refusal: Error {}
        try await withCopy { place, copy in
            let restore = Restore(from: copy, [Self.notes], keyring: World.keyring)
            await #expect(throws: Refusal.self) {
                try await restore.run(PostgresStaging(url: place.address, instant: 42), mayReplace: { throw Refusal() })
            }
            #expect(try await words(place) == "spoilt")
            let schemas: Int? = try await open(place) { database in
                try await database.read { try $0.value("SELECT COUNT(*) FROM pg_namespace WHERE nspname IN ('restoring', 'before_42')") }
            }
            #expect(schemas == 0)
        }
    }
}
