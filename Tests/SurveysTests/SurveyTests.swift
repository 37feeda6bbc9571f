import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Surveys

@Suite("A survey")
struct SurveyTests {
    private static let agent = Actor(.staff(7), assurance: .verified)

    private static func on(_ engine: Engine, _ body: (Database, SurveyDesk, TestClock) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .surveys], clock: clock) { database in
            let desk = SurveyDesk(database, clock: Clock { Instant(milliseconds: clock.now()) })
            try await body(database, desk, clock)
        }
    }

    private static func offered(_ database: Database, _ desk: SurveyDesk) async throws -> CheckedCode {
        let offer = desk.offer
        return try await database.write { transaction in
            let contact = Interaction(.desk, .branch, .information, agent: 7)
            guard let id = try transaction.record(Event("contact.made", contact: contact), by: agent) else {
                throw StorageFault(.shape, "none")
            }
            return try offer.offer(id, .branch, transaction)
        }
    }

    @Test("is answered once, with its code, and counts by channel and question", arguments: Engine.available)
    func once(_ engine: Engine) async throws {
        try await Self.on(engine) { database, desk, _ in
            let (code, other) = (try await Self.offered(database, desk), try await Self.offered(database, desk))
            let answer = SurveyAnswer(grades: [.satisfaction: 7, .time: 5], visit: .saved)
            #expect(try await desk.answer(code, answer))
            #expect(try await desk.answer(code, SurveyAnswer(grades: [.satisfaction: 1])) == false)
            #expect(try await desk.open(code)?.isAnswered == true)
            #expect(try await desk.open(other)?.isAnswered == false)
            let month = 2026 * 12 + 10
            let reading = try await desk.satisfaction.grades(month...month)
            #expect(reading.offered == [Channel.branch.number: 2] && reading.answered == [Channel.branch.number: 1])
            #expect(reading.grades[.init(channel: Channel.branch.number, question: "satisfaction")] == [0, 0, 0, 0, 0, 0, 1])
            #expect(reading.grades[.init(channel: Channel.branch.number, question: "time")] == [0, 0, 0, 0, 1, 0, 0])
            #expect(try await desk.satisfaction.grades((month + 1)...(month + 1)).answered.isEmpty)
            #expect(reading.visits == [Channel.branch.number: [1, 0, 0]])
        }
    }

    @Test("is asked once about a contact, and for thirty days", arguments: Engine.available)
    func term(_ engine: Engine) async throws {
        try await Self.on(engine) { database, desk, clock in
            let code = try await Self.offered(database, desk)
            clock.move(byMilliseconds: 29 * 86_400_000)
            #expect(try await desk.open(code) != nil)
            clock.move(byMilliseconds: 2 * 86_400_000)
            #expect(try await desk.open(code) == nil)
            #expect(try await desk.answer(code, SurveyAnswer(grades: [.satisfaction: 4])) == false)
            let offer = desk.offer
            let contact: InteractionID = try #require(try await database.read { try $0.value("SELECT interaction FROM survey") })
            await #expect(throws: StorageFault.self) {
                _ = try await database.write { try offer.offer(contact, .branch, $0) }
            }
        }
    }
}
