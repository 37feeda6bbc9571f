import Civic
import Markup
import Testing
import Web

@testable import Catalog

@Suite("The search as a person reads it")
struct SearchViewTests {
    private func entries(_ count: Int) throws -> [SearchEntry] {
        let sheet = try #require(try SampleFiles.catalogue().sheets.first)
        return (0..<count).map { at in
            var sheet = sheet
            (sheet.number, sheet.title) = (SheetNumber(value: at + 1, isPublic: true), "Bono \(at + 1)")
            return SearchEntry(sheet, institution: "IPS", topics: [])
        }
    }

    private func html(_ asked: String, _ entries: [SearchEntry], page: Int = 1) throws -> String {
        let findings = SearchIndex(entries: entries, words: try SearchQueryTests.words()).find(asked)
        let main = SearchView(texts: try SheetViewTests.texts()).results(findings, page: page).main
        #expect(main.defects.isEmpty)
        return main.string
    }

    @Test("twenty on a page, with the way to the next and back")
    func pages() throws {
        let entries = try entries(45)
        let first = try html("bono", entries)
        #expect(first.matches(of: /href="\/fichas\//).count == 20 && first.contains("45 resultados para «bono»"))
        #expect(
            first.contains("pagina=2") && first.contains("aria-label=\"Página 1\" aria-current=\"page\"") && !first.contains("rel=\"prev\"")
        )
        let last = try html("bono", entries, page: 3)
        #expect(last.matches(of: /href="\/fichas\//).count == 5 && !last.contains("rel=\"next\""))
        #expect(try html("bono", entries, page: 99) == last)
        #expect(try html("bono", entries, page: -1) == first)
    }

    @Test("the words that were looked for are marked, accents or not, and nothing typed becomes markup")
    func marks() throws {
        let marking = Marking(words: ["pension", "de", "<b>"])
        #expect(marking("Pensión, deber de <b>pensiones</b>").string.contains("<mark>Pensión</mark>, deber <mark>de</mark> &lt;b"))
        #expect(marking("pensiones").string == "<mark>pensiones</mark>")
        #expect(marking("").string == "")
        let text = try html("<script>bono", try entries(1))
        #expect(!text.contains("<script>") && text.contains("&lt;script"))
    }

    @Test("nothing found says what to do next; most of the words found says so")
    func nothing() throws {
        let none = try html("zapato", try entries(1))
        #expect(none.contains("No encontramos nada para «zapato»") && none.contains("href=\"tel:101\"") && none.contains("href=\"/temas\""))
        #expect(try html("bono zapato", try entries(2)).contains("Nada tiene todas las palabras"))
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
