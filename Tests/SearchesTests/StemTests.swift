import Testing

@testable import Searches

@Suite("Endings and accents")
struct StemTests {
    @Test(
        "the accent tells the ending, so it goes after it",
        arguments: [("pensión", "pension"), ("certificación", "certif"), ("árbol", "arbol"), ("año", "ano"), ("pagarán", "pag")])
    func accents(_ word: String, _ stem: String) {
        #expect(Stemmer().stem(word) == stem)
    }

    @Test(
        "an accent that somebody leaves out loses nothing that the documents have",
        arguments: ["pension", "PENSIÓN", "pensión", "Pensiones"])
    func leftOut(_ typed: String) {
        #expect(Shelf.found(typed, [("Pensión", "x"), ("Otra", "y")]) == [0])
        #expect(Shelf.found(typed, [("Otra", "y"), ("Las pensiones", "x"), ("Pensión", "z")]).contains(2))
    }

    @Test("a word of the documents keeps its stem, however it is typed")
    func vocabulary() {
        var vocabulary = Vocabulary()
        let stemmer = Stemmer()
        let text = "jubilación jubilado JUBILACIÓN"
        for word in FoldedWord.all(in: text) { _ = vocabulary.take(word, in: text, stemmer) }
        vocabulary.close()
        #expect(vocabulary.words == ["jubilacion", "jubilado"] && vocabulary.uses == [2, 1])
        #expect(vocabulary.known("jubilacion") == 0 && vocabulary.known("jubilación") == nil)
        #expect(vocabulary.stem(of: "jubilaciones", typed: "jubilaciones", stemmer) == 0)
        #expect(vocabulary.stem(of: "gato", typed: "gato", stemmer) == nil)
    }

    @Test("words that begin alike are told by how much they are used, and then by which came first")
    func beginnings() {
        var vocabulary = Vocabulary()
        let stemmer = Stemmer()
        let text = "casa caso cama caso casa caso perro casarse"
        for word in FoldedWord.all(in: text) { _ = vocabulary.take(word, in: text, stemmer) }
        vocabulary.close()
        func begun(_ prefix: String, _ limit: Int = 9) -> [String] {
            vocabulary.words(beginning: prefix, limit: limit).map { vocabulary.words[Int($0)] }
        }
        #expect(begun("cas") == ["caso", "casa", "casarse"])
        #expect(begun("ca", 2) == ["caso", "casa"])
        #expect(begun("z").isEmpty && begun("perros").isEmpty && begun("", 1) == ["caso"])
    }
}
