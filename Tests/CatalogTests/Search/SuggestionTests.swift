import Civic
import Testing

@testable import Catalog

@Suite("Suggestions while one types")
struct SuggestionTests {
    @Test("the last word goes on, from its second letter")
    func open() throws {
        let book = try Books.book([try Books.sheet(1, "Pensión de vejez"), try Books.sheet(2, "Licencia")])
        #expect(book.suggestions(for: "pe").map(\.title) == ["Pensión de vejez"])
        #expect(book.suggestions(for: "vejez pen").map(\.title) == ["Pensión de vejez"])
        #expect(book.suggestions(for: "p").isEmpty && book.suggestions(for: "").isEmpty && book.suggestions(for: "xyzw").isEmpty)
    }

    @Test("what many asked comes first, two at most, and eight in all")
    func frequent() throws {
        let entries = try (1...20).map { try Books.sheet($0, "Bono \($0)") }
        let book = try Books.book(entries, frequent: ["bono marzo", "bono", "bono invierno", "bono gas", "licencia"])
        let suggestions = book.suggestions(for: "bono")
        #expect(suggestions.count == 8 && suggestions.prefix(2).map(\.title) == ["bono marzo", "bono invierno"])
        #expect(suggestions[0].path == "/buscar?q=bono%20marzo" && suggestions[2].kind == .sheet)
    }

    @Test("sheets, moments and comunas are suggested; points are their comuna's affair")
    func kinds() throws {
        let book = try Books.shipped()
        #expect(book.suggestions(for: "ranca").contains { $0.path == "/lugares/06101-rancagua" && $0.kind == .commune })
        #expect(book.suggestions(for: "jubil").contains { $0.kind == .lifeEvent })
        #expect(Set(book.suggestions(for: "registro civil ranc").map(\.kind)).isSubset(of: [.sheet, .commune, .lifeEvent]))
        #expect(book.suggestions(for: "sertificado de nac").contains { $0.path.contains("certificado-de-nacimiento") })
    }
}
