import Definitions
import Civic
import Markup
import Testing
import Web

@testable import Catalog

@Suite("The search as a person reads it")
struct SearchViewTests {
    private func entries(_ count: Int) throws -> [SearchEntry] {
        try (0..<count).map { try Books.sheet($0 + 1, "Bono \($0 + 1)") }
    }

    private func html(_ asked: String, _ entries: [SearchEntry], page: Int = 1) throws -> String {
        let results = try Books.book(entries).find(SearchQuery(asked))
        let main = SearchView(texts: try SheetViewTests.texts()).results(results, page: page).main
        #expect(main.defects.isEmpty)
        return main.string
    }

    @Test("ten on a page, with the way to the next and back")
    func pages() throws {
        let entries = try entries(37)
        let first = try html("bono", entries)
        #expect(first.matches(of: /href="\/fichas\//).count == 10 && first.contains("37 resultados para «bono»"))
        #expect(
            first.contains("pagina=2") && first.contains("aria-label=\"Página 1\" aria-current=\"page\"") && !first.contains("rel=\"prev\"")
        )
        let last = try html("bono", entries, page: 4)
        #expect(last.matches(of: /href="\/fichas\//).count == 7 && !last.contains("rel=\"next\""))
        #expect(try html("bono", entries, page: 10_000_000) == last)
        #expect(try html("bono", entries, page: -1) == first)
    }

    @Test("a further page is told by its title from the first, and the first has no number")
    func titles() throws {
        let results = try Books.book(try entries(37)).find(SearchQuery("bono"))
        let view = SearchView(texts: try SheetViewTests.texts())
        #expect(view.results(results, page: 1).title == "Resultados para «bono»")
        #expect(view.results(results, page: 2).title == "Resultados para «bono», página 2")
        #expect(view.results(results, page: 99).title == "Resultados para «bono», página 4", "beyond the last is the last")
        #expect(
            SearchView(texts: try SheetViewTests.texts("en")).results(results, page: 2).title == "Results for “bono”, page 2")
    }

    @Test("words are marked by their stems, and nothing typed becomes markup")
    func marks() throws {
        let book = try Books.book([try Books.sheet(1, "Pensiones", also: ["bono"])])
        let results = book.find(SearchQuery("pensión de <b>"))
        let views = ResultViews(texts: try SheetViewTests.texts(), results: results)
        #expect(
            views.marked("Pensión, deber de <b>pensiones</b>").string.contains(
                "<mark>Pensión</mark>, deber de &lt;b&gt;<mark>pensiones</mark>"))
        #expect(views.marked("").string == "" && views.marked("Nada aquí").string == "Nada aquí")
        let text = try html("<script>bono", try entries(1))
        #expect(!text.contains("<script>") && text.contains("&lt;script"))
    }

    @Test("nothing found says what to do next; most of the words found says so")
    func nothing() throws {
        let event = SearchEntry(LifeEvent(slug: "jubilar", title: "Jubilar", evidence: .proposed))
        let none = try html("zapato", try entries(1) + [event])
        #expect(none.contains("No encontramos nada para «zapato»") && none.contains("href=\"tel:101\"") && none.contains("href=\"/temas\""))
        #expect(none.contains("href=\"/momentos/jubilar\""))
        #expect(try html("bono zapato", try entries(2)).contains("Nada tiene todas las palabras"))
    }

    @Test("nothing found offers words that look like those typed, with their topics")
    func near() throws {
        let results = try Books.shipped().find(SearchQuery("xxmatrimm"))
        let text = SearchView(texts: try SheetViewTests.texts()).results(results, page: 1).main.string
        #expect(results.shown.isEmpty && text.contains("No encontramos nada"))
        let nonsense = try Books.shipped().find(SearchQuery("zxqv wkj"))
        let alone = SearchView(texts: try SheetViewTests.texts()).results(nonsense, page: 1).main.string
        #expect(alone.contains("No encontramos nada") && !alone.contains("Palabras que puede probar"), "it looks like no word")
        let sounding = try Books.book([try Books.sheet(1, "Cédula")]).find(SearchQuery("zeduula", isLiteral: true))
        let offered = SearchView(texts: try SheetViewTests.texts()).results(sounding, page: 1).main.string
        #expect(offered.contains("href=\"/buscar?q=cedula\"") && offered.contains("href=\"/temas/pensiones\""))
    }

    @Test("a correction says what it took, and leads to the words as they were typed")
    func corrected() throws {
        let text = try html("vono", [try Books.sheet(1, "Bono")])
        #expect(text.contains("Quizás quiso decir <strong>bono</strong>") && text.contains("href=\"/buscar?q=vono&amp;exacta=1\""))
        #expect(text.contains("1 resultado para «bono»"), "the heading says what was found")
    }

    @Test("other searches that are near stand under the results, and none that was just made")
    func similar() throws {
        let text = try html("bono", [try Books.sheet(1, "Bono", also: ["bono", "plata del mes"])])
        #expect(text.contains("href=\"/buscar?q=plata%20del%20mes\"") && !text.contains("href=\"/buscar?q=bono\""))
    }

    @Test("a number of a person is answered with advice")
    func personal() throws {
        let page = SearchView(texts: try SheetViewTests.texts()).start(isPersonal: true)
        #expect(page.main.string.contains("No escriba su RUN") && page.main.defects.isEmpty)
        #expect(!SearchView(texts: try SheetViewTests.texts()).start().main.string.contains("No escriba su RUN"))
    }

    @Test("what stands in an address is escaped byte by byte")
    func escaping() {
        #expect("a b&c=ñ".queryEscaped == "a%20b%26c%3D%C3%B1")
    }
}
