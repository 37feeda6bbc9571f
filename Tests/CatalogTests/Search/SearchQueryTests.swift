import Civic
import Testing

@testable import Catalog

@Suite("What people look for, word by word")
struct SearchQueryTests {
    static func words() throws -> SearchWords {
        try SearchWords(
            stopWords: "de\nlos\nel\n",
            synonyms: "termino,equivalente\nviejo,persona mayor\ncarné de identidad,cédula de identidad\ncarnet,cédula\n")
    }

    private func alternatives(_ text: String) throws -> [[[String]]] {
        SearchQuery(text, try Self.words()).terms.map(\.alternatives)
    }

    @Test("capitals, accents and little words do not count")
    func folding() throws {
        #expect(try alternatives("PENSIÓN de los Ñandúes") == [[["pension"]], [["nandues"]]])
        #expect(try alternatives("bono, bono; BONO") == [[["bono"]]])
    }

    @Test("other words for a thing stand beside the person's own, the longest phrase first")
    func synonyms() throws {
        #expect(try alternatives("bono viejo") == [[["bono"]], [["viejo"], ["persona", "mayor"]]])
        #expect(try alternatives("carné de identidad") == [[["carne", "identidad"], ["cedula", "identidad"]]])
    }

    @Test("a query of nothing but little words is taken as it is")
    func little() throws {
        #expect(try alternatives("de los") == [[["de"]], [["los"]]])
    }

    @Test(
        "nothing that people type breaks it",
        arguments: [
            "", " ", "🙂🙂", "'; DROP TABLE sheet; --", "<script>alert(1)</script>", "%00", "\u{202E}abc",
            String(repeating: "a", count: 5000),
            String(repeating: "palabra ", count: 500), "ñ", "{text}", "\\", "\"", "مرحبا", "你好",
        ])
    func bad(_ text: String) throws {
        let query = SearchQuery(text, try Self.words())
        #expect(query.terms.count <= 12 && query.text.count <= 200 && !query.isPersonal)
    }

    @Test(
        "a RUN or a telephone is seen, however it is written, and not kept",
        arguments: [
            "12.345.678-5", "12345678-5", "123456785", "1.000.005-K", "mi run es 12 345 678-5", "+56 9 8765 4321", "987654321",
            "fono (2) 2345 6789", "bono 12345678", "12\u{2013}345\u{2013}678", "１２３４５６７８",
        ])
    func personal(_ text: String) throws {
        let query = SearchQuery(text, try Self.words())
        #expect(query.isPersonal && query.text.isEmpty && query.terms.isEmpty)
    }

    @Test(
        "the code of a sheet, a law, a sum and years are not",
        arguments: ["102077", "900001", "ley 21.719", "$231.732", "2025 2026", "bono 2026"])
    func impersonal(_ text: String) throws {
        #expect(!SearchQuery(text, try Self.words()).isPersonal)
    }

    @Test("lists that can't be read say where")
    func lists() {
        #expect(throws: CatalogueDefects.self) { try SearchWords(stopWords: "", synonyms: "a,b\n") }
        #expect(throws: CatalogueDefects.self) { try SearchWords(stopWords: "", synonyms: "termino,equivalente\nhola,\n") }
        #expect(throws: CatalogueDefects.self) { try SearchWords(folder: "/nowhere") }
    }
}
