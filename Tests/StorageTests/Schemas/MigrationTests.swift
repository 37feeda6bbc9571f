import TestKit
import Testing

@testable import Storage

@Suite("Migrations")
struct MigrationTests {
    private static let first = Migration("people", [.create(Table("person", [.id(), .text("name")]))])
    private static let second = Migration(
        "nicknames",
        [
            .add(.text("nickname").optional, to: "person"), .run("UPDATE person SET nickname = name"),
            .run("CREATE INDEX person_nickname ON person (nickname)"),
        ])

    private func withEmpty(_ engine: Engine, _ body: (Database, Place) async throws -> Void) async throws {
        try await engine.withPlace { place in
            let database = Database(try place.driver(), keyring: World.keyring)
            do { try await body(database, place) } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }

    @Test("they run in order, storage's own first, and only once", arguments: Engine.available)
    func inOrder(_ engine: Engine) async throws {
        try await withEmpty(engine) { database, _ async throws in
            let told = Order<String>()
            let other = Schema("other", [Migration("things", [.create(Table("thing", [.id(), .int("person").references("person")]))])])
            let people = Schema("people", [Self.first, Self.second])
            let done = try await database.migrate([people, other]) { told.append($0) }
            #expect(done == ["storage/acts", "people/people", "people/nicknames", "other/things"])
            #expect(told.all == done)
            #expect(try await database.migrate([people, other]) == [])
            try await database.mustBeMigrated([people, other])
        }
    }

    @Test("what was there before a migration is there afterwards", arguments: Engine.available)
    func keepsRows(_ engine: Engine) async throws {
        try await withEmpty(engine) { database, _ async throws in
            try await database.migrate([Schema("people", [Self.first])])
            try await database.join()
            try await database.write { try $0.execute("INSERT INTO person (id, name) VALUES (1, \(World.Citizen.name))") }
            let done = try await database.migrate([Schema("people", [Self.first, Self.second])])
            #expect(done == ["people/nicknames"])
            let nickname = try await database.read { try $0.value("SELECT nickname FROM person WHERE id = 1", as: String.self) }
            #expect(nickname == World.Citizen.name)
        }
    }

    @Test("one that fails half way leaves nothing, and those before it stay", arguments: Engine.available)
    func halfFailed(_ engine: Engine) async throws {
        try await withEmpty(engine) { database, _ async throws in
            let broken = Migration(
                "broken",
                [
                    .create(Table("half", [.id()])), .add(.text("nickname").optional, to: "person"),
                    .run("INSERT INTO half (id) VALUES (1)"), .run("INSERT INTO nowhere (id) VALUES (1)"),
                ])
            let failed = await fault { try await database.migrate([Schema("people", [Self.first, broken])]) }
            #expect(failed == .statement)
            for sentence in ["SELECT id FROM half", "SELECT nickname FROM person"] as [SQL] {
                #expect(try await database.faultOfRead { _ = try $0.all(sentence) } == .statement)
            }
            #expect(try await database.history().map(\.name) == ["people", "acts"])
            // Mended, it runs whole.
            let done = try await database.migrate([Schema("people", [Self.first, Self.second])])
            #expect(done == ["people/nicknames"])
        }
    }

    @Test("a table is dropped with its migration", arguments: Engine.available)
    func drops(_ engine: Engine) async throws {
        try await withEmpty(engine) { database, _ async throws in
            let schema = Schema("people", [Self.first, Migration("gone", [.drop("person")])])
            try await database.migrate([schema])
            #expect(schema.tables.isEmpty)
            #expect(try await database.faultOfRead { _ = try $0.all("SELECT id FROM person") } == .statement)
        }
    }

    @Test("a newer database is refused, and left as it is", arguments: Engine.available)
    func newer(_ engine: Engine) async throws {
        try await withEmpty(engine) { database, _ async throws in
            let newer = [Schema("people", [Self.first, Self.second])]
            try await database.migrate(newer)
            for older in [[Schema("people", [Self.first])], []] {
                #expect(await fault { try await database.migrate(older) } == .schema)
                #expect(await fault { try await database.mustBeMigrated(older) } == .schema)
            }
            try await database.mustBeMigrated(newer)
        }
    }

    @Test("an older database is told from a present one", arguments: Engine.available)
    func older(_ engine: Engine) async throws {
        try await withEmpty(engine) { database, _ async throws in
            #expect(await fault { try await database.mustBeMigrated([]) } == .schema)
            try await database.migrate([Schema("people", [Self.first])])
            #expect(await fault { try await database.mustBeMigrated([Schema("people", [Self.first, Self.second])]) } == .schema)
        }
    }

    @Test("a history that was changed instead of appended to is refused", arguments: Engine.available)
    func appendOnly(_ engine: Engine) async throws {
        try await withEmpty(engine) { database, _ async throws in
            try await database.migrate([Schema("people", [Self.first, Self.second])])
            let swapped = [Schema("people", [Self.second, Self.first])]
            let inserted = [Schema("people", [Self.first, Migration("between", []), Self.second])]
            for schemas in [swapped, inserted] {
                #expect(await fault { try await database.migrate(schemas) } == .schema)
            }
            #expect(try await database.history().map(\.name) == ["people", "nicknames", "acts"])
        }
    }

    @Test("several processes that migrate at once do each migration once", arguments: Engine.available)
    func atOnce(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let schema = Schema("people", [Self.first, Self.second])
            let databases = try (0..<4).map { _ in Database(try place.driver(), keyring: World.keyring) }
            let done = try await withThrowingTaskGroup(of: [String].self) { group in
                for database in databases { group.addTask { try await database.migrate([schema]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(done.sorted() == ["people/nicknames", "people/people", "storage/acts"])
            for database in databases { await database.close() }
        }
    }
}
