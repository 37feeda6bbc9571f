import Definitions
import Civic
import Foundation
import Markup
import Storage
import TestKit
import Testing
import Web

@testable import Catalog

@Suite("Moments of life as paths")
struct LifeEventTests {
    static func holidays() throws -> Holidays {
        try Holidays(file: ContentTests.folder.appendingPathComponent("calendar/holidays.csv").path)
    }

    private func page(_ event: LifeEvent, _ asked: AskedDay = .nothing, on today: String = "2026-11-24", in language: String = "es") throws
        -> String
    {
        let catalogue = try ContentTests.catalogue()
        func summary(_ sheet: ServiceSheet) -> SheetSummary {
            SheetSummary(number: sheet.number.value, slug: sheet.slug, title: sheet.title, summary: sheet.summary, status: sheet.status)
        }
        let named = event.steps.compactMap(\.sheet)
        let reading = LifeEventReading(
            event: event, named: catalogue.sheets.filter { named.contains($0.slug) }.map(summary),
            others: catalogue.sheets.filter { $0.lifeEvents.contains(event.slug) && !named.contains($0.slug) }.map(summary))
        return LifeEventView(
            texts: try SheetViewTests.texts(language), reading: reading, asked: asked, holidays: try Self.holidays(),
            today: try #require(Day(iso: today))
        ).page.main.string
    }

    private func event(_ slug: String) throws -> LifeEvent {
        try #require(try ContentTests.catalogue().lifeEvents.first { $0.slug == slug })
    }

    @Test("every moment of the catalogue is a path: something first, something later, and a sheet that says how")
    func content() throws {
        let events = try ContentTests.catalogue().lifeEvents
        #expect(events.count == 14)
        for event in events {
            #expect(!event.steps(.first).isEmpty && !event.steps(.next).isEmpty && !event.steps(.later).isEmpty, "\(event.slug)")
            #expect(event.lead != nil && event.said.count >= 3, "\(event.slug)")
            #expect(event.steps.count { $0.sheet != nil } * 4 >= event.steps.count * 3, "\(event.slug): most steps lead to a sheet")
        }
    }

    @Test("when a parent has died, the first thing with a term is the registration, and the page says until when")
    func death() throws {
        let html = try page(try event("fallece-un-ser-querido"))
        let (first, later) = (try #require(html.range(of: "Inscriba la defunción")), try #require(html.range(of: "posesión efectiva")))
        #expect(first.lowerBound < later.lowerBound)
        #expect(html.contains("Dentro de 3 días desde la defunción."))
        #expect(html.contains("name=\"fecha-day\"") && html.contains("No lo guardamos."))
        #expect(!html.contains("A más tardar"), "no day is known yet")
    }

    @Test("with the day, each term has its last day; one that is over says so")
    func due() throws {
        let event = try event("fallece-un-ser-querido")
        let day = try #require(Day(iso: "2026-11-20"))
        #expect(try page(event, .day(day), on: "2026-11-21").contains("A más tardar el lunes 23 de noviembre de 2026"))
        #expect(try page(event, .day(day), on: "2026-11-24").contains("Venció el lunes 23 de noviembre de 2026"))
    }

    @Test("days that count are counted over weekends and holidays")
    func businessDays() throws {
        let term = StatedTerm("x", within: .businessDays(10))
        let due = DueDay(term, from: .day(try #require(Day(iso: "2026-09-10"))), try Self.holidays())
        #expect(due.day?.iso == "2026-09-25", "the eighteenth is a holiday")
        #expect(DueDay(term, from: .nothing, try Self.holidays()).day == nil)
        #expect(DueDay(StatedTerm("x"), from: .day(try #require(Day(iso: "2026-09-10"))), try Self.holidays()).day == nil)
        #expect(DueDay(term, from: .day(try #require(Day(iso: "1990-09-10"))), try Self.holidays()).day == nil, "never guessed")
    }

    @Test(
        "what was typed comes back with what to write instead",
        arguments: [("31", "2", "2026"), ("x", "1", "2026"), ("1", "1", "26"), ("", "", "")] as [(String, String, String)])
    func wrong(_ day: String, _ month: String, _ year: String) throws {
        let today = try #require(Day(iso: "2026-11-24"))
        let asked = AskedDay(day: day, month: month, year: year, today: today)
        #expect(asked == .wrong(day: day, month: month, year: year, isFuture: false))
        let html = try page(try event("fallece-un-ser-querido"), asked)
        #expect(html.contains("Escriba el día, el mes y el año") && html.contains("aria-invalid"))
    }

    @Test("a day to come is none yet, no day at all asks for nothing, and a person is not a century ago")
    func asked() throws {
        let today = try #require(Day(iso: "2026-11-24"))
        #expect(AskedDay(day: nil, month: nil, year: nil, today: today) == .nothing)
        #expect(AskedDay(day: "24", month: "11", year: "2026", today: today) == .day(today))
        #expect(
            AskedDay(day: "25", month: "11", year: "2026", today: today) == .wrong(day: "25", month: "11", year: "2026", isFuture: true))
        #expect(AskedDay(day: "1", month: "1", year: "1900", today: today) == .wrong(day: "1", month: "1", year: "1900", isFuture: false))
        #expect(
            AskedDay(day: String(repeating: "9", count: 100_000), month: "1", year: "2026", today: today)
                == .wrong(day: "9999", month: "1", year: "2026", isFuture: false))
    }

    @Test("the other sheets of the moment stand at the end, and nothing twice")
    func others() throws {
        let html = try page(try event("jubilar"))
        let links = html.matches(of: /\/fichas\/\d+/).map { String($0.output) }
        #expect(Set(links).count == links.count)
        #expect(html.contains("También puede servirle") && html.contains("Aguinaldo de Navidad"))
    }

    @Test("in English the words of the house are English, and the content says that it is Spanish")
    func english() throws {
        let html = try page(try event("jubilar"), in: "en")
        #expect(html.contains("<h2>First</h2>") && html.contains("<p class=\"does\" lang=\"es\">") && html.contains("href=\"/en/fichas/"))
    }

    @Test("a step that names no sheet of the folder, or a term without its question, is refused where it stands")
    func refused() throws {
        let nowhere = SampleFiles.defects("sheet: subsidio-familiar", "sheet: nada", in: "life-events.yaml")
        #expect(nowhere.map(\.description) == ["life-events.yaml:9:14: [1].first[1].sheet: there is no sheets/nada.yaml"])
        let unasked = SampleFiles.defects("  question: ¿Qué día cumplió la edad?\n", "", in: "life-events.yaml")
        #expect(unasked.first?.field == "[1].question")
        let unknown = SampleFiles.defects("    - does: Descanse.", "    - hace: Descanse.", in: "life-events.yaml")
        #expect(unknown.contains { $0.message == "is missing" } && unknown.contains { $0.message.hasPrefix("unknown field") })
    }

    @Test("what is loaded is what is read, steps and all", arguments: Engine.available)
    func roundTrip(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let desk = SheetDesk(database)
            try await desk.load(catalogue)
            let reading = try #require(try await desk.lifeEvent("jubilar"))
            #expect(reading.event == catalogue.lifeEvents.first)
            let step = try #require(reading.event.steps(.first).first)
            #expect(reading.sheet(step)?.number == 33112 && reading.others.isEmpty)
            #expect(try await desk.lifeEvent("nada") == nil)
        }
    }
}
