import Civic
import Storage
import TestKit
import Testing

@testable import Statistics

@Suite("A closed month")
struct MonthTests {
    private static func at(_ day: String, _ hour: Int = 10) throws -> Instant {
        ChileanTime.instant(of: try #require(Day(iso: day)), hour: hour)
    }

    @Test("counts persons, matters solved at once, repeated and in another channel, and stays so", arguments: Engine.available)
    func measured(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let people = PeopleDesk(keyring: World.keyring)
            let persons = try await record.database.write { transaction in
                try (0..<4).map { _ in try people.register(Registration(), by: Record.agent, transaction) }
            }
            func contact(
                _ who: Int?, _ day: String, _ channel: Channel = .branch, _ outcome: Outcome = .resolved, journey: InteractionID? = nil
            )
                async throws -> InteractionID
            {
                try await record.contact(
                    Interaction(
                        .desk, channel, .information, outcome, product: 12, journey: journey?.number, at: try Self.at(day),
                        person: who.map { persons[$0] }, assurance: .verified))
            }
            // Solved at once; came again in the same channel; came again in another; pending; nobody knows who.
            _ = try await contact(0, "2026-08-03")
            let second = try await contact(1, "2026-08-04")
            _ = try await contact(1, "2026-08-20", journey: second)
            let third = try await contact(2, "2026-08-05")
            _ = try await contact(2, "2026-09-03", .callCentre, journey: third)
            _ = try await contact(3, "2026-08-06", .branch, .pending)
            _ = try await contact(nil, "2026-08-07")
            // After thirty days it is another matter for the measure.
            _ = try await contact(0, "2026-09-29")
            let desk = MonthDesk(record.database, clock: Clock { Instant(milliseconds: record.clock.now()) })
            #expect(try await desk.close() == 2, "August and September; after October thirty days are not over")
            let august = Month(of: try #require(Day(iso: "2026-08-01"))).number
            let measure = try #require(try await record.database.read { try MonthStore().measures(august...august, $0).first })
            #expect(measure.persons == 4 && measure.contacts == 6 && measure.known == 5)
            #expect(measure.journeys == 4 && measure.solved == 1 && measure.repeated == 2 && measure.switched == 1)
            #expect(try await desk.close() == 0)
            try await record.database.write { try people.erase(persons[0], by: Record.agent, $0) }
            _ = try await desk.close()
            #expect(try await record.database.read { try MonthStore().measures(august...august, $0).first } == measure)
        }
    }
}
