import Civic
import Searches
import TestKit
import Testing

@testable import Catalog

@Suite("Finding by words")
struct SearchBookTests {
    @Test("a title and another name weigh more than the summary")
    func ranking() throws {
        let entries = [
            try Books.sheet(1, "Zeta", summary: "Un bono cualquiera."), try Books.sheet(2, "Beta", also: ["bono"]),
            try Books.sheet(3, "Bono"),
        ]
        let titles = try Books.titles("bono", entries)
        #expect(Set(titles.prefix(2)) == ["Beta", "Bono"] && titles.last == "Zeta")
    }

    @Test("what has every word comes first; when nothing has, it is said")
    func most() throws {
        let book = try Books.book([try Books.sheet(1, "Bono invierno"), try Books.sheet(2, "Bono marzo"), try Books.sheet(3, "Licencia")])
        let all = book.find(SearchQuery("bono marzo"))
        #expect(all.findings.isComplete && all.entry(all.shown[0]).title == "Bono marzo")
        let partly = book.find(SearchQuery("bono marciano"))
        #expect(!partly.findings.isComplete && partly.shown.count == 2)
        #expect(book.find(SearchQuery("zapato")).shown.isEmpty)
    }

    @Test("other words for the same thing find it, after those who say it in the same words")
    func synonyms() throws {
        let entries = [try Books.sheet(1, "A persona mayor"), try Books.sheet(2, "B viejo")]
        #expect(try Books.titles("viejo", entries) == ["B viejo", "A persona mayor"])
        #expect(Set(try Books.titles("viejitos", entries)) == ["B viejo", "A persona mayor"])
    }

    @Test("what has ended comes after what can still be done, and what is opened more before its equals alone")
    func order() throws {
        let ended = [try Books.sheet(1, "A bono", status: .ended), try Books.sheet(2, "B bono")]
        #expect(try Books.titles("bono", ended) == ["B bono", "A bono"])
        let equal = [try Books.sheet(1, "A bono"), try Books.sheet(2, "B bono"), try Books.sheet(3, "Z", summary: "Bono.")]
        let results = try Books.book(equal, opened: [2: 50, 3: 1_000_000]).find(SearchQuery("bono"))
        #expect(results.shown.map { results.entry($0).title } == ["B bono", "A bono", "Z"])
    }

    @Test("a sheet is found by its number")
    func number() throws {
        #expect(try Books.titles("33112", [try Books.sheet(1, "A"), try Books.sheet(33112, "B")]) == ["B"])
    }

    @Test("a sentence that says more than the summary is shown, and never one that waits for a value")
    func passages() throws {
        let sheet = try Books.sheet(1, "Bono", also: ["plata"], summary: "Ayuda al mes.") {
            $0.requirements = ["Tener {pgu.edad-minima} y la libreta.", "Traer la libreta de familia.", "Nada más."]
        }
        let book = try Books.book([sheet])
        #expect(book.find(SearchQuery("libreta")).passage(0)?.text == "Traer la libreta de familia.")
        #expect(book.find(SearchQuery("ayuda")).passage(0) == nil)
        #expect(book.find(SearchQuery("bono")).passage(0) == nil)
        #expect(try #require(book.find(SearchQuery("plata")).passage(0)) == ("plata", true))
    }

    @Test("moments of life, comunas and points are found beside the sheets")
    func kinds() throws {
        let book = try Books.shipped()
        func first(_ text: String) -> SearchEntry? {
            let results = book.find(SearchQuery(text))
            return results.shown.first.map(results.entry)
        }
        #expect(first("fallece un ser querido")?.path == "/momentos/fallece-un-ser-querido")
        #expect(first("rancagua")?.kind == .commune && first("rancagua")?.path == "/lugares/06101-rancagua")
        #expect(first("registro civil rancagua")?.kind == .point)
    }

    @Test(
        "people's own words find what they mean in the catalogue that Ventanilla ships",
        arguments: [
            ("pension de viejitos", "/fichas/102077-"), ("PGU", "/fichas/102077-"), ("102077", "/fichas/102077-"),
            ("subsidio único familiar", "subsidio-familiar"), ("ñuñoa", "/lugares/13120-nunoa"),
            ("sertificado de nasimiento", "certificado-de-nacimiento"), ("registrocivil rancagua", "registro-civil-rancagua"),
        ])
    func content(_ asked: String, _ path: String) throws {
        let results = try Books.shipped().find(SearchQuery(asked))
        #expect(results.shown.prefix(3).contains { results.entry($0).path.contains(path) })
    }

    @Test("what was corrected is said, and can be searched as it was typed")
    func corrections() throws {
        let book = try Books.shipped()
        let results = book.find(SearchQuery("Antesedentes penales"))
        #expect(results.findings.corrections == [SearchCorrection(typed: "Antesedentes", meant: "antecedentes")])
        #expect(results.findings.corrected == "antecedentes penales")
        let literal = book.find(SearchQuery("Antesedentes penales", isLiteral: true))
        #expect(literal.findings.corrections.isEmpty && literal.shown.count <= results.shown.count)
    }

    @Test(
        "a word of everyday life, of the catalogue or of its synonyms is never taken for another", arguments: ["internet", "gato", "tarea"])
    func familiar(_ word: String) throws {
        #expect(try Books.shipped().find(SearchQuery(word)).findings.corrections.isEmpty)
    }
}

extension SearchCorrection: CustomTestStringConvertible {
    public var testDescription: String { "\(typed)=\(meant)" }
}
