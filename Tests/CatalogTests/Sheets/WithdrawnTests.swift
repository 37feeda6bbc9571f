import Definitions
import Civic
import HTTPTypes
import Markup
import Storage
import TestKit
import Testing
import Web

@testable import Catalog

@Suite("Sheets that are gone, and what takes their place")
struct WithdrawnTests {
    @Test("what the files name as withdrawn is found under its number, with what replaces it", arguments: Engine.available)
    func named(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let desk = SheetDesk(database)
            #expect(try await desk.load(catalogue).withdrawn == .init(added: 1, changed: 0, removed: 0))
            let found = try #require(try await desk.withdrawn(5270))
            #expect(
                found.sheet == WithdrawnSheet(number: 5270, title: "PBSV", day: try #require(Day(iso: "2022-02-01")), replacedBy: 33112))
            #expect(found.replacement?.slug == "subsidio-familiar")
            #expect(try await desk.withdrawn(33112) == nil)
        }
    }

    @Test("a sheet that vanishes from the files leaves its name, and is whole again when it comes back", arguments: Engine.available)
    func vanished(_ engine: Engine) async throws {
        let whole = try SampleFiles.catalogue()
        var without = whole
        without.sheets = []
        let gone = without
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let desk = SheetDesk(database)
            try await desk.load(whole)
            try await desk.load(gone)
            #expect(try await desk.withdrawn(33112)?.sheet.title == "Subsidio Familiar (SUF)")
            // The sheet that took the place of another is gone itself: nothing leads to it.
            #expect(try await desk.withdrawn(5270)?.sheet.replacedBy == nil)
            #expect(try await desk.load(gone).isEmpty, "a second load finds nothing to do")
            try await desk.load(whole)
            #expect(try await desk.withdrawn(33112) == nil)
            #expect(try await desk.withdrawn(5270)?.sheet.replacedBy == 33112)
        }
    }

    @Test("a sheet names the one that replaces it, also when that one comes later or changes by itself", arguments: Engine.available)
    func replaced(_ engine: Engine) async throws {
        var catalogue = try SampleFiles.catalogue()
        var other = try #require(catalogue.sheets.first)
        other.number = SheetNumber(value: 900_001, isPublic: false)
        other.slug = "otra"
        catalogue.sheets[0].replacedBy = 900_001
        catalogue.sheets.append(other)
        let first = catalogue
        catalogue.sheets[1].title = "Otra ficha"
        let second = catalogue
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let desk = SheetDesk(database)
            try await desk.load(first)
            #expect(try await desk.load(second).sheets == .init(added: 0, changed: 1, removed: 0))
            let reading = try #require(try await desk.sheet(33112))
            #expect(reading.replacement?.title == "Otra ficha")
            let html = SheetSections(
                texts: try SheetViewTests.texts(), source: try SheetViewTests.texts(), reading: reading,
                today: try #require(Day(iso: "2026-11-24"))
            ).status.string
            #expect(html.contains("<a href=\"/fichas/900001-otra\">Otra ficha</a>"))
        }
    }

    @Test("a replacement that is no sheet, or the sheet itself, is refused where it stands")
    func refused() throws {
        let nowhere = SampleFiles.defects("status: current", "status: closed\nreplacedBy: 12")
        #expect(nowhere.map(\.description) == ["sheets/subsidio-familiar.yaml:7:13: replacedBy: no sheet has the number 12"])
        let itself = SampleFiles.defects("status: current", "status: closed\nreplacedBy: 33112")
        #expect(itself.map(\.message) == ["is the sheet itself"])
    }

    @Test("a withdrawn sheet that still has a file, twice the same, or one that leads nowhere is refused")
    func list() {
        func messages(_ text: String) -> [String] {
            var texts = SampleFiles.texts
            texts["withdrawn.yaml"] = text
            return SampleFiles.defects(of: texts).map(\.description)
        }
        #expect(
            messages("- {number: 33112, title: A, day: 2022-02-01}")
                == ["withdrawn.yaml:1:12: [1].number: 33112 is still the number of sheets/subsidio-familiar.yaml"])
        #expect(
            messages("- {number: 1, title: A, day: 2022-02-01}\n- {number: 1, title: B, day: 2022-02-01}")
                == ["withdrawn.yaml:2:12: [2].number: 1 is there twice"])
        #expect(messages("- {number: 1, title: A, day: 2022-02-01, replacedBy: 7}").first?.contains("no sheet has this number") == true)
        #expect(messages("[]") == [], "there may be none")
    }

    @Test("the page of what is gone says since when, why, and where to go instead")
    func view() throws {
        let texts = try SheetViewTests.texts()
        let sheet = WithdrawnSheet(
            number: 1, title: "PBSV & otras", day: try #require(Day(iso: "2022-02-01")), reason: "La reemplazó la PGU.")
        let summary = SheetSummary(number: 102077, slug: "pgu", title: "PGU", summary: "Pago mensual.", status: .current)
        let page = WithdrawnView(texts: texts, sheet: sheet, replacement: summary).page
        #expect(page.status == .gone && page.path == nil)
        #expect(page.main.string.contains("PBSV &amp; otras") && page.main.string.contains("1 de febrero de 2022"))
        #expect(page.main.string.contains("La reemplazó la PGU.") && page.main.string.contains("href=\"/fichas/102077-pgu\""))
        let alone = WithdrawnView(texts: texts, sheet: sheet, replacement: nil).page.main.string
        #expect(alone.contains("name=\"q\"") && alone.contains("llame al 101"))
    }
}
