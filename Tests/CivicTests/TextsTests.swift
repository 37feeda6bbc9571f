import Foundation
import Testing

@testable import Civic

@Suite("Texts by key")
struct TextsTests {
    let texts = Texts(
        language: "es",
        entries: [
            "a.plain": .text("Hola {name}, {other}"),
            "a.count": .plural([.one: "{count} ficha de {topic}", .other: "{count} fichas de {topic}"]),
            "a.list": .list(["uno", "dos"]),
        ])

    @Test("places are filled once, and an unknown place stays as it is")
    func places() {
        #expect(texts("a.plain", ["name": "{other}"]) == "Hola {other}, {other}")
        #expect(texts("a.plain", ["name": "Ana", "other": "adiós"]) == "Hola Ana, adiós")
        #expect(texts["a.plain"] == "Hola {name}, {other}")
    }

    @Test("one is singular, everything else is plural")
    func plurals() {
        #expect(texts("a.count", count: 1, ["topic": "salud"]) == "1 ficha de salud")
        #expect(texts("a.count", count: 0, ["topic": "salud"]) == "0 fichas de salud")
        #expect(texts("a.count", count: 12, ["topic": "salud"]) == "12 fichas de salud")
    }

    @Test("a list gives all its items, and what is no list gives none")
    func lists() {
        #expect(texts.items(of: "a.list") == ["uno", "dos"])
        #expect(texts.items(of: "a.plain") == [] && texts.items(of: "a.missing") == [])
    }

    @Test("items count from one, and there is nothing outside of a list")
    func items() {
        #expect(texts.item(2, of: "a.list") == "dos")
        #expect(texts.item(0, of: "a.list") + texts.item(3, of: "a.list") + texts.item(1, of: "a.plain") == "")
    }

    @Test("a file that is wrong is refused with its name and the key")
    func wrongFile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "es.json")
        let plurals = #""language.plurals": "one other""#
        for (content, part) in [
            (#"{\#(plurals), "a.b": {"one": "x"}}"#, "a.b"), (#"{\#(plurals), "a.b": {"one": "x", "other": "y", "two": "z"}}"#, "a.b"),
            (#"{\#(plurals), "a.b": {"one": "x", "some": "y"}}"#, "a.b"), (#"{\#(plurals), "a.b": 3}"#, "a.b"),
            (#"{"language.plurals": "dual"}"#, "language.plurals"), (#"{"a.b": "x"}"#, "language.plurals"), ("{", "es.json"),
            ("[]", "es.json"),
        ] {
            try Data(content.utf8).write(to: file)
            let fault = #expect(throws: TextsFault.self) { try Texts(file: file.path, language: "es") }
            #expect(fault?.description.contains(part) == true, "\(String(describing: fault))")
        }
        #expect(throws: TextsFault.self) { try Texts(file: folder.path + "/none.json", language: "es") }
    }

    @Test("days are written as people say them")
    func days() throws {
        let texts = try Texts(file: Sources.root + "/Texts/es.json", language: "es")
        let day = try #require(Day(iso: "2026-11-23"))
        #expect(texts.long(day) == "lunes 23 de noviembre de 2026")
        #expect(texts.short(day) == "23 de noviembre de 2026")
        #expect(texts.hour(Instant(milliseconds: 1_795_402_800_000 + 32_700_000)) == "09:05")
    }
}
