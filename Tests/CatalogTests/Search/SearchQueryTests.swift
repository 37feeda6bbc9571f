import Definitions
import Civic
import Markup
import Testing
import Web

@testable import Catalog

@Suite("What people type, as far as it is looked at")
struct SearchQueryTests {
    @Test(
        "nothing that people type breaks it",
        arguments: [
            "", " ", "🙂🙂", "'; DROP TABLE sheet; --", "<script>alert(1)</script>", "%00", "\u{202E}abc", "\u{0}bono\u{7}",
            String(repeating: "a", count: 100_000), String(repeating: "palabra ", count: 12_500),
            "a" + String(repeating: "\u{301}", count: 100_000),
            "ñ", "{text}", "\\", "\"bono\" OR NEAR(1,2) -x AND* ^title:", "مرحبا بك", "你好", "de el los para", "👨‍👩‍👧‍👦", "\u{FEFF}",
        ])
    func bad(_ text: String) throws {
        let query = SearchQuery(text)
        #expect(query.text.count <= 200 && query.text.utf8.count <= 16_000 && !query.isPersonal)
        let results = try Books.book([try Books.sheet(1, "Bono")]).find(query)
        let texts = try SheetViewTests.texts()
        let page = SearchView(texts: texts).results(results, page: 10_000_000)
        #expect(page.main.defects.isEmpty && !page.main.string.contains("<script>"))
        #expect(results.book.suggestions(for: text).count <= SearchBook.mostSuggestions)
    }

    @Test("operators of other engines are words or nothing")
    func operators() throws {
        let entries = [try Books.sheet(1, "Bono"), try Books.sheet(2, "Licencia")]
        #expect(try Books.titles("\"bono\" AND* ^x:", entries) == ["Bono"])
        #expect(try Books.titles("-bono", entries) == ["Bono"])
    }

    @Test(
        "a RUN or a telephone is seen, however it is written, and not kept",
        arguments: [
            "12.345.678-5", "12345678-5", "123456785", "1.000.005-K", "mi run es 12 345 678-5", "+56 9 8765 4321", "987654321",
            "fono (2) 2345 6789", "bono 12345678", "12\u{2013}345\u{2013}678", "１２３４５６７８",
        ])
    func personal(_ text: String) throws {
        let query = SearchQuery(text)
        #expect(query.isPersonal && query.text.isEmpty)
        #expect(try Books.shipped().suggestions(for: text).isEmpty)
    }

    @Test(
        "the code of a sheet, a law, a sum and years are not",
        arguments: ["102077", "900001", "ley 21.719", "$231.732", "2025 2026", "bono 2026"])
    func impersonal(_ text: String) {
        #expect(!SearchQuery(text).isPersonal)
    }

    @Test("lists that can't be read say where")
    func lists() {
        #expect(throws: FileDefects.self) { try SearchWords(stopWords: "", synonyms: "a,b\n") }
        #expect(throws: FileDefects.self) { try SearchWords(stopWords: "", synonyms: "termino,equivalente\nhola,\n") }
        #expect(throws: FileDefects.self) { try SearchWords(folder: "/nowhere") }
    }
}
