import Testing

@testable import Searches

@Suite("Letters that are written for each other")
struct ConfusionTests {
    /// What is typed, and what is in a document.
    @Test(
        "each way to mishear a word leads to it",
        arguments: [
            ("bivienda", "vivienda"), ("vovina", "bobina"), ("cabesa", "cabeza"), ("sedula", "cedula"), ("zalud", "salud"),
            ("kinta", "quinta"), ("kinse", "quinse"), ("jeneral", "general"), ("girafa", "jirafa"), ("ombre", "hombre"),
            ("hempleo", "empleo"), ("poyo", "pollo"), ("caye", "calle"), ("tiera", "tierra"), ("perrsona", "persona"),
            ("escusa", "excusa"), ("wevo", "huevo"), ("kilometro", "quilometro"),
        ])
    func heard(_ typed: String, _ word: String) {
        #expect(Sounds.of(typed.utf8) == Sounds.of(word.utf8))
        #expect(Shelf.index([(word, "x"), ("distinto", "y")]).find(typed).corrections.map(\.meant) == [word])
    }

    @Test("what sounds like it is meant before what only looks like it")
    func sound() {
        let speller = Speller([("casar", 1), ("cazar", 1), ("cavar", 1)])
        #expect(speller.guesses(for: "cabar", limit: 1).map(\.word) == ["cavar"])
    }

    @Test("of two that are as near, the one that is used more is meant, and then the first of the alphabet")
    func used() {
        #expect(Speller([("masa", 1), ("mesa", 9)]).guesses(for: "mxsa", limit: 1).map(\.word) == ["mesa"])
        #expect(Speller([("mesa", 1), ("masa", 1)]).guesses(for: "mxsa", limit: 2).map(\.word) == ["masa", "mesa"])
    }

    @Test("fingers that were too quick are believed before letters that are others")
    func stirred() {
        #expect(Speller([("plaza", 1), ("palza", 0), ("plata", 1)]).guesses(for: "plzaa", limit: 1).map(\.word) == ["plaza"])
    }

    @Test("the first letter is seldom the wrong one")
    func first() {
        let guesses = Speller([("barco", 1), ("marca", 1)]).guesses(for: "marco", limit: 2)
        #expect(guesses.map(\.word) == ["marca", "barco"] && guesses[0].cost < guesses[1].cost)
    }

    @Test(
        "no more mistakes are believed than the letters allow",
        arguments: [(1, 0), (3, 0), (4, 1), (7, 1), (8, 2), (40, 2)])
    func most(_ letters: Int, _ mistakes: Int) {
        #expect(Speller.most(letters) == mistakes)
    }

    @Test("one mistake too many is not believed", arguments: [("cwwa", "casa"), ("certxxxcado", "certificado"), ("cas", "casa")])
    func tooMany(_ typed: String, _ word: String) {
        #expect(Speller([(word, 100)]).guesses(for: typed, limit: 1).isEmpty)
    }

    @Test("a word of forty-one letters is not looked for among mistakes")
    func long() {
        let word = String(repeating: "a", count: 40)
        #expect(Speller([(word, 1)]).guesses(for: word.dropLast() + "b", limit: 1).map(\.word) == [word])
        #expect(Speller([(word, 1)]).guesses(for: word + "b", limit: 1).isEmpty)
    }
}
