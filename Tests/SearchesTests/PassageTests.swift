import Testing

@testable import Searches

@Suite("Which sentence is shown, and what is marked in it")
struct PassageTests {
    private let index = SearchIndex(
        [
            SearchDocument(passages: [.init(0, "Bono"), .init(1, "Se paga."), .init(1, "Se paga en marzo."), .init(1, "En marzo.")]),
            SearchDocument(passages: [.init(0, "Marzo")]),
        ], fields: Shelf.fields, lexicon: Shelf.lexicon)

    @Test("the one that says most, the first of equals, in the fields that are asked for")
    func best() {
        #expect(index.bestPassage(of: 0, for: index.find("pagar marzo"), in: [1]) == 2)
        #expect(index.bestPassage(of: 0, for: index.find("marzo"), in: [1]) == 2)
        #expect(index.bestPassage(of: 0, for: index.find("bono"), in: [1]) == nil)
        #expect(index.bestPassage(of: 0, for: index.find("bono"), in: [0]) == 0)
        #expect(index.bestPassage(of: 0, for: index.find("pagar marzo"), in: [1], besides: ["El mes de marzo"]) == 1)
        #expect(index.bestPassage(of: 0, for: index.find("marzo"), in: [1], besides: ["Marzo"]) == nil)
        #expect(index.bestPassage(of: 1, for: index.find("marzo"), in: [0]) == 0)
    }

    @Test("all forms of the words that were asked for are marked, and little words are not")
    func marks() {
        let text = "Los bonos de marzo y el pago"
        let findings = index.find("bono de marzo")
        #expect(index.marks(in: text, for: findings).map { String(text[$0]) } == ["bonos", "marzo"])
        #expect(index.marks(in: "", for: findings).isEmpty)
    }
}
