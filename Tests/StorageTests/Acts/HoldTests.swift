import Synchronization
import TestKit
import Testing

@testable import Storage

@Suite("Acts on the same row take turns")
struct HoldTests {
    /// How often the block ran, over all workers.
    private final class Runs: Sendable {
        let count = Mutex(0)
    }

    /// Several workers each add a peso many times, reading first what is there.
    private func add(holding: Bool, workers: Int, times: Int, in database: Database) async throws -> Int {
        let runs = Runs()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<workers {
                group.addTask {
                    for _ in 0..<times {
                        try await database.write { transaction in
                            runs.count.withLock { $0 += 1 }
                            if holding { try transaction.hold("account", 1) }
                            let pesos: Int64 = try transaction.value("SELECT pesos FROM account WHERE id = 1") ?? 0
                            try transaction.execute("UPDATE account SET pesos = \(pesos + 1) WHERE id = 1")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        return runs.count.withLock { $0 }
    }

    @Test("writers who hold the row lose no update", arguments: Engine.available)
    func held(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema], clock: TestClock()) { database in
            try await database.write { try Sample.openAccount(1, $0) }
            let times = Extent.of(20, long: 500)
            let runs = try await add(holding: true, workers: 4, times: times, in: database)
            #expect(try await Sample.pesos(of: 1, in: database) == Int64(4 * times))
            #expect(runs <= 4 * times + 4 * times / 2, "\(runs) runs for \(4 * times) acts: they were run again instead of waiting")
        }
    }

    @Test("writers who don't hold the row lose no update either, and settle", arguments: Engine.available)
    func notHeld(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { try Sample.openAccount(1, $0) }
            let times = Extent.of(15, long: 300)
            _ = try await add(holding: false, workers: 3, times: times, in: database)
            #expect(try await Sample.pesos(of: 1, in: database) == Int64(3 * times))
        }
    }

    @Test("two acts that each read what the other writes do not both succeed on what they read", arguments: Engine.available)
    func writeSkew(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            for round in 0..<Int64(Extent.of(10, long: 200)) {
                let (a, b) = (2 * round + 1, 2 * round + 2)
                try await database.write { transaction in
                    for id in [a, b] {
                        try Sample.openAccount(id, transaction)
                        try transaction.execute("UPDATE account SET pesos = 60 WHERE id = \(id)")
                    }
                }
                await withTaskGroup(of: Void.self) { group in
                    for id in [a, b] {
                        group.addTask {
                            try? await database.write { transaction in
                                let both = try transaction.value(
                                    "SELECT CAST(SUM(pesos) AS BIGINT) FROM account WHERE id IN (\(a), \(b))", as: Int64.self)
                                guard (both ?? 0) >= 100 else { throw Sample.Refusal(reason: "not enough") }
                                try transaction.execute("UPDATE account SET pesos = pesos - 60 WHERE id = \(id)")
                            }
                        }
                    }
                }
                let left = try await database.read { snapshot in
                    try snapshot.value("SELECT CAST(SUM(pesos) AS BIGINT) FROM account WHERE id IN (\(a), \(b))", as: Int64.self)
                }
                #expect(left == 60)
            }
        }
    }

    @Test("holding a row that is not there is no error", arguments: Engine.available)
    func nobodyThere(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            let settled = try await database.faultOfAct { try $0.hold("account", 77) }
            #expect(settled == nil)
        }
    }

    @Test("acts that hold two rows in opposite order settle", arguments: Engine.available)
    func opposite(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { transaction in for id in [1, 2] { try Sample.openAccount(Int64(id), transaction) } }
            let times = Extent.of(8, long: 100)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for order in [[1, 2], [2, 1]] {
                    group.addTask {
                        for _ in 0..<times {
                            try await database.write { transaction in
                                for id in order {
                                    try transaction.hold("account", Int64(id))
                                    try transaction.execute("UPDATE account SET pesos = pesos + 1 WHERE id = \(id)")
                                }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await Sample.pesos(of: 1, in: database) == Int64(2 * times))
            #expect(try await Sample.pesos(of: 2, in: database) == Int64(2 * times))
        }
    }
}
