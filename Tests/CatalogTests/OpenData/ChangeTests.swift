import Definitions
import Civic
import Foundation
import Markup
import TestKit
import Testing
import Web

@testable import Catalog

@Suite("What changed")
struct ChangeTests {
    private func changes(_ change: (inout Catalogue) -> Void = { _ in }) throws -> [Change] { try OpenSample.small(change).changes }

    @Test("an amount that began in the year is told with what it was before, after the days that came later")
    func amounts() throws {
        let changes = try changes()
        #expect(changes.map(\.day.iso) == ["2026-11-23", "2026-05-01", "2026-01-01"])
        let texts = try SheetViewTests.texts()
        #expect(changes[1].sentence(texts) == "Por carga: $22.601 (antes, $22.007).")
        #expect(changes[2].sentence(texts) == "Por carga: $22.007.")
        #expect(changes[0].kind == .revised && Set(changes.map(\.name)).count == 3)
    }

    @Test("what is announced for later, what is long past, what is made up and what has ended is no news")
    func others() throws {
        let later = try Reference.day("2026-12-01")
        let long = try Reference.day("2024-01-01")
        #expect(
            try changes { catalogue in
                catalogue.sheets[0].amounts = [
                    .own(DatedAmount(label: "a", money: Pesos(1), from: later)), .own(DatedAmount(label: "b", money: Pesos(1), from: long)),
                    .own(DatedAmount(label: "c", money: Pesos(1), from: catalogue.sheets[0].checked, isAssumed: true)),
                ]
            }.map(\.kind) == [.revised])
        #expect(try changes { $0.sheets[0].status = .ended }.map(\.kind) == [.revised])
    }

    @Test("the feed has each change once, with a date that readers understand, and leads to itself")
    func feed() throws {
        let words = try OpenSample.words()
        let text = String(decoding: ChangeFeed(words: words, changes: try changes()).document, as: UTF8.self)
        #expect(text.contains("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://ventanilla.example/cambios.xml\"/>"))
        #expect(text.contains("<pubDate>Mon, 23 Nov 2026 00:00:00 -0300</pubDate>"))
        #expect(text.contains("<pubDate>Fri, 01 May 2026 00:00:00 -0400</pubDate>"))
        #expect(text.contains("<title>Subsidio Familiar (SUF): Por carga: $22.601 (antes, $22.007).</title>"))
        #expect(text.components(separatedBy: "<item>").count == 4)
    }

    @Test("a day on which all was gone through does not bury the others")
    func page() throws {
        let (source, open) = (try SheetViewTests.texts(), try OpenSample.whole())
        let page = ChangesView(texts: source, source: source, changes: open.changes).page
        #expect(page.main.defects.isEmpty && page.path == "/cambios")
        let html = page.main.string
        #expect(html.contains("<p>166 fichas revisadas. <a href=\"/temas\">") && html.contains("lunes 23 de noviembre de 2026"))
        #expect(html.contains("Pensión Garantizada Universal") && html.contains("(antes, $"))
        let few = ChangesView(texts: source, source: source, changes: try changes()).page.main.string
        #expect(few.contains("<h3>1 ficha revisada</h3>") && few.contains("href=\"/fichas/33112-subsidio-familiar\""))
        #expect(ChangesView(texts: source, source: source, changes: []).page.main.string.contains("no cambió nada"))
    }

    @Test("content in another language says so")
    func english() throws {
        let (source, english) = (try SheetViewTests.texts(), try SheetViewTests.texts("en"))
        let html = ChangesView(texts: english, source: source, changes: try changes()).page.main.string
        #expect(html.contains("<ul class=\"sheets\" lang=\"es\">") && html.contains("href=\"/en/fichas/33112-subsidio-familiar\""))
    }

    // MARK: the sitemap

    @Test("every page stands there in each language with where it is in the others")
    func sitemap() throws {
        let languages = [try SheetViewTests.texts(), try SheetViewTests.texts("en")]
        let open = try OpenSample.small()
        let text = String(decoding: Sitemap(base: OpenSample.base, languages: languages).document(open.pages), as: UTF8.self)
        #expect(text.components(separatedBy: "<url>").count - 1 == open.pages.count * 2)
        #expect(text.contains("<loc>https://ventanilla.example/en/fichas/33112-subsidio-familiar</loc><lastmod>2026-11-23</lastmod>"))
        #expect(
            text.contains(
                "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://ventanilla.example/en/fichas/33112-subsidio-familiar\"/>"))
        #expect(text.contains("hreflang=\"x-default\" href=\"https://ventanilla.example/temas\""))
    }

    @Test("it has sheets, topics, life events, institutions, regions and comunas, each once")
    func pages() throws {
        let paths = try OpenSample.whole().pages.map(\.path)
        #expect(Set(paths).count == paths.count)
        for (beginning, count) in [("/fichas/", 166), ("/lugares/region/", 16)] {
            #expect(paths.filter { $0.hasPrefix(beginning) }.count == count, "\(beginning)")
        }
        #expect(paths.filter { $0.hasPrefix("/momentos/") }.count == (try ContentTests.catalogue().lifeEvents.count))
        #expect(paths.contains("/lugares/07303-licanten") && paths.contains("/temas/pensiones"))
        #expect(!paths.contains { $0.hasPrefix("/buscar") })
    }

    @Test("whoever lists no language but one needs no links to others")
    func alone() throws {
        let text = String(
            decoding: Sitemap(base: "https://a.cl", languages: [try SheetViewTests.texts()]).document([.init(path: "/")]), as: UTF8.self)
        #expect(text.contains("<url><loc>https://a.cl/</loc></url>"))
    }

    @Test("the page for developers shows the program of the documentation as it is")
    func developers() throws {
        let page = OpenDataView(texts: try SheetViewTests.texts(), script: "print(1 < 2)\n", base: OpenSample.base).page
        #expect(page.main.defects.isEmpty && page.main.string.contains("<code>print(1 &lt; 2)\n</code>"))
        #expect(page.main.string.contains("load-all-sheets.py https://ventanilla.example"))
        #expect(page.main.string.contains("<a href=\"/cambios\">") && page.main.string.contains("<a href=\"/datos/quiebres\">"))
    }
}
