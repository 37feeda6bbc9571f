import StoragePostgres
import TestKit
import Testing

@testable import Storage

@Suite("Acts that meet each other")
struct ContentionTests {
    @Test("two writers on one aggregate each do all of their acts, and none sees half of the other's", arguments: Engine.available)
    func wholeActs(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            try await database.write { transaction in for id in [1, 2] { try Sample.openAccount(Int64(id), transaction) } }
            let times = Extent.of(25, long: 1_000)
            let seen = Order<Int64>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 1...2 {
                    group.addTask {
                        for _ in 0..<times {
                            try await database.write { transaction in
                                try transaction.hold("account", 1)
                                try transaction.execute("UPDATE account SET pesos = pesos + \(writer) WHERE id = 1")
                                try transaction.execute("UPDATE account SET pesos = pesos + \(writer) WHERE id = 2")
                            }
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<times {
                        let pesos = try await database.read { snapshot in
                            try snapshot.all("SELECT pesos FROM account ORDER BY id") { try $0.at(0) as Int64 }
                        }
                        seen.append(pesos[0] - pesos[1])
                    }
                }
                try await group.waitForAll()
            }
            #expect(seen.all.allSatisfy { $0 == 0 })
            #expect(try await Sample.pesos(of: 1, in: database) == Int64(3 * times))
            #expect(try await Sample.pesos(of: 2, in: database) == Int64(3 * times))
        }
    }

    @Test("of many who book one place, one gets it", arguments: Engine.available)
    func onePlace(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database in
            for round in 1...Int64(Extent.of(5, long: 100)) {
                let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<8 {
                        group.addTask {
                            try await database.write { transaction in
                                try transaction.hold("account", round)
                                let free = try transaction.first("SELECT id FROM account WHERE id = \(round)") == nil
                                if free { try Sample.openAccount(round, transaction) }
                                return free
                            }
                        }
                    }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(winners == 1)
            }
        }
    }

    @Test("an act that meets others again and again is given up after a bounded number of runs", .enabled(if: Engine.hasPostgres))
    func bounded() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { other in
                try await other.prepare()
                try await place.withDriver({ $0.reruns = 3 }) { driver in
                    let runs = Tally()
                    let end = await fault {
                        try await driver.act { session in
                            runs.add()
                            _ = try session.number("SELECT n FROM counter WHERE id = 1")
                            try Self.wait { try await other.act { try $0.increment(1) } }
                            try session.increment(1)
                        }
                    }
                    #expect(end == .busy)
                    #expect(runs.value == 4)
                    let number = try await other.number("SELECT n FROM counter WHERE id = 1")
                    #expect(number == 4)
                }
            }
        }
    }

    @Test("an act that met another once is run again, and counts both", .enabled(if: Engine.hasPostgres))
    func runAgain() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                let runs = Tally()
                try await driver.act { session in
                    runs.add()
                    let before = try session.number("SELECT n FROM counter WHERE id = 1")
                    if runs.value == 1 { try Self.wait { try await driver.act { try $0.increment(1) } } }
                    _ = try session.execute("UPDATE counter SET n = \(before + 10) WHERE id = 1")
                }
                let number = try await driver.number("SELECT n FROM counter WHERE id = 1")
                #expect(number == 11)
                #expect(runs.value == 2)
            }
        }
    }

    /// Does something meanwhile, on a database thread in the middle of an act.
    private static func wait(_ work: @escaping @Sendable () async throws -> Void) throws {
        let gate = Gate()
        Task {
            _ = await fault { try await work() }
            gate.open()
        }
        gate.pass()
    }
}
