import Definitions
import Civic
import Markup
import TestKit
import Testing

@testable import Catalog

@Suite("Narrowing a search")
struct SearchFilterTests {
    private func book() throws -> SearchBook {
        let catalogue = try SampleFiles.catalogue()
        let code = try #require(CommuneCode("13101"))
        let commune = try #require(try Reference.territory().commune(code))
        return try Books.book(
            [
                try Books.sheet(1, "Bono uno") { $0.steps = Steps([.web: ["Entre."], .phone: ["Llame."]]) },
                try Books.sheet(2, "Bono dos") { ($0.institution, $0.cost) = ("X", Cost(price: Pesos(100), text: "Cien.")) },
                SearchEntry(LifeEvent(slug: "bono", title: "Bono", evidence: .proposed)),
            ] + catalogue.points.map { SearchEntry($0, in: $0.commune == commune.code ? commune : nil) })
    }

    private func filter(_ book: SearchBook, _ asked: [String: String]) -> SearchFilter {
        SearchFilter({ asked[$0] }, isKnown: book.isKnown)
    }

    @Test(
        "each part keeps what has the value",
        arguments: [
            (["institucion": "X"], ["Bono dos"]), (["canal": "phone"], ["Bono uno"]), (["gratis": "yes"], ["Bono uno"]),
            (["tipo": "momentos"], ["Bono"]), (["tema": "pensiones", "tipo": "fichas"], ["Bono uno", "Bono dos"]),
            (["institucion": "X", "canal": "web"], []),
        ])
    func parts(_ asked: [String: String], _ titles: [String]) throws {
        let book = try book()
        let results = book.find(SearchQuery("bono"), filter(book, asked))
        #expect(Set(results.shown.map { results.entry($0).title }) == Set(titles))
    }

    @Test(
        "a value that nobody knows is as if it were not there",
        arguments: ["institucion", "tema", "canal", "gratis", "comuna", "tipo"])
    func unknown(_ name: String) throws {
        let book = try book()
        for value in ["", "zzz", "' OR 1=1", String(repeating: "a", count: 10_000), "\u{0}"] {
            #expect(filter(book, [name: value]) == SearchFilter())
        }
    }

    @Test("a comuna lists all of its places, those that answer first, and nothing else")
    func commune() throws {
        let book = try book()
        for text in ["bono", "sucursal", ""] {
            let results = book.find(SearchQuery(text), filter(book, ["comuna": "13101"]))
            #expect(results.shown.map { results.entry($0).title } == ["Sucursal Centro"], "\(text)")
            #expect(!results.isBlank)
        }
    }

    @Test("each value says how many it would leave, whatever is chosen of its own part")
    func facets() throws {
        let book = try book()
        let results = book.find(SearchQuery("bono"), filter(book, ["institucion": "X"]))
        #expect(results.facets[.institution] == ["IPS": 1, "X": 1])
        #expect(results.facets[.kind] == ["fichas": 1] && results.facets[.free] == nil)
        let texts = try SheetViewTests.texts()
        let views = FilterViews(texts: texts, results: results, address: SearchAddress(texts: texts, results: results))
        #expect(views.choices(.institution).map(\.words) == ["Instituto", "Otro"])
        #expect(views.html.defects.isEmpty && views.html.string.contains("aria-label=\"Quitar el filtro Otro\""))
        #expect(views.html.string.contains("href=\"/buscar?q=bono\""), "dropping the only filter leaves the words")
        #expect(views.html.string.contains("<option value=\"X\" selected>Otro (1)</option>"))
    }
}
