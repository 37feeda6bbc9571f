import Storage
import StoragePostgres
import TestKit
import Testing

@Suite("PostgreSQL: holding", .enabled(if: Engine.hasPostgres))
struct PostgresHoldTests {
    @Test("acts that hold the same row wait for each other and are never run again", arguments: [true, false])
    func waits(_ holds: Bool) async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.reruns = 200 }) { driver in
                try await driver.prepare()
                let runs = Tally()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<16 {
                        group.addTask {
                            for _ in 0..<10 {
                                try await driver.recorded { session in
                                    runs.add()
                                    if holds { try session.hold("counter", 1) }
                                    try session.increment(1)
                                }
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 160)
                if holds { #expect(runs.value == 160) } else { #expect(runs.value > 160, "without holding they meet") }
            }
        }
    }

    @Test("two rows held in opposite orders come to an end, and each act counts once", .enabled(if: PostgresOwnServer.isThere))
    func resolvesDeadlocks() async throws {
        try await PostgresOwnServer.with(["deadlock_timeout = '50ms'"]) { server in
            try await server.withDriver { driver in
                try await driver.prepare()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for caller in 0..<8 {
                        group.addTask {
                            let (first, second): (Int64, Int64) = caller.isMultiple(of: 2) ? (1, 2) : (2, 1)
                            for _ in 0..<5 {
                                try await driver.recorded { session in
                                    try session.hold("counter", first)
                                    try session.increment(first)
                                    try session.hold("counter", second)
                                    try session.increment(second)
                                }
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await driver.number("SELECT SUM(n) AS n FROM counter") == 80)
            }
        }
    }

    @Test("what a refused, a failed or a lost act held is free again")
    func letsGo() async throws {
        struct Refusal: Error {}
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                await #expect(throws: Refusal.self) {
                    try await driver.act { session in
                        try session.hold("counter", 1)
                        throw Refusal()
                    }
                }
                let kind = await fault {
                    try await driver.act { session in
                        try session.hold("counter", 1)
                        _ = try session.execute("UPDATE counter SET n = -1")
                    }
                }
                #expect(kind == .constraint)
                let runs = Tally()
                try await driver.recorded { session in
                    runs.add()
                    try session.hold("counter", 1)
                    if runs.value == 1 { _ = try session.execute("SELECT pg_terminate_backend(pg_backend_pid())") }
                    try session.increment(1)
                }
                #expect(runs.value == 2)
                #expect(
                    try await driver.number(
                        "SELECT COUNT(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                    ) == 0)
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 1)
            }
        }
    }

    @Test("who waits too long for a row is told that it is busy")
    func boundsTheWait() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.lock = .milliseconds(150) }) { driver in
                try await driver.prepare()
                let holding = Tally()
                let first = Task {
                    try await driver.act { session in
                        try session.hold("counter", 1)
                        holding.add()
                        _ = try session.execute("SELECT pg_sleep(0.8)")
                    }
                }
                #expect(await eventually { holding.value == 1 })
                #expect(await fault { try await driver.act { try $0.hold("counter", 1) } } == .busy)
                try await first.value
            }
        }
    }

    @Test("acts that run alone take turns, however they began")
    func takesTurns() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                let runs = Tally()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 1...6 {
                        group.addTask {
                            _ = try await driver.write(ActID(Int64(number)), alone: true) { session in
                                runs.add()
                                try session.increment(1)
                                return Committed(answer: true, topics: [:])
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(runs.value == 6)
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 6)
            }
        }
    }
}
