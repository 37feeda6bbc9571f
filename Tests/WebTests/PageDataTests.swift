import Civic
import Foundation
import Markup
import Testing

@testable import Web

@Suite("What a page says to machines")
struct PageDataTests {
    private func document(_ change: (inout Page) -> Void) throws -> HTML {
        let texts = try Texts(file: SampleSite.root + "/Texts/es.json", language: "es")
        var page = Page(title: "Una", path: "/una", main: "<h1>Una</h1>")
        change(&page)
        return Layout(
            texts: texts, navigation: [], stylesheets: [], isDemonstration: true,
            alternates: [Alternate("application/rss+xml", "/cambios.xml", title: "Cambios")]
        ).document(page)
    }

    @Test("its data stand in its head as a block that can't end before its end")
    func data() throws {
        let html = try document { $0.data = [["name": "</script><b>"], ["name": "dos"]] }
        #expect(html.defects.isEmpty)
        let head = html.string.prefix(upTo: try #require(html.string.range(of: "</head>")).lowerBound)
        #expect(head.contains(#"<script type="application/ld+json">{"name":"\u003c/script\u003e\u003cb\u003e"}</script>"#))
        #expect(head.components(separatedBy: "application/ld+json").count == 3)
    }

    @Test("its other forms come before those of the site, and their titles are escaped")
    func alternates() throws {
        let html = try document { $0.alternates = [Alternate("text/turtle", "/datos/fichas/1.ttl", title: "\"Una\"")] }.string
        let own = "<link rel=\"alternate\" type=\"text/turtle\" title=\"&quot;Una&quot;\" href=\"/datos/fichas/1.ttl\">\n"
        #expect(html.contains(own + "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Cambios\" href=\"/cambios.xml\">\n"))
    }

    @Test("a page that says nothing has no block")
    func none() throws {
        #expect(try !document { _ in }.string.contains("ld+json"))
    }
}
