import Testing

@testable import Searches

@Suite("What nobody means")
struct NonsenseTests {
    private let index = Shelf.index([("Cédula", "or and not near"), ("Pensión", "100 pesos"), ("", "")])

    @Test(
        "ends, and finds nothing",
        arguments: [
            "🇨🇱👩‍👩‍👧‍👦", "身分證", "удостоверение", "بطاقة الهوية", "ບັດປະຈໍາຕົວ", "\u{200B}\u{200D}\u{FEFF}", "\u{202E}aludéc", "* * *", "%", "'; --",
            "^$()[]{}|\\", "\r\n\t", "-", "\"\"", "ｘｙｚ", "\u{FFFD}", "\u{10FFFF}", "zzzzzzzzzzzzzzzzz",
        ])
    func nothing(_ text: String) {
        for isOpen in [false, true] { #expect(index.find(text, isOpen: isOpen).hits.isEmpty, "\(isOpen)") }
    }

    @Test(
        "signs of other search programs are signs and no more",
        arguments: ["\"cédula\"", "cédula*", "+cédula -", "title:cédula", "cédula^9", "(cédula)", "cédula~2", "cédula | &", "NEAR(cédula)"])
    func operators(_ text: String) {
        #expect(index.find(text).hits.first?.document == 0)
    }

    @Test("what stands after two hundred characters or twelve words is not read")
    func limits() {
        #expect(index.find(String(repeating: " ", count: 194) + "cédula").hits.map(\.document) == [0])
        #expect(index.find(String(repeating: " ", count: 200) + "cédula").hits.isEmpty)
        #expect(index.find(String(repeating: "x ", count: 11) + "cédula").hits.map(\.document) == [0])
        #expect(index.find(String(repeating: "x ", count: 12) + "cédula").hits.isEmpty)
    }

    @Test(
        "a hundred thousand of anything end",
        arguments: ["a", "ñ", "🙂", "ced ", "你", "\u{301}", "1", "\"", "a\u{301}", "cedula", "ĳ", "\u{1F1E8}"])
    func long(_ piece: String) {
        let text = String(repeating: piece, count: 100_000)
        for isOpen in [false, true] { #expect(index.find(text, isOpen: isOpen).hits.count <= 3) }
        #expect(index.near(text, most: 5).count <= 5)
        #expect(index.find(text).corrected.count <= 208)
    }

    @Test("one letter under a hundred thousand accents is one letter")
    func accents() {
        #expect(index.find("c\u{301}" + String(repeating: "\u{301}", count: 100_000)).hits.isEmpty)
    }

    @Test("a word that is said again is looked for once")
    func again() {
        let terms = QueryReader(index: index, corrects: true, isOpen: false).read("cédula CEDULA cédulas").terms
        #expect(terms.count == 1)
        #expect(index.find("cédula cédula").hits == index.find("cédula").hits)
    }

    @Test("a mistake that leads to a word which says nothing leads nowhere")
    func littleWords() {
        let index = SearchIndex(
            [SearchDocument(passages: [.init(0, "sobre")])], fields: Shelf.fields,
            lexicon: Lexicon(stopWords: ["cuando"]))
        let findings = index.find("cuamdo")
        #expect(findings.corrections.map(\.meant) == ["cuando"] && findings.isEmpty && findings.hits.isEmpty)
    }
}
