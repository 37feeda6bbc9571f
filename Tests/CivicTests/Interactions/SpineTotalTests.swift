import Civic
import Storage
import TestKit
import Testing

@testable import Civic

@Suite("The totals of the spine")
struct SpineTotalTests {
    private static func shown(_ cells: [(day: Int, n: Int)]) -> [Int?] {
        SpineDesk.hiding(cells.map { (Day(number: $0.day), "branch", "information", $0.n) }).map(\.n)
    }

    @Test("hide what so few did that somebody could be known, and one more when that one could be found from the day's total")
    func few() {
        #expect(Self.shown([(1, 10), (1, 500)]) == [10, 500])
        #expect(Self.shown([(1, 9), (1, 40), (1, 500)]) == [nil, nil, 500])
        #expect(Self.shown([(1, 9), (1, 1), (1, 500)]) == [nil, nil, 500])
        #expect(Self.shown([(1, 9), (2, 500)]) == [nil, 500], "another day's total tells nothing")
    }

    @Test("take a correction in the place of what it corrects, and are for those who may", arguments: Engine.available)
    func corrections(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let desk = SpineDesk(civics.database)
            await #expect(throws: Forbidden.self) { try await desk.totals(since: Day(number: 0), by: Civics.agent) }
            var first: InteractionID?
            for _ in 0..<11 { first = try await civics.contact() }
            let wrong = try #require(first)
            try await civics.database.write {
                _ = try civics.contacts.correct(wrong, to: Interaction(.desk, .callCentre, .information), by: Civics.agent, $0)
            }
            let analyst = Actor(
                .staff(9), assurance: .verified, roles: [Role("analyst", [.readRecord])], scope: Scope(sensitivities: [.ordinary]))
            let totals = try await desk.totals(since: Day(number: 0), by: analyst)
            #expect(totals.map(\.channel).contains("callCentre"))
            #expect(totals.filter { $0.channel == "branch" }.allSatisfy { $0.n == nil }, "ten are left, and one call alone would tell")
        }
    }
}
