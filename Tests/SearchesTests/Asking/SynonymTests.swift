import Testing

@testable import Searches

@Suite("Other words for the same thing")
struct SynonymTests {
    private let documents = [
        ("Cédula de identidad", "x"), ("Persona mayor", "y"), ("Carta", "la persona y su casa mayor"), ("Identidad de género", "z"),
    ]

    private func terms(_ text: String, _ lexicon: Lexicon) -> [SearchTerm] {
        let index = SearchIndex(
            documents.map { SearchDocument(passages: [.init(0, $0.0), .init(1, $0.1)]) }, fields: Shelf.fields, lexicon: lexicon)
        return QueryReader(index: index, corrects: true, isOpen: false).read(text).terms
    }

    private func said(_ said: String, _ meant: String) -> Lexicon { Lexicon(stopWords: ["de", "la"], synonyms: [(said, meant)]) }

    @Test("a phrase of several words is one thing that is looked for, and stands for less than the words themselves")
    func phrases() {
        let terms = terms("carné de la abuela hoy", said("carné abuela", "cédula de identidad"))
        #expect(terms.count == 2 && terms[0].own.isEmpty && terms[0].others.count == 1)
        #expect(terms[0].others.first?.worth == 0.8 && terms[0].others.first?.stems.count == 2)
        #expect(!terms[0].isUnknown && terms[1].isUnknown)
    }

    @Test("the longest phrase is taken before its parts")
    func longest() {
        let lexicon = Lexicon(synonyms: [("carné", "carta"), ("carné nuevo", "cédula")])
        #expect(terms("carné nuevo", lexicon).count == 1)
        #expect(terms("carné nuevo", lexicon)[0].others[0].stems != terms("carné viejo", lexicon)[0].others[0].stems)
    }

    @Test("part of a phrase is not the phrase")
    func parts() {
        let lexicon = said("carné abuela", "cédula de identidad")
        #expect(terms("abuela", lexicon).allSatisfy(\.others.isEmpty) && terms("abuela carné", lexicon).allSatisfy(\.others.isEmpty))
    }

    @Test("what is meant must stand together, with one word between at most")
    func together() {
        let lexicon = said("abuelo", "persona mayor")
        let index = SearchIndex(
            documents.map { SearchDocument(passages: [.init(0, $0.0), .init(1, $0.1)]) }, fields: Shelf.fields, lexicon: lexicon)
        #expect(index.find("abuelo").hits.map(\.document) == [1])
        let wide = SearchIndex(
            ["persona muy mayor", "persona muy muy mayor"].map { SearchDocument(passages: [.init(0, $0)]) }, fields: Shelf.fields,
            lexicon: lexicon)
        #expect(wide.find("abuelo").hits.map(\.document) == [0])
    }

    @Test("two passages are no phrase, though one ends where the other begins")
    func passages() {
        let index = SearchIndex(
            [SearchDocument(passages: [.init(1, "una persona"), .init(1, "mayor de edad")])], fields: Shelf.fields,
            lexicon: said("abuelo", "persona mayor"))
        #expect(index.find("abuelo").hits.isEmpty && index.find("persona mayor").hits.count == 1)
    }

    @Test("who says it in its own word comes before who says it in another")
    func discount() {
        let lexicon = Lexicon(synonyms: [("tarjeta", "carnet")])
        let index = SearchIndex(
            ["Carnet", "Tarjeta"].map { SearchDocument(passages: [.init(0, $0)]) }, fields: Shelf.fields, lexicon: lexicon)
        let hits = index.find("tarjeta").hits
        #expect(hits.map(\.document) == [1, 0] && hits[0].score > hits[1].score)
        #expect(index.find("carnet").hits.map(\.document) == [0], "a synonym leads one way")
    }

    @Test("a word that people say is never taken for a mistake, nor is one of a phrase of theirs")
    func known() {
        let index = SearchIndex(
            [SearchDocument(passages: [.init(0, "cartera")])], fields: Shelf.fields, lexicon: said("carrera larga", "cartera"))
        #expect(index.find("carrera").corrections.isEmpty && index.find("larga").corrections.isEmpty)
        #expect(index.find("cartela").corrections.map(\.meant) == ["cartera"])
    }
}
