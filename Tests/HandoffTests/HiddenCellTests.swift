import Civic
import Outbound
import Storage
import TestKit
import Testing

@testable import Handoff

@Suite("Cells that are too small to be shown")
struct HiddenCellTests {
    private func told(_ counts: ExitCounts) throws -> InstitutionBreaks {
        try #require(BreakRanking.rank([Outside.link("https://a.cl/", sheet: 1)], [], [1: counts]).first)
    }

    @Test("exits are hidden at nine and shown at ten", arguments: [(0, nil), (9, nil), (10, 10), (11, 11)] as [(Int, Int?)])
    func exits(_ count: Int, _ shown: Int?) throws {
        #expect(try told(ExitCounts(exits: count)).exits == shown)
    }

    @Test(
        "answers are hidden at nine and shown at ten, whoever could finish and whoever could not",
        arguments: [(9, 0, nil), (0, 9, nil), (4, 5, nil), (10, 0, 1), (0, 10, 0), (5, 5, 0.5), (3, 9, 0.25)] as [(Int, Int, Double?)])
    func answers(_ finished: Int, _ broken: Int, _ share: Double?) throws {
        let told = try told(ExitCounts(exits: 50, finished: finished, reasons: broken > 0 ? [.page: broken] : [:]))
        #expect(told.finishedShare == share && (told.answers == nil) == (share == nil))
    }

    @Test("reasons are hidden at nine and told at ten, two at most, without their counts")
    func reasons() throws {
        #expect(try told(ExitCounts(exits: 90, finished: 80, reasons: [.key: 5, .page: 4])).reasons.isEmpty)
        #expect(try told(ExitCounts(exits: 90, finished: 80, reasons: [.key: 5, .page: 5])).reasons == [.key, .page])
        #expect(try told(ExitCounts(exits: 90, finished: 0, reasons: [.key: 3, .page: 4, .other: 5])).reasons == [.other, .page])
    }

    @Test("the sheets of an institution are counted together, and each once")
    func together() throws {
        let links = [Outside.link("https://a.cl/1", sheet: 1), Outside.link("https://a.cl/2", sheet: 2)]
        let told = try #require(
            BreakRanking.rank(links, [], [1: ExitCounts(exits: 5), 2: ExitCounts(exits: 5), 3: ExitCounts(exits: 99)]).first)
        #expect(told.exits == 10 && told.links == 2)
    }

    @Test("the ninth exit tells nothing and the tenth tells ten, as they are kept", arguments: Engine.available)
    func kept(_ engine: Engine) async throws {
        try await ExitTests.on(engine) { desk, database, clock in
            let breaks = BreakDesk(
                database, links: Outside.links([Outside.link("https://a.cl/")]), clock: Clock { Instant(milliseconds: clock.now()) })
            for _ in 0..<9 { _ = try await desk.leave(to: 1) }
            clock.move(byMilliseconds: 86_400_000)
            #expect(try await breaks.reading().institutions.map(\.exits) == [nil])
            _ = try await desk.leave(to: 1)
            clock.move(byMilliseconds: 86_400_000)
            #expect(try await breaks.reading().institutions.map(\.exits) == [10])
        }
    }

    @Test(
        "the middle of an even number is the lower of the two",
        arguments: [([], nil), ([7], 7), ([9, 1], 1), ([3, 1, 2], 2), ([4, 1, 3, 2], 2)] as [([Int], Int?)])
    func median(_ values: [Int], _ middle: Int?) {
        #expect(BreakRanking.median(values) == middle)
    }
}
