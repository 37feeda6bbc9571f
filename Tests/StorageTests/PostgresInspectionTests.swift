import Storage
import StoragePostgres
import TestKit
import Testing

@Suite("PostgreSQL: damages", .enabled(if: Engine.hasPostgres))
struct PostgresInspectionTests {
    @Test("a sound database has none")
    func findsNothing() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                try await driver.act { _ = try $0.execute("CREATE EXTENSION IF NOT EXISTS amcheck") }
                #expect(try await driver.damages() == [])
            }
        }
    }

    @Test("what was never proved or was switched off is named")
    func findsSleepers() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                try await driver.act { session in
                    _ = try session.execute("ALTER TABLE counter ADD CONSTRAINT high CHECK (n < 100) NOT VALID")
                    _ = try session.execute(
                        "CREATE TABLE part (id BIGINT PRIMARY KEY, counter BIGINT CONSTRAINT of_counter REFERENCES counter (id))")
                    _ = try session.execute("ALTER TABLE part DISABLE TRIGGER ALL")
                }
                #expect(
                    try await driver.damages() == [
                        "the constraint counter.high was never proved", "the constraint part.of_counter is switched off",
                    ])
            }
        }
    }

    @Test("an index that is out of order is named", .enabled(if: PostgresOwnServer.isThere))
    func findsDisorder() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                try await driver.act { session in
                    _ = try session.execute("CREATE EXTENSION amcheck")
                    _ = try session.execute("CREATE TABLE line (id BIGINT)")
                    _ = try session.execute("INSERT INTO line SELECT * FROM generate_series(1, 500)")
                    _ = try session.execute(
                        "CREATE FUNCTION compare(BIGINT, BIGINT) RETURNS INTEGER IMMUTABLE LANGUAGE sql AS 'SELECT btint8cmp($1, $2)'")
                    _ = try session.execute(
                        """
                        CREATE OPERATOR CLASS fickle FOR TYPE BIGINT USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =,
                        OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 compare(BIGINT, BIGINT)
                        """)
                    _ = try session.execute("CREATE INDEX line_order ON line (id fickle)")
                }
                #expect(try await driver.damages() == [])
                try await driver.act {
                    _ = try $0.execute(
                        "CREATE OR REPLACE FUNCTION compare(BIGINT, BIGINT) RETURNS INTEGER IMMUTABLE LANGUAGE sql AS 'SELECT btint8cmp($2, $1)'"
                    )
                }
                #expect(try await driver.damages() == ["the index line_order is out of order"])
            }
        }
    }
}
