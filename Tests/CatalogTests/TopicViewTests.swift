import Definitions
import Civic
import Foundation
import Markup
import Testing
import Web

@testable import Catalog

@Suite("Topics as a person reads them")
struct TopicViewTests {
    private let group = TopicGroup(
        slug: "pensiones-y-vejez", title: "Pensiones", summary: "PGU y jubilación.",
        topics: [Topic(slug: "pensiones", title: "Pensiones"), Topic(slug: "pagos", title: "Pagos")])

    private func summary(_ number: Int, _ title: String, _ topics: [String]) -> SheetSummary {
        SheetSummary(number: number, slug: "ficha-\(number)", title: title, summary: "Resumen.", status: .current, topics: topics)
    }

    @Test("the index names each group and each topic with its number of sheets")
    func index() throws {
        let page = TopicViews(texts: try SheetViewTests.texts()).index(TopicIndex(groups: [group], counts: ["pensiones": 1, "pagos": 12]))
        let html = page.main.string
        #expect(page.main.defects.isEmpty)
        #expect(html.contains("<a href=\"/temas/pensiones-y-vejez\">Pensiones</a>"))
        #expect(html.contains("<a href=\"/temas/pagos\">Pagos</a> <span class=\"quiet\">12 fichas</span>"))
        #expect(html.contains("1 ficha<"))
    }

    @Test("a group shows each sheet once, under the topic that the sheet names first")
    func shelf() throws {
        let sheets = [summary(1, "A", ["pagos", "pensiones"]), summary(2, "B", ["otro", "pensiones"])]
        let page = TopicViews(texts: try SheetViewTests.texts()).shelf(Shelf(group: group, topic: nil, sheets: sheets))
        let html = page.main.string
        #expect(page.main.defects.isEmpty)
        #expect(html.matches(of: /ficha-1/).count == 1)
        #expect(page.path == "/temas/pensiones-y-vejez")
        #expect(page.trail.map(\.address) == ["/temas"])
        let pensions = try #require(html.range(of: "<h2>Pensiones</h2>"))
        let payments = try #require(html.range(of: "<h2>Pagos</h2>"))
        let first = try #require(html.range(of: "/fichas/2-ficha-2"))
        #expect(pensions.lowerBound < first.lowerBound && first.lowerBound < payments.lowerBound)
    }

    @Test("a topic without sheets says so and shows the way on")
    func empty() throws {
        let page = TopicViews(texts: try SheetViewTests.texts()).shelf(Shelf(group: group, topic: group.topics[1], sheets: []))
        #expect(page.title == "Pagos")
        #expect(page.main.string.contains("todavía no tiene fichas"))
        #expect(page.trail.map(\.address) == ["/temas", "/temas/pensiones-y-vejez"])
    }
}
