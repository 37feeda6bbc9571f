import Civic
import Storage
import TestKit
import Testing

@testable import Handoff

@Suite("How long a code is good, and for what")
struct CodeTermTests {
    private static let day: Int64 = 86_400_000

    private static func answers(_ database: Database) async throws -> Int? {
        try await database.read { try $0.value("SELECT COUNT(*) AS n FROM outside_return") }
    }

    @Test("it takes an answer on its last day and none on the next, by the days of Chile", arguments: Engine.available)
    func days(_ engine: Engine) async throws {
        try await ExitTests.on(engine) { desk, database, clock in
            let (first, second) = (try await desk.leave(to: 1), try await desk.leave(to: 2))
            // Up to a minute before the midnight that ends its last day.
            let today = Day(of: Instant(milliseconds: clock.now()))
            var left = 30 * Self.day
            while Day(of: Instant(milliseconds: clock.now() + left + 60_000)) <= today.adding(days: 30) { left += 60_000 }
            clock.move(byMilliseconds: left)
            #expect(try await desk.state(of: first) == .open(sheet: 1))
            try await desk.come(back: Return(reason: nil), with: first, once: try ExitTests.once("first"))
            #expect(try await Self.answers(database) == 1)
            clock.move(byMilliseconds: 60_000)
            #expect(try await desk.state(of: second) == .expired)
            try await desk.come(back: Return(reason: nil), with: second, once: try ExitTests.once("second"))
            #expect(try await Self.answers(database) == 1)
            #expect(try await desk.state(of: first) == .answered, "what was answered is not over")
        }
    }

    @Test("a form that is sent twice answers once, and another code is another answer", arguments: Engine.available)
    func twice(_ engine: Engine) async throws {
        try await ExitTests.on(engine) { desk, database, _ in
            let (code, other) = (try await desk.leave(to: 1), try await desk.leave(to: 1))
            let once = try ExitTests.once("same")
            for _ in 0..<3 { try await desk.come(back: Return(reason: .page), with: code, once: once) }
            #expect(try await Self.answers(database) == 1)
            try await desk.come(back: Return(reason: nil), with: other, once: try ExitTests.once("other"))
            let today = Day(of: Instant(milliseconds: TestClock.monday))
            let counts = try await database.read { try ExitStore().counts(from: today, to: today, $0) }
            #expect(counts == [1: ExitCounts(exits: 2, finished: 1, reasons: [.page: 1])])
        }
    }

    @Test("a code that nobody was given takes no answer", arguments: Engine.available)
    func unknown(_ engine: Engine) async throws {
        try await ExitTests.on(engine) { desk, database, _ in
            var random = SystemRandomNumberGenerator()
            try await desk.come(back: Return(reason: nil), with: ReturnCode(using: &random), once: try ExitTests.once("nobody"))
            #expect(try await Self.answers(database) == 0)
        }
    }

    @Test("a code that is given is nobody else's, and its exit keeps the day and the sheet alone", arguments: Engine.available)
    func own(_ engine: Engine) async throws {
        try await ExitTests.on(engine) { desk, database, _ in
            let code = try await desk.leave(to: 7)
            let today = Day(of: Instant(milliseconds: TestClock.monday))
            let isTaken = try await database.write { try !ExitStore().insert(code, to: 8, on: today, $0) }
            #expect(isTaken)
            let exit = try #require(try await database.read { try ExitStore().exit(code, $0) })
            #expect(exit.sheet == 7 && exit.day == today && !exit.isAnswered)
        }
    }
}
