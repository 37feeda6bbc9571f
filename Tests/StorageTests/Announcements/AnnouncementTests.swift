import Logging
import StoragePostgres
import TestKit
import Testing

@testable import Storage

@Suite("Announcements")
struct AnnouncementTests {
    /// Gives the body what a listener of the topic hears, as it comes in.
    private func listening(to topic: String, in database: Database, _ body: (Order<Int64>) async throws -> Void) async throws {
        let heard = Order<Int64>()
        let versions = database.listen(topic)
        let task = Task { for await version in versions { heard.append(version) } }
        try await body(heard)
        task.cancel()
        await task.value
    }

    private func announce(_ topic: String, in database: Database) async throws -> Int64 {
        try await database.write { transaction in
            transaction.announce(topic)
            return transaction.act.number
        }
    }

    @Test("a listener hears the version of a topic after COMMIT, and can read it", arguments: Engine.available)
    func afterCommit(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database async throws in
            try await listening(to: "sheets", in: database) { heard in
                let gate = Gate()
                let act = Task {
                    try await database.write { transaction in
                        transaction.announce("sheets")
                        transaction.announce("sheets")
                        gate.pass()
                        return transaction.act.number
                    }
                }
                #expect(await eventually { gate.isReached })
                try await Task.sleep(for: .milliseconds(30))
                #expect(heard.all.isEmpty)
                gate.open()
                let version = try await act.value
                #expect(await eventually { heard.all == [version] })
                let stored = try await database.read { try $0.value("SELECT version FROM topic WHERE name = 'sheets'", as: Int64.self) }
                #expect(stored == version)
            }
        }
    }

    @Test(
        "a topic that is rung is heard here after COMMIT and written nowhere, so that many acts may ring it at once",
        arguments: Engine.available)
    func ringing(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database async throws in
            try await listening(to: "work", in: database) { heard in
                await #expect(throws: Sample.Refusal.self) {
                    try await database.write { transaction in
                        transaction.ring("work")
                        throw Sample.Refusal(reason: "planted")
                    }
                }
                #expect(heard.all.isEmpty)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<40 { group.addTask { try await database.write { $0.ring("work") } } }
                    try await group.waitForAll()
                }
                #expect(await eventually { !heard.all.isEmpty })
                #expect(try await database.read { try $0.version(of: "work") } == 0)
            }
        }
    }

    @Test("nobody hears of what was rolled back, nor of another topic", arguments: Engine.available)
    func neverOnRollback(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database async throws in
            try await listening(to: "sheets", in: database) { heard in
                await #expect(throws: Sample.Refusal.self) {
                    try await database.write { transaction in
                        transaction.announce("sheets")
                        throw Sample.Refusal(reason: "planted")
                    }
                }
                let failed = try await database.faultOfAct { transaction in
                    transaction.announce("sheets")
                    try transaction.execute("UPDATE account SET pesos = -1 WHERE id = nothing")
                }
                #expect(failed == .statement)
                _ = try await announce("queues", in: database)
                try await database.pollTopics()
                try await Task.sleep(for: .milliseconds(50))
                #expect(heard.all.isEmpty)
                #expect(try await Sample.count("topic", in: database) == 1)
            }
        }
    }

    @Test("an act of a group that fails at COMMIT announces nothing; its neighbours do, once")
    func group() async throws {
        try await Engine.sqlite.withDatabase([Sample.schema]) { database async throws in
            try await listening(to: "bad", in: database) { bad in
                try await listening(to: "good", in: database) { good in
                    let ends = try await database.together([
                        { @Sendable in $0.announce("good") },
                        { @Sendable in
                            $0.announce("bad")
                            try PlantedFault.failedCommit.act(1, $0)
                        },
                    ])
                    #expect(ends.map { (try? $0.get()) != nil } == [true, false])
                    #expect(await eventually { good.all.count == 1 })
                    try await Task.sleep(for: .milliseconds(50))
                    #expect(good.all.count == 1)
                    #expect(bad.all.isEmpty)
                }
            }
        }
    }

    @Test("a listener that is slow is told the newest version, not every one", arguments: Engine.available)
    func slow(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database async throws in
            let versions = database.listen("sheets")
            var last: Int64 = 0
            for _ in 0..<20 { last = try await announce("sheets", in: database) }
            var iterator = versions.makeAsyncIterator()
            #expect(await iterator.next() == last)
        }
    }

    @Test("another process on the same place hears it within about a second", arguments: Engine.available)
    func elsewhere(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            try await place.withDatabase([Sample.schema]) { here async throws in
                try await place.withDatabase([Sample.schema]) { there async throws in
                    let life = Task { await there.keepAlive(Logger(label: "tests")) }
                    try await listening(to: "sheets", in: there) { heard in
                        for _ in 0..<3 {
                            let version = try await announce("sheets", in: here)
                            #expect(await eventually(within: .seconds(10)) { heard.all.last == version })
                        }
                        #expect(Set(heard.all).count == 3)
                    }
                    life.cancel()
                    await life.value
                }
            }
        }
    }

    @Test("by way of PostgreSQL it is heard sooner than by polling", .enabled(if: Engine.hasPostgres))
    func hinted() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDatabase([Sample.schema]) { here async throws in
                try await place.withDatabase([Sample.schema]) { there async throws in
                    // Without `keepAlive` nobody polls: what moves is heard by hints alone.
                    let hints = Task {
                        for await _ in there.driver.hints() { try await there.pollTopics() }
                    }
                    try await listening(to: "sheets", in: there) { heard in
                        for _ in 0..<3 {
                            let version = try await announce("sheets", in: here)
                            #expect(await eventually(within: .seconds(10)) { heard.all.last == version })
                        }
                    }
                    hints.cancel()
                }
            }
        }
    }

    @Test("a listener whose connection was cut hears what moved meanwhile and afterwards", .enabled(if: Engine.hasPostgres))
    func reconnects() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDatabase([Sample.schema]) { here async throws in
                try await Proxy.with(before: place.address) { proxy, address in
                    let there = Database(try PostgresDriver(url: address), keyring: World.keyring)
                    let hints = Task {
                        for await _ in there.driver.hints() { try await there.pollTopics() }
                    }
                    try await listening(to: "sheets", in: there) { heard in
                        for _ in 0..<3 {
                            let before = try await announce("sheets", in: here)
                            #expect(await eventually(within: .seconds(10)) { heard.all.last == before })
                            proxy.refuse()
                            proxy.cutAll()
                            let meanwhile = try await announce("sheets", in: here)
                            try await Task.sleep(for: .milliseconds(50))
                            #expect(heard.all.last == before)
                            proxy.refuse(false)
                            #expect(await eventually(within: .seconds(10)) { heard.all.last == meanwhile })
                        }
                    }
                    hints.cancel()
                    await there.close()
                }
            }
        }
    }

    @Test("closing ends the streams of listeners", arguments: Engine.available)
    func ends(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            try await place.withDatabase([Sample.schema]) { database async throws in
                let versions = database.listen("sheets")
                let task = Task { for await _ in versions {} }
                await database.close()
                await task.value
            }
        }
    }
}
