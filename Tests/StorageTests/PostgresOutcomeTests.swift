import Storage
import StoragePostgres
import TestKit
import Testing

@Suite("PostgreSQL: outcomes", .enabled(if: Engine.hasPostgres))
struct PostgresOutcomeTests {
    @Test("an act whose connection ends before COMMIT had its effect is run again, once in all")
    func runsAgain() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                try await driver.act { session in
                    _ = try session.execute(
                        """
                        CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN IF (SELECT COUNT(*) FROM counter WHERE id = 9) = 0 THEN PERFORM pg_sleep(10); END IF; RETURN NULL; END $$
                        """)
                    _ = try session.execute(
                        """
                        CREATE CONSTRAINT TRIGGER linger AFTER INSERT ON act
                        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION linger()
                        """)
                }
                let runs = Tally()
                let act = Task {
                    try await driver.recorded { session in
                        runs.add()
                        try session.increment(1)
                    }
                }
                #expect(try await eventually { try await driver.number(Self.committing) == 1 })
                try await driver.act { _ = try $0.execute("INSERT INTO counter (id, n) VALUES (9, 0)") }
                let end: SQL =
                    "SELECT COUNT(pg_terminate_backend(pid)) AS n FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active' AND datname = current_database()"
                #expect(try await driver.number(end) == 1)
                try await act.value
                #expect(runs.value == 2)
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 1)
                #expect(try await driver.number("SELECT COUNT(*) AS n FROM act") == 1)
            }
        }
    }

    private static let committing: SQL =
        "SELECT COUNT(*) AS n FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active' AND datname = current_database() AND pid <> pg_backend_pid()"

    @Test("an act whose COMMIT had its effect, though nobody said so, is not run again", .enabled(if: PostgresOwnServer.isThere))
    func findsTheRecord() async throws {
        try await PostgresOwnServer.with { server in
            try await server.withDriver { driver in
                try await driver.prepare()
                try await server.set("synchronous_standby_names", to: "nowhere")
                let runs = Tally()
                let act = Task {
                    try await driver.recorded { session in
                        runs.add()
                        try session.increment(1)
                    }
                }
                let waiting: SQL = "SELECT COUNT(*) AS n FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
                #expect(try await eventually { try await driver.number(waiting) == 1 })
                let end: SQL = "SELECT COUNT(pg_terminate_backend(pid)) AS n FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
                #expect(try await driver.number(end) == 1)
                try await act.value
                #expect(runs.value == 1)
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 1)
            }
        }
    }

    @Test("as long as the process that has COMMIT lives, nobody guesses", .enabled(if: PostgresOwnServer.isThere))
    func saysUnknown() async throws {
        try await PostgresOwnServer.with { server in
            try await server.withDriver({ settings in
                settings.statement = .milliseconds(400)
                settings.grace = .milliseconds(200)
                settings.outcome = .seconds(1)
            }) { driver in
                try await driver.prepare()
                try await server.set("synchronous_standby_names", to: "nowhere")
                #expect(await fault { try await driver.recorded { try $0.increment(1) } } == .outcomeUnknown)
            }
        }
    }
}
