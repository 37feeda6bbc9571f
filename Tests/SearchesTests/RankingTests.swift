import Testing

@testable import Searches

@Suite("In which order documents answer")
struct RankingTests {
    @Test("what says it in its name comes before what says it in its text")
    func names() {
        #expect(Shelf.found("bono", [("Otra cosa", "un bono"), ("Bono", "nada")]) == [1, 0])
    }

    @Test("a query that says the whole name means it")
    func wholeNames() {
        let documents = [("Certificado de nacimiento de personas adoptadas", "x"), ("Certificado de nacimiento", "x")]
        #expect(Shelf.found("certificado nacimiento", documents) == [1, 0])
    }

    @Test("rare words tell more than common ones")
    func rarity() {
        let common = (0..<20).map { ("Bono número \($0)", "x") }
        #expect(Shelf.found("bono cultural", common + [("Pase cultural", "x")]).first == 20)
    }

    @Test("words that stand together come before words that stand apart")
    func closeness() {
        let apart = "la cuenta es corta y muy larga y ancha y alta la rut"
        #expect(Shelf.found("cuenta rut", [("A", apart), ("B", "la cuenta rut es corta y muy larga y ancha y alta")]) == [1, 0])
    }

    @Test("what has all of it comes before what has some of it more often")
    func coverage() {
        #expect(Shelf.found("subsidio agua", [("Subsidio subsidio", "subsidio"), ("Ayuda", "subsidio del agua")]).first == 1)
    }

    @Test("popularity orders equals and nothing else")
    func popularity() {
        let documents = [("Bono", "x"), ("Bono", "x"), ("Otro", "bono")]
        #expect(Shelf.index(documents, opened: [1: 3]).find("bono").hits.map(\.document) == [1, 0, 2])
        #expect(Shelf.index(documents, opened: [2: 10_000_000]).find("bono").hits.map(\.document) == [0, 1, 2])
        #expect(Shelf.index(documents, opened: [1: -5]).find("bono").hits.map(\.document) == [0, 1, 2])
    }

    @Test("what is over comes after its equals")
    func factors() {
        #expect(Shelf.index([("Bono", "x"), ("Bono", "x")], factors: [0: 0.8]).find("bono").hits.map(\.document) == [1, 0])
    }

    @Test("whether all was found is said")
    func completeness() {
        let index = Shelf.index([("Bono de marzo", "x"), ("Licencia", "x")])
        #expect(index.find("bono marzo").isComplete && index.find("bono de la marzo").isComplete)
        #expect(!index.find("bono gato").isComplete && !index.find("bono licencia").isComplete)
        #expect(index.find("de la para").isEmpty && index.find("").hits.isEmpty && !index.find("bono").isEmpty)
    }

    @Test("an index of nothing finds nothing")
    func nothing() {
        let index = SearchIndex([], fields: Shelf.fields, lexicon: Lexicon())
        #expect(index.find("bono").hits.isEmpty && index.count == 0 && index.near("bono", most: 3).isEmpty)
        #expect(Shelf.found("bono", [("", "")]).isEmpty)
    }
}
