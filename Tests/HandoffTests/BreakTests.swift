import Civic
import Foundation
import Markup
import Outbound
import Ports
import Storage
import TestKit
import Testing
import Web

@testable import Handoff

@Suite("The ranking of breaks")
struct BreakTests {
    private func visit(_ outcome: SiteVisit.Outcome, _ address: String, daysAgo: Int = 0, milliseconds: Int = 200) -> SiteVisit {
        WatchRuleTests.visit(outcome, daysAgo: daysAgo, milliseconds: milliseconds, address: address)
    }

    @Test("what breaks most stands first, and those of whom nothing is known last")
    func order() {
        let links = [
            Outside.link("https://a.cl/", sheet: 1, institution: "A"), Outside.link("https://b.cl/", sheet: 2, institution: "B"),
            Outside.link("https://b.cl/", sheet: 3, institution: "B"), Outside.link("https://c.cl/", sheet: 4, institution: "C"),
            Outside.link("https://d.cl/", sheet: 5, institution: "D"),
        ]
        let visits = [
            visit(.answered, "https://a.cl/"), visit(.timeout, "https://b.cl/", daysAgo: 1),
            visit(.answered, "https://b.cl/", milliseconds: 900),
            visit(.moved, "https://b.cl/", daysAgo: 2, milliseconds: 300), visit(.declined, "https://d.cl/"),
        ]
        let ranking = BreakRanking.rank(links, visits, [:])
        #expect(ranking.map(\.key) == ["B", "A", "C", "D"])
        #expect(ranking[0].links == 1 && ranking[0].visits == 3 && ranking[0].answered == 2 && ranking[0].milliseconds == 300)
        #expect(ranking[3].answeredShare == nil && ranking[3].visits == 0, "whoever lets no program in neither answers nor breaks")
    }

    @Test("nothing is told of fewer than ten people, and from ten on it is")
    func few() throws {
        func told(_ counts: ExitCounts) throws -> InstitutionBreaks {
            try #require(BreakRanking.rank([Outside.link("https://a.cl/", sheet: 1)], [], [1: counts]).first)
        }
        let nine = try told(ExitCounts(exits: 9, finished: 5, reasons: [.key: 4]))
        #expect(nine.exits == nil && nine.finishedShare == nil && nine.reasons.isEmpty)
        let ten = try told(ExitCounts(exits: 40, finished: 1, reasons: [.key: 9]))
        #expect(ten.exits == 40 && ten.finishedShare == 0.1 && ten.reasons.isEmpty)
        let more = try told(ExitCounts(exits: 40, finished: 10, reasons: [.key: 6, .page: 7, .other: 1]))
        #expect(more.reasons == [.page, .key])
    }

    @Test("what people say is told from the next day on", arguments: Engine.available)
    func delay(_ engine: Engine) async throws {
        try await ExitTests.on(engine) { desk, database, clock in
            for number in 0..<12 {
                let code = try await desk.leave(to: 1)
                try await desk.come(back: Return(reason: number < 3 ? .missing : nil), with: code, once: try ExitTests.once("\(number)"))
            }
            let breaks = BreakDesk(
                database, links: Outside.links([Outside.link("https://a.cl/")]), clock: Clock { Instant(milliseconds: clock.now()) })
            #expect(try await breaks.reading().institutions.map(\.counts.exits) == [0])
            clock.move(byMilliseconds: 86_400_000)
            let reading = try await breaks.reading()
            #expect(reading.institutions.map(\.finishedShare) == [0.75] && reading.institutions.map(\.exits) == [12])
            clock.move(byMilliseconds: 30 * 86_400_000)
            #expect(try await breaks.reading().institutions.map(\.counts.exits) == [0])
        }
    }

    @Test("the page stands under the open data, names each cell for a narrow screen, and leaves empty what is not known")
    func page() throws {
        let ranking = BreakRanking.rank([Outside.link("https://a.cl/", sheet: 1)], [], [1: ExitCounts(exits: 3)])
        let texts = try #require(try Languages(folder: Reference.root + "/Texts").all.first)
        let page = BreakView(texts: texts, reading: .init(day: WatchRuleTests.today, institutions: ranking)).page
        #expect(page.main.defects.isEmpty && page.trail.map(\.address) == ["/datos"])
        let html = page.main.string
        #expect(html.contains("data-name=\"Direcciones\">1</td>") && html.contains("data-name=\"Salidas\">menos de 10</td>"))
        #expect(html.contains("<span class=\"quiet\">sin datos</span>") && html.contains("data-name=\"Pudo terminar\"></td>"))
    }

    @Test("as JSON it says null where nothing is known")
    func json() throws {
        let ranking = BreakRanking.rank([Outside.link("https://a.cl/", sheet: 1)], [], [1: ExitCounts(exits: 3)])
        let list = BreakList(.init(day: WatchRuleTests.today, institutions: ranking))
        let data = try JSONEncoder().encode(list)
        let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let first = try #require((read["institutions"] as? [[String: Any]])?.first)
        #expect(first["exits"] == nil && first["answeredShare"] == nil && first["links"] as? Int == 1)
        #expect(read["day"] as? String == "2026-11-23" && read["hiddenBelow"] as? Int == 10)
    }
}
