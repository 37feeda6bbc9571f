import TestKit
import Testing

@testable import Storage

@Suite("Leases of node numbers")
struct LeaseTests {
    /// Two processes on one place, each with a clock of its own.
    private func withTwo(_ engine: Engine, _ body: (Database, TestClock, Database, TestClock) async throws -> Void) async throws {
        try await engine.withPlace { place in
            let clocks = (TestClock(), TestClock())
            try await place.withDatabase([Sample.schema], now: clocks.0.now) { one in
                let two = Database(try place.driver(), keyring: World.keyring, now: clocks.1.now)
                do { try await body(one, clocks.0, two, clocks.1) } catch {
                    await two.close()
                    throw error
                }
                await two.close()
            }
        }
    }

    @Test("two processes hold two numbers, and their acts have distinct ids", arguments: Engine.available)
    func distinct(_ engine: Engine) async throws {
        try await withTwo(engine) { one, _, two, _ in
            try await two.join()
            #expect(one.identifiers.node != two.identifiers.node)
            #expect(try await one.liveNodes() == 2)
            var ids: Set<Int64> = []
            for _ in 0..<40 {
                ids.insert(try await one.write { try $0.newID() })
                ids.insert(try await two.write { try $0.newID() })
            }
            #expect(ids.count == 80)
        }
    }

    @Test("many processes that join at once get a number each", arguments: Engine.available)
    func atOnce(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            try await place.withDatabase { first in
                let others = try (0..<6).map { _ in Database(try place.driver(), keyring: World.keyring) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for other in others { group.addTask { try await other.join() } }
                    try await group.waitForAll()
                }
                let numbers = ([first] + others).compactMap(\.identifiers.node)
                #expect(Set(numbers).count == 7)
                #expect(Set(numbers) == Set(0...6))
                for other in others { await other.close() }
                #expect(try await first.liveNodes() == 1)
            }
        }
    }

    @Test("a renewed lease lasts half a minute more; one that was not renewed is taken over", arguments: Engine.available)
    func takenOver(_ engine: Engine) async throws {
        try await withTwo(engine) { one, clockOne, two, clockTwo in
            let number = one.identifiers.node
            clockOne.move(byMilliseconds: 20_000)
            try await one.renewNode()
            clockTwo.move(byMilliseconds: 50_000)
            try await two.join()
            #expect(two.identifiers.node != number, "the lease runs until 50 s")
            await two.releaseNode()
            clockTwo.move(byMilliseconds: 1)
            try await two.join()
            #expect(two.identifiers.node == number)
            let id = try await two.write { try $0.newID() }
            #expect(id >> 12 & 1023 == number)
        }
    }

    @Test("who lost its number makes no ids with it and takes another before its next act", arguments: Engine.available)
    func lost(_ engine: Engine) async throws {
        try await withTwo(engine) { one, clockOne, two, clockTwo in
            let number = one.identifiers.node
            let before = try await one.write { try $0.newID() }
            clockTwo.move(byMilliseconds: 31_000)
            try await two.join()
            #expect(two.identifiers.node == number)
            // It slept: for its own clock, too, the term has passed.
            clockOne.move(byMilliseconds: 32_000)
            #expect(throws: StorageFault.self) { try one.identifiers.next() }
            let after = try await one.write { try $0.newID() }
            #expect(after >> 12 & 1023 != number)
            #expect(one.identifiers.node != two.identifiers.node)
            #expect(before != after)
        }
    }

    @Test("a lease that ran out while nobody took it is simply renewed by the next act", arguments: Engine.available)
    func slept(_ engine: Engine) async throws {
        try await withTwo(engine) { one, clock, _, _ in
            let number = one.identifiers.node
            clock.move(byMilliseconds: 3_600_000)
            let id = try await one.write { try $0.newID() }
            #expect(id >> 12 & 1023 == number)
            #expect(try await one.liveNodes() == 1)
        }
    }

    @Test("many acts that find the lease run out take one number together", arguments: Engine.available)
    func sleptAmongMany(_ engine: Engine) async throws {
        try await withTwo(engine) { one, clockOne, two, clockTwo in
            clockTwo.move(byMilliseconds: 40_000)
            try await two.join()
            clockOne.move(byMilliseconds: 40_000)
            let nodes = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<40 { group.addTask { try await one.write { try $0.newID() >> 12 & 1023 } } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(nodes.count == 1)
            #expect(try await two.liveNodes() == 2)
        }
    }

    @Test("a number that was given back is free once its last millisecond has passed, and not before", arguments: Engine.available)
    func givenBack(_ engine: Engine) async throws {
        try await withTwo(engine) { one, _, two, clock in
            let number = one.identifiers.node
            let last = try await one.write { try $0.newID() }
            await one.releaseNode()
            try await two.join()
            #expect(two.identifiers.node != number, "in the same millisecond its ids could come again")
            await two.releaseNode()
            clock.move(byMilliseconds: 1)
            try await two.join()
            #expect(two.identifiers.node == number)
            #expect(try await two.write { try $0.newID() } > last)
        }
    }

    @Test("when all 1,024 numbers are held, who comes gets `node`", arguments: Engine.available)
    func allHeld(_ engine: Engine) async throws {
        try await withTwo(engine) { one, _, two, clock in
            let until = TestClock.monday + NodeStore.term
            try await one.write { transaction in
                for number in 1..<NodeStore.count {
                    try transaction.execute(
                        "INSERT INTO node (id, holder, expires) VALUES (\(number), \([UInt8](repeating: 1, count: 16)), \(until))")
                }
            }
            #expect(await fault { try await two.join() } == .node)
            #expect(await fault { try await two.write { _ in } } == .node)
            clock.move(byMilliseconds: NodeStore.term + 1)
            try await two.join()
            #expect(two.identifiers.node == 0)
        }
    }
}
