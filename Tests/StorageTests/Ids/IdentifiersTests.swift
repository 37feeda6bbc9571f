import Synchronization
import TestKit
import Testing

@testable import Storage

@Suite("Ids")
struct IdentifiersTests {
    /// Ids of a node whose pauses move the clock instead of waiting.
    private func identifiers(_ node: Int64, _ clock: TestClock, pauses: Order<Int64> = Order()) -> Identifiers {
        let made = Identifiers(
            now: clock.now,
            pause: {
                pauses.append($0)
                clock.move(byMilliseconds: $0)
            })
        made.lease(node, until: .max)
        return made
    }

    @Test("an id is 41 bits of milliseconds since 2020, 10 of node and 12 of sequence")
    func parts() throws {
        let clock = TestClock()
        let made = identifiers(513, clock)
        for sequence in 0..<Int64(5) {
            let id = try made.next()
            #expect(id >> 22 == TestClock.monday - 1_577_836_800_000)
            #expect(id >> 12 & 1023 == 513)
            #expect(id & 4095 == sequence)
            #expect(id > 0)
        }
    }

    @Test("ids of a node rise and never repeat, and more than 4,096 in a millisecond wait for the next one")
    func rising() throws {
        let pauses = Order<Int64>()
        let made = identifiers(0, TestClock(), pauses: pauses)
        let ids = try (0..<10_000).map { _ in try made.next() }
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
        #expect(pauses.all == [1, 1])
    }

    @Test("ids of two nodes are distinct though their clocks agree")
    func nodes() throws {
        let clock = TestClock()
        let (one, two) = (identifiers(1, clock), identifiers(2, clock))
        let ids = try (0..<4_000).flatMap { _ in [try one.next(), try two.next()] }
        #expect(Set(ids).count == ids.count)
    }

    @Test("when the clock runs back, ids wait until it has caught up, a tenth of a second at a time")
    func back() throws {
        let clock = TestClock()
        let pauses = Order<Int64>()
        let made = identifiers(7, clock, pauses: pauses)
        let before = try (0..<50).map { _ in try made.next() }
        clock.move(byMilliseconds: -250)
        let after = try (0..<50).map { _ in try made.next() }
        #expect(pauses.all == [100, 100, 50])
        #expect(Set(before + after).count == 100)
        #expect(try #require(before.max()) < #require(after.min()))
    }

    @Test("an act waits for its id too when the clock runs back", arguments: Engine.available)
    func actsWait(_ engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withDatabase([Sample.schema], clock: clock) { database in
            let first = try await database.write { $0.act.number }
            clock.move(byMilliseconds: -5_000)
            let act = Task { try await database.write { ($0.act.number, try $0.newID()) } }
            try await Task.sleep(for: .milliseconds(150))
            #expect(try await Sample.ids("act", in: database).last == first)
            clock.move(byMilliseconds: 5_001)
            let (number, id) = try await act.value
            #expect(number > first)
            #expect(id > number)
        }
    }

    @Test("ids made on many threads at once are distinct")
    func threads() async throws {
        let made = Identifiers(now: Database.systemNow)
        made.lease(3, until: .max)
        let ids = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for _ in 0..<8 { group.addTask { try (0..<3_000).map { _ in try made.next() } } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(ids).count == 24_000)
    }

    @Test("without a lease there is no id, and none after its end")
    func withoutLease() throws {
        let clock = TestClock()
        let made = Identifiers(now: clock.now)
        #expect(throws: StorageFault.self) { try made.next() }
        made.lease(5, until: TestClock.monday + 10)
        _ = try made.next()
        clock.move(byMilliseconds: 10)
        #expect(throws: StorageFault.self) { try made.next() }
        #expect(made.last == TestClock.monday)
    }
}
