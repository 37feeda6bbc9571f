import Storage
import StoragePostgres
import TestKit
import Synchronization

/// What the tests of the PostgreSQL driver do with it: acts on a small table, by way of the sessions themselves.
extension PostgresDriver {
    /// A driver with the settings that a test needs, closed at the end of the body.
    static func with<Answer: Sendable>(
        _ url: String, _ change: (inout PostgresSettings) -> Void, _ body: (PostgresDriver) async throws -> Answer
    ) async throws -> Answer {
        var settings = PostgresSettings()
        settings.connections = 4
        settings.closing = .seconds(2)
        change(&settings)
        let driver = try PostgresDriver(url: url, settings: settings)
        do {
            let answer = try await body(driver)
            await driver.close()
            return answer
        } catch {
            await driver.close()
            throw error
        }
    }

    /// The record of acts and a table of counters with rows 1 to 4.
    func prepare() async throws {
        try await act { session in
            _ = try session.execute("CREATE TABLE act (id BIGINT PRIMARY KEY, at BIGINT NOT NULL)")
            _ = try session.execute("CREATE TABLE counter (id BIGINT PRIMARY KEY, n BIGINT NOT NULL CONSTRAINT counter_low CHECK (n >= 0))")
            _ = try session.execute("INSERT INTO counter (id, n) VALUES (1, 0), (2, 0), (3, 0), (4, 0)")
        }
    }

    /// One act, without a row in the record.
    func act(_ work: @escaping @Sendable (any Session) throws -> Void) async throws {
        _ = try await write(ActID(Int64.random(in: 1...Int64.max)), alone: false) { session in
            try work(session)
            return Committed(answer: true, topics: [:])
        }
    }

    /// One act that also leaves its row, as the product's acts do.
    func recorded(_ work: @escaping @Sendable (any Session) throws -> Void) async throws {
        let act = ActID(Int64.random(in: 1...Int64.max))
        _ = try await write(act, alone: false) { session in
            try work(session)
            _ = try session.execute("INSERT INTO act (id, at) VALUES (\(act.number), 0)")
            return Committed(answer: true, topics: [:])
        }
    }

    func number(_ sql: SQL) async throws -> Int64 {
        let answer = try await read { try $0.number(sql) }
        return answer as? Int64 ?? -1
    }
}

extension Place {
    func withDriver<Answer: Sendable>(
        _ change: (inout PostgresSettings) -> Void = { _ in }, _ body: (PostgresDriver) async throws -> Answer
    ) async throws -> Answer {
        try await PostgresDriver.with(address, change, body)
    }
}

extension Session {
    /// The first column of the first row, which is called `n`.
    func number(_ sql: SQL) throws -> Int64 {
        var number: Int64?
        try each(sql) { row in
            if number == nil { number = try row["n"] }
        }
        guard let number else { throw StorageFault(.shape, "no row") }
        return number
    }

    /// Reads a counter and writes it again, as code that decides does.
    func increment(_ id: Int64) throws {
        let before = try number("SELECT n FROM counter WHERE id = \(id)")
        _ = try execute("UPDATE counter SET n = \(before + 1) WHERE id = \(id)")
    }
}

/// Counts across threads.
final class Tally: Sendable {
    private let count = Atomic(0)
    func add() { count.add(1, ordering: .sequentiallyConsistent) }
    var value: Int { count.load(ordering: .sequentiallyConsistent) }
}

/// The fault that the work ends with, or nil.
func fault(_ work: () async throws -> Void) async -> StorageFault.Kind? {
    do { try await work() } catch { return (error as? StorageFault)?.kind }
    return nil
}
