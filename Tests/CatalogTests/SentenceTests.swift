import Civic
import Testing

@testable import Catalog

@Suite("A sentence in pieces")
struct SentenceTests {
    @Test("text and the names between braces are told apart, in order")
    func pieces() throws {
        let sentence = Sentence("de {suf.monto} a {suf.limite}, o más")
        #expect(
            sentence.pieces == [.text("de "), .mention("suf.monto"), .text(" a "), .mention("suf.limite"), .text(", o más")])
        #expect(sentence.parameters.map(\.description) == ["suf.monto", "suf.limite"])
        #expect(Sentence("{suf.monto}").pieces == [.mention("suf.monto")])
        #expect(Sentence("{a.b}{c.d}").pieces == [.mention("a.b"), .mention("c.d")])
    }

    @Test("a sentence without braces is one piece, and an empty one is none", arguments: ["Cédula de identidad vigente.", " ", "ñ"])
    func plain(_ text: String) {
        #expect(Sentence(text).pieces == [.text(text)])
        #expect(Sentence("").pieces == [])
    }

    @Test(
        "a brace without its pair breaks the sentence there, and keeps what follows",
        arguments: [
            ("hasta {suf.monto", "hasta ", "{suf.monto"), ("hasta suf.monto}", "hasta suf.monto", "}"), ("a {b {c.d}", "a ", "{b {c.d}"),
            ("x {", "x ", "{"), ("x }{", "x ", "}{"),
        ])
    func broken(_ text: String, _ before: String, _ rest: String) {
        #expect(Sentence(text).pieces == [.text(before), .broken(rest)])
        #expect(Sentence(text).parameters == [])
    }

    @Test("what is no id is a mention all the same, so that it can be refused by name")
    func noID() {
        #expect(Sentence("{PGU}").pieces == [.mention("PGU")])
        #expect(Sentence("{PGU}").parameters == [])
        #expect(Sentence("{}").pieces == [.mention("")])
    }

    @Test("put together again, the pieces of any text are that text")
    func whole() {
        var random = SystemRandomNumberGenerator()
        let letters = ["{", "}", "a", ".", " ", "ñ", "suf.monto", "👵"]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
            let joined = Sentence(text).pieces.map { piece in
                switch piece {
                case .text(let part), .broken(let part): part
                case .mention(let name): "{\(name)}"
                }
            }.joined()
            #expect(joined == text)
        }
    }
}
