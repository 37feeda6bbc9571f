import Foundation
import Storage

/// The engines that the tests run on. `@Test("…", arguments: Engine.available)` runs a test on each of them.
public enum Engine: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite
    case postgres

    /// SQLite always; PostgreSQL when `TEST_POSTGRES_URL` names a server, such as `postgres://user@127.0.0.1:5432/postgres`.
    public static let available: [Engine] = PostgresServer.ofTheTests == nil ? [.sqlite] : [.sqlite, .postgres]

    /// Whether a PostgreSQL server is there to test on: `@Test(.enabled(if: Engine.hasPostgres))`.
    public static var hasPostgres: Bool { available.contains(.postgres) }

    public var description: String { rawValue }

    /// Gives the body a place of its own for its data, and clears it away afterwards.
    public func withPlace<Answer: Sendable>(_ body: (Place) async throws -> Answer) async throws -> Answer {
        try await Turnstile.ofPlaces.passing {
            let place = try await Place.make(on: self)
            do {
                let answer = try await body(place)
                await place.remove()
                return answer
            } catch {
                await place.remove()
                throw error
            }
        }
    }

    /// Gives the body a fresh database with these schemas, on its own place, with a node number and the clock given.
    public func withDatabase<Answer: Sendable>(
        _ schemas: [Schema] = [], clock: TestClock = TestClock(), _ body: (Database) async throws -> Answer
    ) async throws -> Answer {
        try await withPlace { place in try await place.withDatabase(schemas, now: clock.now, body) }
    }
}
