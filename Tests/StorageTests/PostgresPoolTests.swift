import Foundation
import Storage
import StoragePostgres
import TestKit
import Testing

@Suite("PostgreSQL: the pool", .enabled(if: Engine.hasPostgres))
struct PostgresPoolTests {
    @Test("acts that come while the server is stopped are done when it is back", .enabled(if: PostgresOwnServer.isThere))
    func heals() async throws {
        try await PostgresOwnServer.with { server in
            try await server.withDriver { driver in
                try await driver.prepare()
                try await server.stop()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<12 { group.addTask { try await driver.recorded { try $0.increment(1) } } }
                    try await Task.sleep(for: .milliseconds(300))
                    try await server.start()
                    try await group.waitForAll()
                }
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 12)
            }
        }
    }

    @Test(
        "a server that is killed under load loses nothing that was acknowledged and counts nothing twice",
        .enabled(if: PostgresOwnServer.isThere))
    func survivesKills() async throws {
        try await PostgresOwnServer.with(["fsync = on"]) { server in
            try await server.withDriver { driver in
                try await driver.prepare()
                let acknowledged = Tally()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<6 {
                        group.addTask {
                            for _ in 0..<60 {
                                try await driver.recorded { try $0.increment(1) }
                                acknowledged.add()
                            }
                        }
                    }
                    for _ in 0..<2 {
                        try await Task.sleep(for: .milliseconds(150))
                        try await server.stop("immediate")
                        try await server.start()
                    }
                    try await group.waitForAll()
                }
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == acknowledged.value)
                #expect(try await driver.number("SELECT COUNT(*) AS n FROM act") == 360)
            }
        }
    }

    @Test("who waits longer than the bound for a server that is gone gets `unavailable`", .enabled(if: PostgresOwnServer.isThere))
    func boundsTheWait() async throws {
        try await PostgresOwnServer.with { server in
            try await server.withDriver({ $0.wait = .milliseconds(700) }) { driver in
                try await driver.prepare()
                try await server.stop()
                let start = ContinuousClock.now
                #expect(await fault { try await driver.act { try $0.increment(1) } } == .unavailable)
                #expect(await fault { try await driver.ping() } == .unavailable)
                #expect(ContinuousClock.now - start < .seconds(4))
            }
        }
    }

    @Test("a session that the server ended while it was idle is noticed before it is used")
    func noticesFarewells() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.connections = 1 }) { driver in
                try await driver.prepare()
                try await place.withDriver({ $0.connections = 1 }) { other in
                    let end: SQL =
                        """
                        SELECT COUNT(pg_terminate_backend(pid)) AS n FROM pg_stat_activity
                        WHERE pid <> pg_backend_pid() AND datname = current_database()
                        """
                    let ended = try await other.number(end)
                    #expect(ended == 1)
                    // Told to end is not yet ended: only then its farewell is on the way.
                    let left: SQL =
                        "SELECT COUNT(*) AS n FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
                    let isGone = try await eventually { try await other.number(left) == 0 }
                    #expect(isGone)
                }
                let runs = Tally()
                try await driver.act { session in
                    runs.add()
                    try session.increment(1)
                }
                #expect(runs.value == 1)
            }
        }
    }

    @Test("a server process that no longer answers is given up, and its act is run on another")
    func givesUpTheSilent() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ settings in
                settings.connections = 1
                settings.statement = .milliseconds(300)
                settings.grace = .milliseconds(300)
            }) { driver in
                try await driver.prepare()
                let process = pid_t(try await driver.number("SELECT pg_backend_pid() AS n"))
                kill(process, SIGSTOP)
                defer { kill(process, SIGCONT) }
                try await driver.recorded { try $0.increment(1) }
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 1)
            }
        }
    }

    @Test("acts that wait for each other leave connections for reads")
    func keepsRoomForReads() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { driver in
                try await driver.prepare()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            try await driver.act { session in
                                try session.hold("counter", 1)
                                _ = try session.number("SELECT COUNT(pg_sleep(0.05)) AS n")
                            }
                        }
                    }
                    try await Task.sleep(for: .milliseconds(100))
                    let start = ContinuousClock.now
                    #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 0)
                    #expect(ContinuousClock.now - start < .milliseconds(500))
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test("a caller that goes while it waits is let go; an act that has begun is finished")
    func letsCallersGo() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.connections = 1 }) { driver in
                try await driver.prepare()
                let gate = Gate()
                let first = Task {
                    try await driver.act { session in
                        gate.pass()
                        try session.increment(1)
                    }
                }
                #expect(await eventually { gate.isReached })
                let second = Task { try await driver.act { try $0.increment(2) } }
                try await Task.sleep(for: .milliseconds(50))
                first.cancel()
                second.cancel()
                await #expect(throws: CancellationError.self) { try await second.value }
                gate.open()
                try await first.value
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 1") == 1)
                #expect(try await driver.number("SELECT n FROM counter WHERE id = 2") == 0)
            }
        }
    }

    @Test("closing refuses who waits and finishes what runs")
    func closes() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver({ $0.connections = 1 }) { driver in
                try await driver.prepare()
                let begun = Tally()
                let running = Task {
                    try await driver.act { session in
                        begun.add()
                        _ = try session.number("SELECT COUNT(pg_sleep(1.2)) AS n")
                    }
                }
                #expect(await eventually { begun.value == 1 })
                let waiting = Task { await fault { try await driver.act { try $0.increment(1) } } }
                try await Task.sleep(for: .milliseconds(300))
                await driver.close()
                try await running.value
                #expect(await waiting.value == .closed)
                #expect(await fault { try await driver.ping() } == .closed)
            }
        }
    }

    @Test("what goes wrong with an address never repeats it")
    func keepsAddressesSecret() async throws {
        #expect(throws: StorageFault.self) { try PostgresDriver(url: "mysql://hidden-name@example/x") }
        #expect(throws: StorageFault.self) { try PostgresDriver(url: "postgres://hidden-name:p@example/x?no_such=1") }
        try await Engine.postgres.withPlace { place in
            var settings = PostgresSettings()
            settings.wait = .milliseconds(100)
            let url = place.address.replacing(/\/\/[^@]*@/, with: "//hidden-name:hidden-word@") + "?sslmode=disable"
            let driver = try PostgresDriver(url: url, settings: settings)
            do {
                try await driver.ping()
                Issue.record("nobody of that name is there")
            } catch {
                #expect("\(error)" == "unavailable: there is no such database or role")
            }
            await driver.close()
        }
    }
}
