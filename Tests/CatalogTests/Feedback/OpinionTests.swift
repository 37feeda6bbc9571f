import Civic
import Storage
import TestKit
import Testing

@testable import Catalog

@Suite("What people say of a sheet")
struct OpinionTests {
    static let editor = Actor(
        .system(3), assurance: .verified, roles: [Role("editor", [.readOpinions])], scope: Scope(sensitivities: [.ordinary]))
    static let today = Day(of: Instant(milliseconds: TestClock.monday))

    static func on(_ engine: Engine, _ body: (OpinionDesk, Database) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase(SheetDeskTests.schemas, clock: clock) { database in
            try await body(
                OpinionDesk(database, keyring: World.keyring, clock: Clock { Instant(milliseconds: clock.now()) }), database)
        }
    }

    static func give(_ desk: OpinionDesk, _ isUseful: Bool, _ words: String? = nil, sheet: Int = 102077, key: String) async throws {
        let now = TestClock.monday
        let token = FormToken.issue(for: key, keyring: World.keyring, now: now)
        let once = try #require(FormToken.accept(token, for: key, keyring: World.keyring, now: now))
        try await desk.give(Opinion(sheet: sheet, isUseful: isUseful, words: words, language: "es"), once: once)
    }

    @Test("is counted by sheet, and a share is told from ten on", arguments: Engine.available)
    func tallies(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, _ in
            for number in 0..<9 { try await Self.give(desk, number < 6, key: "\(number)") }
            var tallies = try await desk.tallies(since: Self.today)
            #expect(tallies == [OpinionTally(sheet: 102077, yes: 6, no: 3)] && tallies[0].share == nil)
            try await Self.give(desk, false, key: "nine")
            try await Self.give(desk, true, sheet: 3442, key: "other")
            tallies = try await desk.tallies(of: 102077, since: Self.today)
            #expect(tallies.map(\.share) == [0.6])
            #expect(try await desk.tallies(since: Self.today.adding(days: 1)).isEmpty)
        }
    }

    @Test("is kept once, however often the form is sent", arguments: Engine.available)
    func once(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, database in
            let token = FormToken.issue(for: "x", keyring: World.keyring, now: TestClock.monday)
            let once = try #require(FormToken.accept(token, for: "x", keyring: World.keyring, now: TestClock.monday))
            for _ in 0..<3 { try await desk.give(Opinion(sheet: 1, isUseful: true, words: nil, language: "es"), once: once) }
            #expect(try await desk.tallies(since: Self.today).map(\.n) == [1])
            #expect(try await database.read { try $0.value("SELECT COUNT(*) AS n FROM audit", as: Int.self) } == 1)
        }
    }

    @Test("stands closed in the database, and is opened for an editor with a trace for each sheet", arguments: Engine.available)
    func words(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, database in
            try await Self.give(desk, false, "Falta el horario\nde la oficina", key: "a")
            try await Self.give(desk, true, "Muy clara", sheet: 3442, key: "b")
            try await Self.give(desk, true, sheet: 9, key: "c")
            let cell: [UInt8]? = try await database.read { try $0.value("SELECT words FROM sheet_opinion WHERE sheet = 3442") }
            #expect(!String(decoding: try #require(cell), as: UTF8.self).contains("Muy"))
            let words = try await desk.words(since: Self.today, by: Self.editor)
            #expect(words.map(\.text) == ["Muy clara", "Falta el horario\nde la oficina"] && words.map(\.isUseful) == [true, false])
            let traces = try await database.read {
                try $0.all("SELECT object FROM audit WHERE verb = 'opinion.read' ORDER BY object") { try $0["object"] as Int }
            }
            #expect(traces == [3442, 102077])
            #expect(try await desk.words(of: 3442, since: Self.today, by: Self.editor).map(\.text) == ["Muy clara"])
        }
    }

    @Test("is opened for nobody else, and then leaves no trace", arguments: Engine.available)
    func forbidden(_ engine: Engine) async throws {
        try await Self.on(engine) { desk, database in
            try await Self.give(desk, true, "Muy clara", key: "a")
            await #expect(throws: Forbidden.self) { try await desk.words(since: Self.today, by: .anonymous) }
            let n: Int? = try await database.read { try $0.value("SELECT COUNT(*) AS n FROM audit WHERE verb = 'opinion.read'") }
            #expect(n == 0)
        }
    }
}
