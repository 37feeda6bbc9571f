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

    @Test("names the sheets that people come for and the topics, each with its address")
    func shelves() throws {
        let view = HomeView(
            texts: try #require(Self.texts), groups: [.init(address: "/temas/salud", title: "Salud & cuidados", summary: "Fonasa y más.")],
            sheets: [.init(address: "/fichas/1-pgu", title: "PGU")])
        let text = view.page.main.string
        #expect(text.contains("<a href=\"/temas/salud\">Salud &amp; cuidados</a>"))
        #expect(text.contains("<a href=\"/fichas/1-pgu\">PGU</a>"))
        #expect(view.page.main.defects.isEmpty)
    }

    @Test("says what to do while there is nothing to show")
    func empty() throws {
        let texts = try #require(Self.texts)
        let text = HomeView(texts: texts, groups: [], sheets: []).page.main.string
        #expect(text.contains(texts["home.empty"]))
        #expect(!text.contains(texts["home.topics"]))
    }
}
