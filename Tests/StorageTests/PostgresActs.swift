import Storage
import StoragePostgres
import Synchronization

/// What the tests of the PostgreSQL driver do with it: acts on a small table, by way of the sessions themselves.
extension PostgresDriver {
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

extension Session {
    /// The first column of the first row, which is called `n`.
    func number(_ sql: SQL) throws -> Int64 {
        var number: Int64?
        try each(sql) { number = number ?? (try $0["n"]) }
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

/// Waits until the condition holds; false when it has not within the limit.
func soon(within limit: Duration = .seconds(20), _ condition: () async throws -> Bool) async rethrows -> Bool {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(10))
    }
    return false
}

/// The fault that the work ends with, or nil.
func fault(_ work: () async throws -> Void) async -> StorageFault.Kind? {
    do { try await work() } catch { return (error as? StorageFault)?.kind }
    return nil
}
