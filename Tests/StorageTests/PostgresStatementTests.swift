import Foundation
import Storage
import StoragePostgres
import TestKit
import Testing

@Suite("PostgreSQL: statements", .enabled(if: Engine.hasPostgres))
struct PostgresStatementTests {
    @Test("a connection keeps the statements that it may keep, and the server forgets the others")
    func evicts() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ settings in
                settings.connections = 1
                settings.statements = 3
            }) { driver in
                var answers: [Int64] = []
                for number in [Int64](1...12) {
                    for _ in 0..<2 { answers.append(try await driver.number(Self.numbered(number))) }
                }
                #expect(answers == (1...12).flatMap { [$0 * 10, $0 * 10] })
                let kept = try await driver.number("SELECT COUNT(*) AS n FROM pg_prepared_statements")
                #expect(kept > 0 && kept <= 3)
            }
        }
    }

    /// Twelve texts that differ, with a value bound in each.
    private static func numbered(_ number: Int64) -> SQL {
        let texts: [SQL] = [
            "SELECT 0 + \(number * 10) AS n", "SELECT 1 * \(number * 10) AS n", "SELECT \(number * 10) - 0 AS n",
            "SELECT \(number * 10) AS n",
            "SELECT \(number * 10) + 0 AS n", "SELECT 0 + 0 + \(number * 10) AS n", "SELECT \(number * 10) * 1 AS n",
            "SELECT 0 + \(number * 10) + 0 AS n", "SELECT \(number * 10) / 1 AS n", "SELECT 1 * 1 * \(number * 10) AS n",
            "SELECT \(number * 10) - 0 - 0 AS n", "SELECT \(number * 10) + 0 + 0 AS n",
        ]
        return texts[Int(number) - 1]
    }

    @Test("the same text binds values of other kinds, and NULL, each time")
    func bindsOtherKinds() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.connections = 1 }) { driver in
                try await driver.act { session in
                    _ = try session.execute("CREATE TABLE kinds (id BIGINT PRIMARY KEY, r DOUBLE PRECISION, t TEXT, b BYTEA)")
                    func insert(_ id: Int64, _ r: Double?, _ t: String?, _ b: [UInt8]?) throws {
                        _ = try session.execute("INSERT INTO kinds (id, r, t, b) VALUES (\(id), \(r), \(t), \(b))")
                    }
                    try insert(1, nil, nil, nil)
                    try insert(2, 0.1, "ñ\u{1F999}", [0, 255])
                    try insert(3, nil, "", [])
                    _ = try session.execute("INSERT INTO kinds (id, r, t, b) VALUES (\(4), \(7), \("x"), \([UInt8]()))")
                }
                for _ in 0..<3 {
                    let rows = try await driver.read { session in
                        var rows: [[Value]] = []
                        try session.each("SELECT id, r, t, b, id > 2 AS late FROM kinds ORDER BY id") { rows.append($0.cells.map(\.value)) }
                        return rows
                    }
                    #expect(
                        rows as? [[Value]] == [
                            [.int(1), .null, .null, .null, .int(0)],
                            [.int(2), .real(0.1), .text("ñ\u{1F999}"), .bytes([0, 255]), .int(0)],
                            [.int(3), .null, .text(""), .bytes([]), .int(1)],
                            [.int(4), .real(7), .text("x"), .bytes([]), .int(1)],
                        ])
                }
            }
        }
    }

    @Test("a statement prepared before a change of its table is prepared again")
    func preparesAgain() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.connections = 1 }) { driver in
                try await driver.prepare()
                let count: @Sendable (any Session) throws -> any Sendable = { session in
                    var names = 0
                    try session.each("SELECT * FROM counter WHERE id = 1") { names = $0.cells.count }
                    return names
                }
                #expect(try await driver.read(count) as? Int == 2)
                #expect(try await driver.read(count) as? Int == 2)
                try await driver.act { _ = try $0.execute("ALTER TABLE counter ADD COLUMN note TEXT") }
                #expect(try await driver.read(count) as? Int == 3)
            }
        }
    }

    @Test("a statement that runs too long is cancelled, and the connection serves the next one")
    func cancels() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ settings in
                settings.connections = 1
                settings.statement = .milliseconds(200)
            }) { driver in
                try await driver.prepare()
                let process = try await driver.number("SELECT pg_backend_pid() AS n")
                let start = ContinuousClock.now
                #expect(await fault { try await driver.act { _ = try $0.execute("SELECT pg_sleep(20)") } } == .tooLong)
                #expect(ContinuousClock.now - start < .seconds(3))
                #expect(try await driver.number("SELECT pg_backend_pid() AS n") == process)
            }
        }
    }

    @Test("a block that leaves its transaction idle for too long loses it, once")
    func endsIdleTransactions() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.idle = .milliseconds(200) }) { driver in
                try await driver.prepare()
                let runs = Tally()
                let kind = await fault {
                    try await driver.act { session in
                        runs.add()
                        try session.increment(1)
                        Thread.sleep(forTimeInterval: 0.6)
                        try session.increment(1)
                    }
                }
                #expect(kind == .tooLong)
                #expect(runs.value == 1)
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 0)
            }
        }
    }

    @Test("a table of any length is handed over row by row, and other statements may be sent meanwhile")
    func streams() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                try await driver.act { session in
                    _ = try session.execute("CREATE TABLE line (id BIGINT PRIMARY KEY)")
                    _ = try session.execute("INSERT INTO line (id) SELECT * FROM generate_series(1, 50000)")
                }
                let sum = try await driver.read { session in
                    var sum: Int64 = 0
                    try session.each("SELECT id FROM line ORDER BY id") { row in
                        let id: Int64 = try row["id"]
                        sum += id
                        if id == 1000 { sum += try session.number("SELECT 1 AS n") }
                    }
                    return sum
                }
                #expect(sum as? Int64 == 1_250_025_001)
                struct Enough: Error {}
                try await driver.act { session in
                    do { try session.each("SELECT id FROM line") { _ in throw Enough() } } catch is Enough {}
                    try session.increment(1)
                }
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 1)
            }
        }
    }

    @Test("faults are told apart and name no value")
    func tellsFaultsApart() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                func message(_ sql: SQL) async -> String {
                    do { try await driver.act { _ = try $0.execute(sql) } } catch { return "\(error)" }
                    return "no fault"
                }
                #expect(await message("UPDATE counter SET n = \(-77)") == "constraint: counter_low, counter (SQLSTATE 23514)")
                #expect(
                    await message("INSERT INTO counter (id, n) VALUES (\(1), 0)") == "constraint: counter_pkey, counter (SQLSTATE 23505)")
                #expect(await message("UPDATE counter SET n = \(Int64.max) + id") == "overflow: SQLSTATE 22003")
                #expect(await message("SELECT CAST(\("a secret") AS BIGINT)") == "statement: SQLSTATE 22P02")
                #expect(await message("SELECT \("a\u{0}secret") AS t") == "statement: SQLSTATE 22021")
                #expect(await message("SELECT none FROM counter").contains("none"))
                #expect(await fault { _ = try await driver.read { try $0.execute("DELETE FROM counter") } } == .readOnly)
                #expect(
                    await fault { _ = try await driver.number("SELECT SUM(n) + 9223372036854775807 + 1 AS n FROM counter") } == .overflow)
                #expect(await fault { _ = try await driver.number("SELECT AVG(id) AS n FROM counter") } == .overflow)
            }
        }
    }
}
