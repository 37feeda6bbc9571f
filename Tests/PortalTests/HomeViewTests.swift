import Civic
import Foundation
import Markup
import Ports
import Testing
import Web

@testable import Portal

@Suite("The home")
struct HomeViewTests {
    static let texts: Texts? = try? Texts(
        file: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Texts/es.json").path, language: "es"
    )

    private let whole = HomeShelves.Reading(
        moments: [.init(address: "/momentos/jubilar", title: "Jubilar")], asked: [.init(address: "/fichas/1-pgu", title: "PGU")],
        groups: [.init(address: "/temas/salud", title: "Salud & cuidados", summary: "Fonasa y m\u{E1}s.")],
        changes: [.init(.init(address: "/fichas/1-pgu", title: "PGU"), day: "2026-09-01", what: "Monto nuevo.")])

    @Test("names what happens to people, what they come for, the topics and what changed, each with its address")
    func shelves() throws {
        let page = HomeView(texts: try #require(Self.texts), shelves: whole).page
        let text = page.main.string
        #expect(text.contains("<a href=\"/momentos/jubilar\">Jubilar</a>") && text.contains("href=\"/momentos\""))
        #expect(text.contains("<a href=\"/temas/salud\">Salud &amp; cuidados</a>"))
        #expect(text.contains("<a href=\"/fichas/1-pgu\">PGU</a> Monto nuevo.") && text.contains("href=\"/cambios\""))
        #expect(page.main.defects.isEmpty)
    }

    @Test("says that sheets are the most consulted of today only when they were counted")
    func today() throws {
        let texts = try #require(Self.texts)
        var counted = whole
        counted.isAskedToday = true
        #expect(HomeView(texts: texts, shelves: counted).page.main.string.contains(texts["home.asked.today"]))
        let chosen = HomeView(texts: texts, shelves: whole).page.main.string
        #expect(chosen.contains(texts["home.asked"]) && !chosen.contains(texts["home.asked.today"]))
    }

    @Test("says what to do while there is nothing to show")
    func empty() throws {
        let texts = try #require(Self.texts)
        let text = HomeView(texts: texts, shelves: .init()).page.main.string
        #expect(text.contains(texts["home.empty"]))
        #expect(!text.contains(texts["home.topics"]) && !text.contains(texts["home.moments"]))
        #expect(!text.contains(texts["home.changes"]) && !text.contains(texts["home.asked"]))
    }
}
