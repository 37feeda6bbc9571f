import Civic
import Storage
import TestKit
import Testing

@testable import Handoff

@Suite("Going out and coming back")
struct ExitTests {
    static func on(_ engine: Engine, _ body: (ExitDesk, Database, TestClock) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase(Outside.schemas, clock: clock) { database in
            try await body(ExitDesk(database, clock: Clock { Instant(milliseconds: clock.now()) }, term: 30), database, clock)
        }
    }

    static func once(_ key: String) throws -> OnceKey {
        let token = FormToken.issue(for: key, keyring: World.keyring, now: TestClock.monday)
        return try #require(FormToken.accept(token, for: key, keyring: World.keyring, now: TestClock.monday))
    }

    @Test("a code is read however it is typed, and one wrong character or two exchanged are found")
    func codes() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let code = ReturnCode(using: &random)
            #expect(ReturnCode(typed: " \(code.description.lowercased()) ") == code && code.plain.count == 8)
            let characters = Array(code.plain)
            for place in 0..<8 {
                for other in ReturnCode.alphabet where other != characters[place] {
                    var wrong = characters
                    wrong[place] = other
                    #expect(ReturnCode(typed: String(wrong)) == nil)
                }
                if place < 7, characters[place] != characters[place + 1] {
                    var wrong = characters
                    wrong.swapAt(place, place + 1)
                    #expect(ReturnCode(typed: String(wrong)) == nil)
                }
            }
        }
        for nothing in ["", "K7PM", "0000-0000", "K7PM-2QX\u{1F600}", String(repeating: "2", count: 900)] {
            #expect(ReturnCode(typed: nothing) == nil)
        }
        #expect(!ReturnCode.alphabet.contains { "01ILO".contains($0) } && ReturnCode.alphabet.count == 31)
    }

    @Test("a code answers once: the second answer changes nothing", arguments: Engine.available)
    func once(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, database, _ in
            let code = try await desk.leave(to: 102077)
            #expect(try await desk.state(of: code) == .open(sheet: 102077))
            try await desk.come(back: Return(reason: .key), with: code, once: try Self.once("a"))
            #expect(try await desk.state(of: code) == .answered)
            try await desk.come(back: Return(reason: nil), with: code, once: try Self.once("b"))
            let today = Day(of: Instant(milliseconds: TestClock.monday))
            let counts = try await database.read { try ExitStore().counts(from: today, to: today, $0) }
            #expect(counts == [102077: ExitCounts(exits: 1, finished: 0, reasons: [.key: 1])])
            let audited: Int? = try await database.read { try $0.value("SELECT COUNT(*) AS n FROM audit WHERE verb = 'outside.answered'") }
            #expect(audited == 1)
        }
    }

    @Test("two who answer with one code at the same moment leave one answer", arguments: Engine.available)
    func atOnce(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, database, _ in
            let code = try await desk.leave(to: 1)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<6 {
                    let once = try Self.once("\(number)")
                    group.addTask { try await desk.come(back: Return(reason: nil), with: code, once: once) }
                }
                try await group.waitForAll()
            }
            let n: Int? = try await database.read { try $0.value("SELECT COUNT(*) AS n FROM outside_return") }
            #expect(n == 1)
        }
    }

    @Test("a code ends with its term, and then takes no answer", arguments: Engine.available)
    func term(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, database, clock in
            let code = try await desk.leave(to: 1)
            clock.move(byMilliseconds: 30 * 86_400_000)
            #expect(try await desk.state(of: code) == .open(sheet: 1))
            clock.move(byMilliseconds: 86_400_000)
            #expect(try await desk.state(of: code) == .expired)
            try await desk.come(back: Return(reason: nil), with: code, once: try Self.once("late"))
            let n: Int? = try await database.read { try $0.value("SELECT COUNT(*) AS n FROM outside_return") }
            #expect(n == 0)
        }
    }

    @Test("a code that nobody was given is unknown", arguments: Engine.available)
    func unknown(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, _, _ in
            var random = SystemRandomNumberGenerator()
            let code = ReturnCode(using: &random)
            let state = try await desk.state(of: code)
            #expect(state == .unknown)
        }
    }
}
