import Civic
import Testing

@testable import Searches

@Suite("Words without capitals and accents")
struct FoldingTests {
    @Test(
        "are those that the ground folds, in every script",
        arguments: [
            "Ñuñoa, PENSIÓN garantizada", "e\u{0301}l n\u{0303}andú", "Straße Œuvre Łódź", "ＡＢＣ １２３", "мир МИР", "مرحبا بك", "ｶﾞ你好",
            "ﬁn ǅ İstanbul ı", "a-b_c/d.e", "", "🙂", "I\u{0307}",
        ])
    func same(_ text: String) {
        #expect(FoldedWord.all(in: text).map(\.folded) == text.foldedWords)
    }

    @Test("know where they stand")
    func places() {
        let text = "¿Cédula vencida?"
        #expect(FoldedWord.all(in: text).map { String(text[$0.range]) } == ["Cédula", "vencida"])
    }
}
