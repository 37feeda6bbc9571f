import Civic
import Storage
import TestKit
import Testing
import Web

@testable import Catalog

@Suite("Finding by words")
struct SearchIndexTests {
    private static func entry(
        _ number: Int, _ title: String, also: [String] = [], summary: String = "Nada.", status: ServiceSheet.Status = .current
    ) throws -> SearchEntry {
        var sheet = try #require(try SampleFiles.catalogue().sheets.first)
        (sheet.number, sheet.title, sheet.alsoKnownAs) = (SheetNumber(value: number, isPublic: true), title, also)
        (sheet.summary, sheet.audience, sheet.status) = (summary, "Quien sea.", status)
        return SearchEntry(sheet, institution: "Instituto", topics: ["Tema"])
    }

    private func titles(_ text: String, _ entries: [SearchEntry]) throws -> [String] {
        SearchIndex(entries: entries, words: try SearchQueryTests.words()).find(text).entries.map(\.title)
    }

    @Test("a title weighs more than another name, and that more than the summary; equals stand by title")
    func ranking() throws {
        let entries = [
            try Self.entry(1, "Zeta", summary: "Un bono."), try Self.entry(2, "Beta", also: ["bono"]), try Self.entry(3, "Bono C"),
            try Self.entry(4, "Bono B"),
        ]
        #expect(try titles("bono", entries) == ["Bono B", "Bono C", "Beta", "Zeta"])
    }

    @Test("every word must stand in some field; when none has all, those that have most, and it is said")
    func most() throws {
        let entries = [try Self.entry(1, "Bono invierno"), try Self.entry(2, "Bono marzo"), try Self.entry(3, "Cédula")]
        let index = SearchIndex(entries: entries, words: try SearchQueryTests.words())
        #expect(index.find("bono marzo").entries.map(\.title) == ["Bono marzo"])
        #expect(index.find("bono marzo").isComplete)
        let partly = index.find("bono marciano")
        #expect(!partly.isComplete && partly.entries.map(\.title) == ["Bono invierno", "Bono marzo"])
        #expect(index.find("zapato").entries.isEmpty)
        #expect(index.find("bono marciano verde azul").entries.isEmpty, "one of four is not most")
    }

    @Test("four letters begin a word, three must be all of it")
    func prefixes() throws {
        let entries = [try Self.entry(1, "Pensiones")]
        #expect(try titles("pens", entries) == ["Pensiones"])
        #expect(try titles("pen", entries).isEmpty)
    }

    @Test("other words for the same thing find it, after those who say it in the same words")
    func synonyms() throws {
        let entries = [try Self.entry(1, "A persona mayor"), try Self.entry(2, "B viejo")]
        #expect(try titles("viejo", entries) == ["B viejo", "A persona mayor"])
    }

    @Test("what has ended comes after what can still be done")
    func ended() throws {
        let entries = [try Self.entry(1, "A bono", status: .ended), try Self.entry(2, "B bono")]
        #expect(try titles("bono", entries) == ["B bono", "A bono"])
    }

    @Test(
        "people's own words find what they mean in the catalogue that Ventanilla ships",
        arguments: [
            ("pension de viejitos", "/fichas/102077-"), ("PGU", "/fichas/102077-"), ("102077", "/fichas/102077-"),
            ("subsidio único familiar", "subsidio-familiar"), ("lugares ñuñoa", "/lugares/13120-nunoa"),
            ("rancagua", "/lugares/06101-rancagua"),
        ])
    func content(_ asked: String, _ path: String) async throws {
        let catalogue = try ContentTests.catalogue()
        let (territory, texts) = (try Reference.territory(), try SheetViewTests.texts())
        let words = try SearchWords(folder: Reference.root + "/Catalogue/search")
        try await Engine.sqlite.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let found = try await SearchDesk(database, territory: territory, words: words).find(asked, texts)
            #expect(found.entries.prefix(3).contains { $0.path.contains(path) }, "\(found.entries.prefix(5).map(\.path))")
        }
    }

    @Test("a load shows once the index is forgotten, and not before", arguments: Engine.available)
    func forgetting(_ engine: Engine) async throws {
        let first = try SampleFiles.catalogue()
        var second = first
        second.sheets[0].title = "Otro nombre"
        let (territory, texts, words, next) = (try Reference.territory(), try SheetViewTests.texts(), try SearchQueryTests.words(), second)
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let desk = SearchDesk(database, territory: territory, words: words)
            try await SheetDesk(database).load(first)
            #expect(try await desk.find("subsidio", texts).entries.map(\.title) == ["Subsidio Familiar (SUF)"])
            try await SheetDesk(database).load(next)
            #expect(try await desk.find("otro nombre", texts).isComplete == false)
            await desk.forget()
            #expect(try await desk.find("otro nombre", texts).entries.map(\.title) == ["Otro nombre"])
        }
    }
}
