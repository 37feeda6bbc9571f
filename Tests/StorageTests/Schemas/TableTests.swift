import TestKit
import Testing

@testable import Storage

@Suite("Tables as the engines make them")
struct TableTests {
    private static let table = Table(
        "record",
        [
            .id(), .int("count"), .real("share").optional, .text("title").unique, .bytes("content").optional, .secret("run"),
            .lookup("run_lookup", of: "run").optional, .int("state").check("state IN (0, 1)"),
        ], constraints: ["UNIQUE (count, state)"])

    @Test("SQLite: rowid aliases in strict tables")
    func sqlite() {
        #expect(
            Self.table.creation(for: .sqlite).rendered(for: .sqlite).text == """
                CREATE TABLE record (
                  id INTEGER PRIMARY KEY,
                  count INTEGER NOT NULL,
                  share REAL,
                  title TEXT NOT NULL UNIQUE,
                  content BLOB,
                  run BLOB NOT NULL,
                  run_lookup BLOB,
                  state INTEGER NOT NULL CHECK (state IN (0, 1)),
                  UNIQUE (count, state)
                ) STRICT
                """)
    }

    @Test("PostgreSQL: 64-bit integers and texts in the order of their bytes")
    func postgres() {
        #expect(
            Self.table.creation(for: .postgres).rendered(for: .postgres).text == """
                CREATE TABLE record (
                  id BIGINT PRIMARY KEY,
                  count BIGINT NOT NULL,
                  share DOUBLE PRECISION,
                  title TEXT COLLATE "C" NOT NULL UNIQUE,
                  content BYTEA,
                  run BYTEA NOT NULL,
                  run_lookup BYTEA,
                  state BIGINT NOT NULL CHECK (state IN (0, 1)),
                  UNIQUE (count, state)
                )
                """)
    }

    @Test("every rule of a table is kept by the engine", arguments: Engine.available)
    func rules(_ engine: Engine) async throws {
        try await engine.withDatabase([Schema("records", [Migration("records", [.create(Self.table)])])]) { database async throws in
            func insert(_ id: Int, _ count: Int?, _ title: String?, _ state: Int) async throws -> StorageFault.Kind? {
                try await database.faultOfAct {
                    try $0.execute(
                        "INSERT INTO record (id, count, title, run, state) VALUES (\(id), \(count), \(title), \([0] as [UInt8]), \(state))")
                }
            }
            #expect(try await insert(1, 1, "a", 0) == nil)
            #expect(try await insert(1, 2, "b", 0) == .constraint)
            #expect(try await insert(2, nil, "b", 0) == .constraint)
            #expect(try await insert(2, 2, nil, 0) == .constraint)
            #expect(try await insert(2, 2, "a", 0) == .constraint)
            #expect(try await insert(2, 1, "b", 0) == .constraint)
            #expect(try await insert(2, 2, "b", 2) == .constraint)
            #expect(try await insert(2, 2, "b", 1) == nil)
            #expect(try await Sample.ids("record", in: database) == [1, 2])
        }
    }

    @Test("a column takes its own kind of value and no other", arguments: Engine.available)
    func kinds(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database async throws in
            // A real bound for an integer is left out: PostgreSQL rounds it, SQLite refuses it, and Swift's types tell them apart.
            let wrong: [SQL] = [
                "INSERT INTO piece (id, number) VALUES (1, \("seven"))",
                "INSERT INTO piece (id, fraction) VALUES (1, \("seven"))", "INSERT INTO piece (id, content) VALUES (1, \("seven"))",
            ]
            for statement in wrong {
                #expect(try await database.faultOfAct { try $0.execute(statement) } != nil, "\(statement)")
            }
            #expect(try await Sample.ids("piece", in: database) == [])
        }
    }

    @Test("a table with a subject names what stands beside it in clear")
    func exposed() {
        let open = Table("visit", [.id(), .subject("person", "person"), .text("note"), .secret("phone"), .int("at").open])
        #expect(open.exposed == ["note"])
        #expect(Table("place", [.id(), .text("name")]).exposed == [])
    }
}
