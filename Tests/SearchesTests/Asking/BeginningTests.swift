import Testing

@testable import Searches

@Suite("The word that one is still typing")
struct BeginningTests {
    private let documents = [("Certificado de matrimonio", "x"), ("Mano de obra", "y"), ("Marca", "matrícula"), ("Cese", "z")]

    private func open(_ text: String) -> Set<Int> { Set(Shelf.found(text, documents, isOpen: true)) }

    @Test("goes on in all ways that the documents know")
    func goesOn() {
        #expect(open("m") == [0, 1, 2] && open("ma") == [0, 1, 2] && open("mat") == [0, 2] && open("matrim") == [0])
    }

    @Test("may be a word and the beginning of another")
    func both() {
        #expect(Set(Shelf.found("mar", [("Mar", "x"), ("Marzo", "y")], isOpen: true)) == [0, 1])
        #expect(Shelf.found("mar", [("Marzo", "y"), ("Mar", "x")], isOpen: false) == [1])
    }

    @Test("is the last one alone: those before it stand as they are")
    func last() {
        #expect(Shelf.found("cese mat", documents, isOpen: true).first == 3)
        let index = Shelf.index(documents)
        let terms = QueryReader(index: index, corrects: false, isOpen: true).read("ma cese").terms
        #expect(terms.count == 2 && terms[0].isUnknown && !terms[1].isUnknown)
    }

    @Test("may be a little word that has not grown yet")
    func littleWords() {
        #expect(Shelf.found("de", [("Derecho", "x"), ("Otro", "y")], isOpen: true) == [0])
        #expect(Shelf.found("de", [("Derecho", "x")], isOpen: false).isEmpty)
    }

    @Test("of a thing that has many names is looked for in twenty-four of them")
    func many() {
        let index = Shelf.index((0..<60).map { ("mes\(String(UnicodeScalar(97 + $0 % 26)!))\($0)", "x") })
        let terms = QueryReader(index: index, corrects: true, isOpen: true).read("mes").terms
        #expect(terms.first?.own.first?.stems.count == 24)
    }

    @Test("finds less than a whole word when it is only a beginning")
    func worth() {
        let index = Shelf.index(documents)
        let begun = QueryReader(index: index, corrects: true, isOpen: false).read("matrim").terms
        #expect(begun.first?.own.first?.worth == 0.9 && begun.first?.own.first?.stems.count == 1)
    }
}
