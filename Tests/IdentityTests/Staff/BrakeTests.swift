import Civic
import Storage
import TestKit
import Testing

@testable import Identity

@Suite("Whoever was wrong waits longer and longer")
struct BrakeTests {
    private static let key = [SignInBrake.Key(policy: .pair, of: "andres 10.0.0.1")]

    @Test("five tries are free, then each wait is twice the one before, up to a quarter of an hour")
    func waits() {
        let waits = (1...14).map { BrakePolicy.pair.wait(after: $0) / 1000 }
        #expect(waits == [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900])
    }

    @Test("many tries at once are many tries, and a success forgets them", arguments: Engine.available)
    func atOnce(engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .identity], clock: clock) { database in
            let brake = SignInBrake(database: database, keyring: World.keyring)
            let entered = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do {
                            _ = try await brake.attempt(Self.key)
                            return true
                        } catch is TooManyAttempts { return false }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(entered == 5)
            clock.move(byMilliseconds: 15_000)
            #expect(try await brake.attempt(Self.key))
            try await brake.succeeded(Self.key)
            #expect(try await !brake.attempt(Self.key))
        }
    }

    @Test("what is kept names nobody, is counted on under another key, and is gone after a day", arguments: Engine.available)
    func keys(engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .identity], clock: clock) { database in
            let former = SignInBrake(database: database, keyring: Keyring(World.key(2)))
            for _ in 0..<5 { _ = try await former.attempt(Self.key) }
            let brake = SignInBrake(database: database, keyring: Keyring(World.key(3), others: [World.key(2)]))
            await #expect(throws: TooManyAttempts.self) { _ = try await brake.attempt(Self.key) }
            clock.move(byMilliseconds: 86_400_000)
            #expect(try await !brake.attempt(Self.key))
            clock.move(byMilliseconds: 86_400_000)
            try await brake.sweep()
            #expect(try await database.read { try $0.value("SELECT COUNT(*) AS n FROM sign_in_brake") } == 0)
        }
    }
}
