import Civic
import Foundation
import Storage
import TestKit
import Testing

@testable import Petitions

@Suite("A petition")
struct PetitionTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private struct Office: Sendable {
        let database: Database
        let clock: TestClock

        var desk: PetitionDesk {
            get throws {
                PetitionDesk(
                    database, keyring: World.keyring, terms: try PetitionTerms(file: root + "/Catalogue/petitions/terms.csv"),
                    holidays: try Holidays(file: root + "/Catalogue/calendar/holidays.csv"),
                    clock: Clock { [clock] in Instant(milliseconds: clock.now()) })
            }
        }

        func outcome(_ petition: Petition) async throws -> Outcome? {
            try await database.read { try InteractionDesk().contact(petition.interaction, $0)?.outcome }
        }
    }

    private static func staff(_ id: Int64, _ permissions: Set<Permission>) -> Actor {
        Actor(
            .staff(id), assurance: .verified, roles: [Role("staff", permissions)], scope: Scope(points: .all, sensitivities: [.ordinary]))
    }

    private static let agent = staff(7, [.answerPetitions])
    private static let colleague = staff(8, [.answerPetitions])
    private static let supervisor = staff(9, [.answerPetitions, .approvePetitions])

    private static func once() -> OnceKey { OnceKey("\(UInt64.random(in: 0...UInt64.max))", scope: "test") }

    private static func on(_ engine: Engine, _ body: (Office) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .petitions], clock: clock) {
            try await body(Office(database: $0, clock: clock))
        }
    }

    @Test("from anybody is received once, with a term in business days, and is a contact that waits", arguments: Engine.available)
    func received(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let desk = try office.desk
            let once = Self.once()
            let sent = SentPetition(kind: .question, words: "¿A qué hora abren?")
            let code = try await desk.receive(sent, through: .web, by: .anonymous, once: once)
            #expect(try await desk.receive(sent, through: .web, by: .anonymous, once: once) == code, "sent twice, it is one")
            let (petition, answer) = try #require(try await desk.status(code))
            #expect(petition.state == .received && answer == nil && !petition.hasContact)
            let calendar = BusinessCalendar(try Holidays(file: Self.root + "/Catalogue/calendar/holidays.csv"))
            let today = Day(of: Instant(milliseconds: office.clock.now()))
            #expect(try calendar.businessDays(after: today, through: petition.due) == 5)
            #expect(try await office.outcome(petition) == .pending)
            let stored: [UInt8] = try #require(try await office.database.read { try $0.value("SELECT words FROM petition") })
            #expect(!String(decoding: stored, as: UTF8.self).contains("abren"))
            var generator = SystemRandomNumberGenerator()
            #expect(try await desk.status(CheckedCode(using: &generator)) == nil)
        }
    }

    @Test("that one may answer alone is answered by whoever took it, and resolves its contact", arguments: Engine.available)
    func answered(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let desk = try office.desk
            let code = try await desk.receive(
                SentPetition(kind: .question, words: "¿Cuándo?", contact: "rosa@example.cl"), through: .web, by: .anonymous,
                once: Self.once())
            await #expect(throws: PetitionMoved.self) { try await desk.answer(code, "Hoy", by: Self.agent, once: Self.once()) }
            try await desk.take(code, by: Self.agent, once: Self.once())
            await #expect(throws: PetitionMoved.self) { try await desk.take(code, by: Self.colleague, once: Self.once()) }
            await #expect(throws: PetitionMoved.self) { try await desk.answer(code, "Hoy", by: Self.colleague, once: Self.once()) }
            try await desk.answer(code, "El lunes, a las nueve.", by: Self.agent, once: Self.once())
            let (petition, answer) = try #require(try await desk.status(code))
            #expect(petition.state == .answered && answer == "El lunes, a las nueve.")
            #expect(try await office.outcome(petition) == .resolved)
            await #expect(throws: PetitionMoved.self) { try await desk.answer(code, "Otra", by: Self.agent, once: Self.once()) }
            let reading = try await desk.read(code, by: Self.colleague)
            #expect(reading.words == "¿Cuándo?" && reading.contact == "rosa@example.cl")
        }
    }

    @Test("that needs two is read by another before its answer goes out, and never by whoever wrote it", arguments: Engine.available)
    func fourEyes(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let desk = try office.desk
            let code = try await desk.receive(
                SentPetition(kind: .complaint, words: "Me trataron mal"), through: .web, by: .anonymous, once: Self.once())
            try await desk.take(code, by: Self.supervisor, once: Self.once())
            try await desk.answer(code, "Lo sentimos", by: Self.supervisor, once: Self.once())
            #expect(try await desk.status(code)?.answer == nil, "it has not gone out")
            await #expect(throws: OwnAnswer.self) { try await desk.decide(code, approves: true, by: Self.supervisor, once: Self.once()) }
            await #expect(throws: Forbidden.self) { try await desk.decide(code, approves: true, by: Self.agent, once: Self.once()) }
            let other = Self.staff(10, [.approvePetitions])
            try await desk.decide(code, approves: false, by: other, once: Self.once())
            #expect(try await desk.status(code)?.petition.state == .taken)
            try await desk.answer(code, "Lo sentimos mucho. Hablamos con el equipo.", by: Self.supervisor, once: Self.once())
            try await desk.decide(code, approves: true, by: other, once: Self.once())
            #expect(try await desk.status(code)?.answer == "Lo sentimos mucho. Hablamos con el equipo.")
        }
    }

    @Test("that is not answered in time is late, and stays open; a passed term decides nothing", arguments: Engine.available)
    func late(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let desk = try office.desk
            let code = try await desk.receive(SentPetition(kind: .question, words: "¿Y?"), through: .web, by: .anonymous, once: Self.once())
            let petition = try #require(try await desk.status(code)?.petition)
            #expect(!petition.isLate(on: petition.due) && petition.isLate(on: petition.due.adding(days: 1)))
            office.clock.move(byMilliseconds: 60 * 86_400_000)
            #expect(try await desk.status(code)?.petition.state == .received)
            #expect(try await desk.tray(by: Self.agent).map(\.code) == [code])
        }
    }

    @Test("is graded once, after its answer", arguments: Engine.available)
    func graded(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let desk = try office.desk
            let code = try await desk.receive(
                SentPetition(kind: .suggestion, words: "Más sillas"), through: .web, by: .anonymous, once: Self.once())
            #expect(try await desk.rate(code, 7, by: .anonymous) == false)
            try await desk.take(code, by: Self.agent, once: Self.once())
            try await desk.answer(code, "Gracias, las pediremos.", by: Self.agent, once: Self.once())
            #expect(try await desk.rate(code, 6, by: .anonymous))
            #expect(try await desk.rate(code, 1, by: .anonymous) == false)
            #expect(try await desk.status(code)?.petition.satisfaction == 6)
        }
    }

    @Test("is read by those who answer, each time with an entry of the audit, and by nobody else", arguments: Engine.available)
    func reading(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let desk = try office.desk
            let code = try await desk.receive(SentPetition(kind: .question, words: "¿Y?"), through: .web, by: .anonymous, once: Self.once())
            await #expect(throws: Forbidden.self) { _ = try await desk.read(code, by: Self.staff(3, [])) }
            await #expect(throws: Forbidden.self) { _ = try await desk.tray(by: .anonymous) }
            _ = try await desk.read(code, by: Self.agent)
            _ = try await desk.read(code, by: Self.agent)
            let reads = try await office.database.read {
                try $0.value("SELECT COUNT(*) AS n FROM audit WHERE verb = 'petition.read'", as: Int.self)
            }
            #expect(reads == 2)
        }
    }

    @Test("has a term for each kind, and a file that lacks one is refused")
    func terms() throws {
        let terms = try PetitionTerms(file: Self.root + "/Catalogue/petitions/terms.csv")
        for kind in Petition.Kind.allCases { #expect(!terms.row(kind).source.isEmpty && terms.row(kind).days > 0) }
        let file = FileManager.default.temporaryDirectory.appending(path: "terms-\(UInt64.random(in: 0...UInt64.max)).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        for content in ["kind\n", "kind,businessDays,fourEyes,confidence,source\nquestion,5,no,low,x\n", "h\nquestion,0,no,low,x\n"] {
            try Data(content.utf8).write(to: file)
            #expect(throws: PetitionFault.self) { _ = try PetitionTerms(file: file.path) }
        }
    }
}
