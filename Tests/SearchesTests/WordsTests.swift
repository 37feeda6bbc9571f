import Testing

@testable import Searches

@Suite("Words and their forms")
struct WordsTests {
    @Test(
        "forms of a word have one stem",
        arguments: [
            ["pensión", "pensiones"], ["certificado", "certificados"], ["trabajo", "trabajar", "trabajos"], ["casado", "casados"],
            ["jubilar", "jubilación"],
        ])
    func stems(_ words: [String]) {
        let stemmer = Stemmer()
        #expect(Set(words.map { stemmer.stem($0) }).count == 1)
    }

    @Test("words that are not Spanish are left alone, whatever they are", arguments: ["", "a", "你好", "102077", "🙂"])
    func others(_ word: String) {
        #expect(Stemmer().stem(word) == word)
    }

    @Test(
        "words that sound alike are written alike",
        arguments: [
            ("vaca", "baca"), ("sapato", "zapato"), ("kiero", "quiero"), ("ogar", "hogar"), ("gente", "jente"), ("yave", "llave"),
            ("cerrar", "serar"), ("examen", "esamen"), ("mucho", "mucho"),
        ])
    func sounds(_ left: String, _ right: String) {
        #expect(Sounds.of(left.utf8) == Sounds.of(right.utf8))
    }

    @Test("words that don't sound alike are not", arguments: [("casa", "caza2"), ("pera", "perra2"), ("gato", "jato"), ("cama", "sama")])
    func differences(_ left: String, _ right: String) {
        #expect(Sounds.of(left.utf8) != Sounds.of(right.utf8))
    }

    @Test(
        "edits are counted as fingers make them",
        arguments: [
            ("casa", "casa", 0), ("casa", "cas", 1), ("casa", "cassa", 1), ("casa", "cosa", 1), ("casa", "csaa", 1), ("casa", "", 4),
            ("certificado", "cretificad", 2), ("abcd", "badc", 2),
        ])
    func edits(_ left: String, _ right: String, _ distance: Int) {
        #expect(Edits.between(Array(left.utf8), Array(right.utf8), most: 4) == distance)
        #expect(Edits.between(Array(right.utf8), Array(left.utf8), most: 4) == distance)
        #expect(distance == 0 || Edits.between(Array(left.utf8), Array(right.utf8), most: distance - 1) == nil)
    }

    @Test(
        "small forms have a plain one",
        arguments: [("viejitos", "viejos"), ("platita", "plata"), ("casita", "casa"), ("cafecito", "cafe"), ("boquita", "boca")])
    func diminutives(_ small: String, _ plain: String) {
        #expect(Diminutive.plain(small).contains(plain))
        #expect(Diminutive.plain("cita").isEmpty && Diminutive.plain("visa").isEmpty)
    }
}
