import Testing

@testable import Searches

@Suite("An index of next to nothing")
struct SmallIndexTests {
    private func index(_ passages: [[SearchDocument.Passage]]) -> SearchIndex {
        SearchIndex(passages.map { SearchDocument(passages: $0) }, fields: Shelf.fields, lexicon: Shelf.lexicon)
    }

    @Test("of no document finds nothing, whatever is asked", arguments: ["bono", "", "viejo", "carné de identidad", "🙂", "registrosocial"])
    func none(_ text: String) {
        let empty = index([])
        for isOpen in [false, true] {
            let findings = empty.find(text, isOpen: isOpen)
            #expect(findings.hits.isEmpty && !findings.isComplete)
            #expect(empty.marks(in: "bono", for: findings).isEmpty)
        }
        #expect(empty.count == 0 && empty.split("registrosocial") == nil)
    }

    @Test("of one document finds it with all that it has")
    func one() throws {
        let one = index([[.init(0, "Bono"), .init(1, "Se paga en marzo")]])
        let findings = one.find("bono de marzo")
        #expect(findings.hits.map(\.document) == [0] && findings.isComplete)
        #expect(try #require(findings.hits.first).score > 0, "a word that all documents have still tells something")
        #expect(one.find("gato").hits.isEmpty)
    }

    @Test("of documents without words finds nothing and keeps their places")
    func empty() {
        let some = index([[], [.init(0, "")], [.init(0, "de la"), .init(1, "¡…!")], [.init(1, "Bono")]])
        #expect(some.count == 4 && some.find("bono").hits.map(\.document) == [3])
        let findings = some.find("bono")
        for document in 0..<3 { #expect(some.bestPassage(of: document, for: findings, in: [0, 1]) == nil) }
        #expect(some.bestPassage(of: 3, for: findings, in: [0, 1]) == 0)
    }

    @Test("an empty field makes no document better or worse")
    func fields() {
        let some = index([[.init(0, "Bono"), .init(1, "")], [.init(0, "Bono")], [.init(1, ""), .init(0, "Bono"), .init(0, "")]])
        let scores = some.find("bono").hits.map(\.score)
        #expect(scores.count == 3 && Set(scores).count == 1)
    }

    @Test("rarity is never below nothing, and falls with each document", arguments: [1, 2, 10, 5000])
    func rarity(_ all: Int) {
        let rarities = (0...all).map { IndexBuilder.rarity(of: $0, among: all) }
        #expect(rarities.allSatisfy { $0 > 0 } && zip(rarities, rarities.dropFirst()).allSatisfy { $0 > $1 })
    }
}
