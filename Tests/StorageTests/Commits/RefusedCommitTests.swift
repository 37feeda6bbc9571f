import StoragePostgres
import TestKit
import Testing

@testable import Storage

@Suite("PostgreSQL: COMMIT is refused, or nobody knows of it", .enabled(if: Engine.hasPostgres))
struct RefusedCommitTests {
    @Test("what the server refuses at COMMIT is a fault, leaves nothing, and the connection serves the next act")
    func refused() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.connections = 1 }) { driver in
                try await driver.prepare()
                try await driver.act { session in
                    _ = try session.execute(
                        """
                        CREATE TABLE late (id BIGINT PRIMARY KEY,
                            counter BIGINT NOT NULL REFERENCES counter (id) DEFERRABLE INITIALLY DEFERRED)
                        """)
                }
                let connection: SQL = "SELECT CAST(pg_backend_pid() AS BIGINT) AS n"
                let before = try await driver.number(connection)
                let runs = Tally()
                let end = await fault {
                    try await driver.recorded { session in
                        runs.add()
                        try session.increment(1)
                        _ = try session.execute("INSERT INTO late (id, counter) VALUES (1, 99)")
                    }
                }
                #expect(end == .constraint)
                #expect(runs.value == 1)
                #expect(try await driver.number("SELECT COUNT(*) AS n FROM act") == 0)
                try await driver.recorded { try $0.increment(1) }
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 1)
                #expect(try await driver.number(connection) == before)
            }
        }
    }

    @Test("after an unknown outcome, bringing the key again shows the first result, or makes it", arguments: [Proxy.Cut.before, .after])
    func keyAfterUnknown(_ cut: Proxy.Cut) async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDatabase([Sample.schema]) { direct in
                try await Proxy.with(before: place.address) { proxy, address in
                    var settings = PostgresSettings()
                    settings.outcome = .milliseconds(500)
                    settings.wait = .milliseconds(500)
                    let database = Database(try PostgresDriver(url: address, settings: settings), keyring: World.keyring)
                    try await database.join()
                    proxy.plan { _ in
                        proxy.refuse()
                        return cut
                    }
                    let key = OnceKey("k-1", scope: "accounts")
                    let open: @Sendable (Int64) async throws -> Int64 = { id in
                        try await database.write(once: key) { transaction in
                            try Sample.openAccount(id, transaction)
                            return id
                        }
                    }
                    #expect(await fault { _ = try await open(1) } == .outcomeUnknown)
                    proxy.plan { _ in nil }
                    proxy.refuse(false)
                    let answer = try await open(2)
                    #expect(answer == (cut == .after ? 1 : 2))
                    #expect(try await Sample.ids("account", in: direct) == [answer])
                    await database.close()
                }
            }
        }
    }
}
