import Testing

@testable import Searches

@Suite("How a query is understood")
struct ReadingTests {
    private let documents = [
        ("Cédula", "persona mayor"), ("ClaveÚnica", "clave"), ("Registro Civil", "registro"), ("Certificado", "certificado vigente"),
    ]

    private func corrections(_ text: String) -> [String] {
        Shelf.index(documents).find(text).corrections.map { "\($0.typed)=\($0.meant)" }
    }

    @Test("accents, capitals and endings do not count")
    func forms() {
        for text in ["CEDULA", "cédulas", "Cédula"] { #expect(Shelf.found(text, documents) == [0], "\(text)") }
    }

    @Test("other words for a thing find it, of one word or of several")
    func synonyms() {
        #expect(Shelf.found("viejo", documents) == [0] && Shelf.found("viejitos", documents) == [0])
        #expect(Shelf.found("carné de identidad", documents) == [0])
        #expect(Shelf.found("nadie", documents).isEmpty, "what no document says leads nowhere")
    }

    @Test("words that are written together or apart are the same")
    func joints() {
        #expect(Shelf.found("clave unica", documents).first == 1)
        #expect(Shelf.found("registrocivil", documents).first == 2 && corrections("registrocivil") == ["registrocivil=registro civil"])
    }

    @Test("a mistake is taken for what was meant: one in four letters, two in eight")
    func mistakes() {
        #expect(corrections("zedula") == ["zedula=cedula"])
        #expect(corrections("sertifikado") == ["sertifikado=certificado"])
        #expect(corrections("cretificaod") == ["cretificaod=certificado"])
        #expect(corrections("cxdxla").isEmpty && corrections("ced").isEmpty)
    }

    @Test("what is known is left alone: by the documents, by people, or in everyday life")
    func known() {
        for text in ["cédula", "viejo", "gato", "certificados", "de", "12345", "2026"] { #expect(corrections(text).isEmpty, "\(text)") }
    }

    @Test("who wants the typed words gets them")
    func literal() {
        #expect(Shelf.index(documents).find("zedula", corrects: false).hits.isEmpty)
    }

    @Test("the corrected text keeps what was right as it was typed")
    func correctedText() {
        #expect(Shelf.index(documents).find("Una ZEDULA, ¡ya!").corrected == "Una cedula, ¡ya!")
    }

    @Test("the beginning of a word finds it: of four letters always, of any number while one types")
    func beginnings() {
        #expect(Shelf.found("certi", documents) == [3] && Shelf.found("cer", documents).isEmpty)
        #expect(Shelf.found("ce", documents, isOpen: true).sorted() == [0, 3])
        #expect(Shelf.found("registro c", documents, isOpen: true).first == 2)
    }

    @Test(
        "anything can be typed",
        arguments: [
            "", " ", "🙂", "你好", "مرحبا", "\"a\" OR (b* NEAR c)", "<b>", String(repeating: "a", count: 100_000),
            String(repeating: "cedula ", count: 20_000), String(repeating: "de ", count: 50_000), "\u{0}", "a\u{301}\u{301}\u{301}",
        ])
    func bad(_ text: String) {
        for isOpen in [false, true] { #expect(Shelf.index(documents).find(text, isOpen: isOpen).hits.count <= 4) }
        #expect(Shelf.index(documents).near(text, most: 3).count <= 3)
    }

    @Test("words that are near are offered, not taken")
    func near() {
        #expect(Shelf.index(documents).near("sedulaa", most: 3).first == "cedula")
        #expect(!Shelf.index(documents).near("cedula", most: 3).contains("cedula"))
    }
}
