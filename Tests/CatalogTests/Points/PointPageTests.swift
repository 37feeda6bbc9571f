import Definitions
import Civic
import Foundation
import Markup
import TestKit
import Testing
import Web

@testable import Catalog

@Suite("The page of a point, as a person reads it")
struct PointPageTests {
    private let territory: Territory
    private let catalogue: Catalogue
    private let maps: PlaceMaps

    init() throws {
        territory = try Reference.territory()
        catalogue = try SampleFiles.catalogue()
        maps = PlaceMaps(Outlines(folder: Reference.root + "/Catalogue/territory", territory: territory), territory: territory)
    }

    private func page(
        _ index: Int, day: String = "2026-12-22", in language: String = "es", _ change: (inout PointOfService) -> Void = { _ in }
    )
        throws -> Page
    {
        var point = catalogue.points[index]
        change(&point)
        let sheets = catalogue.sheets.filter {
            point.sheets.contains($0.number.value) || !point.places.filter($0.inPersonAt.contains).isEmpty
        }
        .map {
            SheetSummary(
                number: $0.number.value, slug: $0.slug, title: $0.title, summary: $0.summary, status: $0.status, topics: $0.topics)
        }
        let reading = PointDesk.Reading(
            point: point, places: catalogue.places.filter { point.places.contains($0.key) }, sheets: sheets, groups: catalogue.groups)
        let page = PointView(
            texts: try SheetViewTests.texts(language), reading: reading, territory: territory, holidays: try Reference.holidays(),
            now: ChileanTime.instant(of: try #require(Day(iso: day)), hour: 10),
            map: try point.commune.flatMap(territory.commune).map(maps.around)
        ).page
        #expect(page.main.defects.isEmpty)
        return page
    }

    @Test("it says whether it is open, where it is as one line to copy, its telephone, and how sure we are")
    func whole() throws {
        let page = try page(0)
        let html = page.main.string
        #expect(page.path == "/lugares/puntos/1-sucursal-centro")
        #expect(page.trail.map(\.address) == ["/lugares", "/lugares/region/13-metropolitana-de-santiago", "/lugares/13101-santiago"])
        #expect(html.contains("Abierto ahora, hasta las 14:00"))
        #expect(html.contains("<address>Alameda 1, piso 2, Santiago, Metropolitana de Santiago</address>"))
        #expect(html.contains("<a href=\"tel:101\">101</a>") && html.contains("puede haber cambiado"))
        #expect(html.contains("class=\"arch\"") && !html.contains("class=\"around\""), "its position was stated")
    }

    @Test("hours that were stated and seen can be saved to a calendar; others offer none")
    func calendar() throws {
        let link = "href=\"/datos/puntos/1.ics\" type=\"text/calendar\">Guardar el horario en su calendario</a>"
        #expect(try page(0).main.string.contains(link))
        #expect(try page(0, in: "en").main.string.contains(">Save the hours to your calendar</a>"))
        #expect(!(try page(0) { $0.week = nil }.main.string.contains(".ics")), "nobody stated them")
        #expect(!(try page(0, day: "2060-12-22").main.string.contains(".ics")), "the holidays of that year are not known")
        #expect(!(try page(1).main.string.contains(".ics")), "it is only likely")
    }

    @Test("the week stands as a table, and the next seven days with the half day, the holiday, and why")
    func days() throws {
        let html = try page(0).main.string
        #expect(html.matches(of: /<tr/).count == 14)
        #expect(html.contains("<th scope=\"row\">Hoy</th><td>de 9:00 a 14:00</td>"))
        #expect(html.contains("<th scope=\"row\">Jueves 24</th><td>de 9:00 a 12:00<br><span class=\"why\">Horario especial: V"))
        #expect(html.contains("<th scope=\"row\">Viernes 25</th><td>Cerrado<br><span class=\"why\">Feriado: "))
        let eve = try page(0, day: "2026-12-24").main.string
        #expect(eve.contains("Abierto ahora, hasta las 12:00") && eve.contains("Hoy tiene horario especial: V"))
    }

    @Test("without stated hours it says so, and shows the days only when one of them is special")
    func unknownHours() throws {
        let plain = try page(0, day: "2026-11-23") { $0.week = nil }.main.string
        #expect(plain.contains("Por confirmar: pregunte por tel") && !plain.contains("<table"))
        let special = try page(0) { $0.week = nil }.main.string
        #expect(special.contains("de 9:00 a 12:00") && special.contains("<td>Pregunte</td>"))
    }

    @Test("what can be done there is linked by groups; what nobody stated is said to be unknown")
    func offers() throws {
        let html = try page(0).main.string
        #expect(html.contains("Se puede hacer aquí, según lo publicado") && html.contains("<a href=\"/fichas/33112-subsidio-familiar\">"))
        #expect(html.contains("<span>Pensiones y personas mayores</span>"))
        #expect(
            try page(0) { $0.services = [OfferedService(.place("municipality"))] }.main.string.contains("lo usual en lugares de esta clase")
        )
        #expect(try page(0) { $0.services = [] }.main.string.contains("No sabemos qué trámites se hacen aquí"))
    }

    @Test("access is said three ways: there is, there is not, and nobody knows")
    func access() throws {
        let html = try page(0).main.string
        #expect(html.contains("Tiene</span> <strong>Entrada sin escalones</strong>: Por la puerta lateral."))
        #expect(html.contains("No tiene</span> <strong>Baño accesible</strong>"))
        #expect(html.contains("<strong>Atención en mapuzugun</strong>"))
        let unknown = try #require(html.range(of: "class=\"unknown\"")).lowerBound
        #expect(html[unknown...].contains("Lengua de señas") && !html[unknown...].contains("Baño accesible"))
        let nothing = try page(0) {
            $0.access = []; $0.languages = []
        }.main.string
        #expect(nothing.contains("no se sabe si lo hay") && !nothing.contains("class=\"access\""))
    }

    @Test("a mobile office says where it comes to and when next, and reckons no day that nobody stated")
    func stops() throws {
        let html = try page(3, day: "2026-11-24").main.string
        #expect(html.contains("El tercer jueves de cada mes. La próxima vez, jueves 17 de diciembre de 2026. De 10:00 a 13:00."))
        #expect(html.contains("Viene el jueves 3 de diciembre de 2026.") && html.contains("href=\"/lugares/13101-santiago\""))
        #expect(!html.contains("<address"))
        let later = try page(3, day: "2026-12-04").main.string
        #expect(later.contains("Vino el jueves 3 de diciembre de 2026. No sabemos cuándo vuelve."))
        let monthly = try page(3) { point in
            point.stops = point.stops.map { RouteStop($0.commune, $0.place, .monthly, source: $0.source) }
        }.main.string
        #expect(monthly.contains("No sabemos qué día") && !monthly.contains("La próxima vez"))
    }

    @Test("what is only likely says so, and shows neither hours nor address nor what can be done there")
    func likely() throws {
        let html = try page(1).main.string
        #expect(html.contains("Lugar por confirmar") && html.contains("Llame antes de ir"))
        #expect(!html.contains("<address") && !html.contains("<table") && !html.contains("/fichas/") && !html.contains("Abierto"))
        #expect(html.contains("class=\"around\""))
    }

    @Test("what is reached from anywhere has no place, no map and no way in")
    func national() throws {
        let html = try page(2).main.string
        #expect(!html.contains("<address") && !html.contains("<svg class=\"place\"") && !html.contains("Accesibilidad"))
        #expect(html.contains("De lunes") || html.contains("<table"))
    }

    @Test("in English the words are English, and what is content says that it is Spanish")
    func english() throws {
        let page = try page(0, in: "en")
        let html = page.main.string
        #expect(html.contains("What you can do here") && html.contains("<h1 lang=\"es\">Sucursal Centro</h1>"))
        #expect(html.contains("href=\"/en/fichas/33112-subsidio-familiar\"") && html.contains("<address lang=\"es\">"))
        #expect(page.trail.first?.address == "/en/lugares")
    }
}

@Suite("What is asked for among the points, and what a browser gets to look by itself")
struct PlaceToolTests {
    private func form(_ filter: PointFilter) throws -> String {
        let html = FilterView(
            texts: try SheetViewTests.texts(), path: "/lugares/13101-santiago", filter: filter,
            places: [Place(key: "civil-registry", name: "Oficinas del Registro Civil")]
        ).form
        #expect(html.defects.isEmpty)
        return html.string
    }

    @Test("each filter that was chosen can be dropped alone")
    func dropping() throws {
        let html = try form(PointFilter(kind: .branch, place: "civil-registry", isOpenNow: true, isStepFree: true))
        #expect(html.contains("<a href=\"/lugares/13101-santiago?lugar=civil-registry&amp;abierto=si&amp;acceso=si\">"))
        #expect(html.contains("<a href=\"/lugares/13101-santiago?clase=branch&amp;lugar=civil-registry&amp;abierto=si\">"))
        #expect(html.matches(of: #/ selected/#).count == 2 && html.matches(of: #/ checked/#).count == 2)
        let none = try form(PointFilter())
        #expect(!none.contains("class=\"chosen\"") && !none.contains(" selected") && !none.contains(" checked"))
    }

    @Test("the file of comunas has each one with an outline, its point of reference and its reach, and is small")
    func file() throws {
        let territory = try Reference.territory()
        let maps = PlaceMaps(Outlines(folder: Reference.root + "/Catalogue/territory", territory: territory), territory: territory)
        let text = CommuneFile.text(territory, reaches: try maps.reaches())
        let rows = try #require(try JSONRows.rows(text))
        #expect(rows.count == 345 && rows.allSatisfy { $0.count == 5 })
        #expect(text.utf8.count < 20_000)
        let santiago = try #require(rows.first { $0[0] as? String == "13101" })
        #expect(santiago[1] as? String == "Santiago" && (santiago[4] as? Int).map { (2...12).contains($0) } == true)
    }
}
