import Definitions
import Civic
import Foundation
import Markup
import TestKit
import Testing
import Web

@testable import Catalog

@Suite("Points of service as a person reads them")
struct PointViewTests {
    private let territory: Territory
    private let points: [PointOfService]
    private let maps: PlaceMaps
    private let files = PlaceFiles(stylesheet: "/places.css", script: "/near.js")

    init() throws {
        territory = try Reference.territory()
        points = try SampleFiles.catalogue().points
        maps = PlaceMaps(Outlines(folder: Reference.root + "/Catalogue/territory", territory: territory), territory: territory)
    }

    private func view(
        _ code: String, here: [PointOfService], near: [PointOfService] = [], day: String = "2026-11-23", hour: Int = 9,
        filter: PointFilter = PointFilter()
    ) throws -> Page {
        let commune = try #require(CommuneCode(code).flatMap(territory.commune))
        let page = CommuneView(
            texts: try SheetViewTests.texts(), commune: commune, region: try #require(territory.region(commune.region)),
            surroundings: .init(
                here: here.map { NearPoint(point: $0, kilometres: nil, isOpen: false) },
                beside: near.map { NearPoint(point: $0, kilometres: 35, isOpen: false) }, beyond: [], national: [points[2]]),
            filter: filter, places: [Place(key: "municipality", name: "Municipalidad")], territory: territory,
            holidays: try Reference.holidays(), now: ChileanTime.instant(of: try #require(Day(iso: day)), hour: hour)
        ).page
        #expect(page.main.defects.isEmpty)
        return page
    }

    @Test("what was seen has its state, address, hours, telephone, and how sure we are")
    func seen() throws {
        let page = try view("13101", here: [points[0]])
        let html = page.main.string
        #expect(html.contains("Abierto ahora, hasta las 14:00"))
        #expect(html.contains("<a href=\"/lugares/puntos/1-sucursal-centro\">Sucursal Centro</a>"))
        #expect(html.contains("Alameda 1, piso 2") && html.contains("<a href=\"tel:101\">101</a>"))
        #expect(html.contains("De lunes a jueves, de 9:00 a 14:00. El viernes, de 9:00 a 13:00."))
        #expect(html.contains("Lo vimos publicado el 8 de junio de 2021, y puede haber cambiado: confirme antes de ir."))
        #expect(html.contains("<a href=\"https://diario.cl/nota\" rel=\"external\">"))
        #expect(page.trail.map(\.address) == ["/lugares", "/lugares/region/13-metropolitana-de-santiago"])
        #expect(page.path == "/lugares/13101-santiago")
    }

    @Test("what is only likely says so, and shows neither state nor address nor hours")
    func likely() throws {
        let html = try view("07303", here: [points[1]]).main.string
        #expect(html.contains("Lugar por confirmar") && html.contains("Llame antes de ir"))
        let card = try #require(html.range(of: "class=\"likely\"")).lowerBound
        let end = try #require(html[card...].range(of: "</li>")).lowerBound
        #expect(!html[card..<end].contains("Abierto") && !html[card..<end].contains("<dt>"))
    }

    @Test("what nobody stated is said to be unknown, never guessed")
    func unknown() throws {
        var point = points[0]
        (point.week, point.address, point.seen) = (nil, nil, nil)
        var html = try view("13101", here: [point]).main.string
        #expect(html.matches(of: /Por confirmar: pregunte por teléfono antes de ir/).count == 2)
        #expect(html.contains("Lo vimos publicado sin fecha"))
        point.hours = "tercer jueves de cada mes"
        html = try view("13101", here: [point]).main.string
        #expect(html.contains("Tercer jueves de cada mes.") && html.contains("Pregunte la fecha"))
    }

    @Test("a comuna without points shows its neighbours' with their comuna, and always the call centre")
    func none() throws {
        let html = try view("13102", here: [], near: [points[1], points[0]]).main.string
        #expect(html.contains("Todavía no conocemos un lugar de atención en Cerrillos."))
        #expect(html.contains("<a href=\"/lugares/13101-santiago\">Santiago</a>"))
        let (seen, likely) = (try #require(html.range(of: "Sucursal Centro")), try #require(html.range(of: "Sucursal Licantén")))
        #expect(seen.lowerBound < likely.lowerBound)
        #expect(html.contains("Centro de llamadas"))
        #expect(html.contains("a unos 35 km") && html.contains("en línea recta"))
        let alone = try view("05201", here: []).main.string
        #expect(alone.contains("Tampoco en ninguna otra parte") && alone.contains("Centro de llamadas"))
    }

    @Test("what was asked for and is nowhere is said, with what to do about it, and a far place only with its distance")
    func filtered() throws {
        let open = try view("13101", here: [], filter: PointFilter(isOpenNow: true)).main.string
        #expect(open.contains("No conocemos en Santiago un lugar como el que pide. Ahora tampoco") && open.contains("Quite ese filtro"))
        let kind = try view("13101", here: [], filter: PointFilter(kind: .kiosk)).main.string
        #expect(kind.contains("Tampoco en ninguna otra parte") && !kind.contains("en línea recta"))
        let likely = try view("13101", here: [points[0]], near: [points[1]]).main.string
        #expect(!likely.contains("Sucursal Licantén") && !likely.contains("en línea recta"), "nobody is sent away on a supposition")
    }

    @Test("a holiday is named, and what would be open is closed")
    func holiday() throws {
        let html = try view("13101", here: [points[0]], day: "2026-12-08").main.string
        #expect(html.contains("Hoy es feriado:"))
        #expect(html.contains("Cerrado. Abre mañana a las 9:00") && !html.contains("Abierto ahora, hasta"))
    }

    private func index(_ asked: PlaceViews.Asked) throws -> String {
        let counts = [try #require(CommuneCode("13101")): PointCount(seen: 2, inferred: 1)]
        let html = try PlaceViews(texts: try SheetViewTests.texts(), territory: territory, counts: counts, maps: maps, files: files).index(
            asked
        ).main
        #expect(html.defects.isEmpty)
        return html.string
    }

    @Test("the index has a field for the comuna and every region with what it has")
    func regions() throws {
        let html = try index(.nothing)
        #expect(html.matches(of: /<li><a href="\/lugares\/region\//).count == 16)
        #expect(html.contains("2 lugares, 1 por confirmar"))
        #expect(html.contains("name=\"comuna\"") && !html.contains("aria-invalid"))
    }

    @Test("a name that is none is said back as text, with what may have been meant")
    func near() throws {
        let rancagua = try #require(territory.commune(named: "Rancagua"))
        let html = try index(.near("<b>Ranca", [rancagua]))
        #expect(html.contains("«&lt;b>Ranca»") || html.contains("«&lt;b&gt;Ranca»"))
        #expect(html.contains("href=\"/lugares/06101-rancagua\"") && html.contains("aria-invalid=\"true\""))
        #expect(try index(.unknown("Xyz")).contains("No encontramos la comuna «Xyz»"))
        #expect(try index(.blank).contains("solo con letras"))
    }

    @Test("a region shows first the comunas with points, then all the others")
    func region() throws {
        let counts = [try #require(CommuneCode("13101")): PointCount(seen: 1)]
        let views = PlaceViews(texts: try SheetViewTests.texts(), territory: territory, counts: counts, maps: maps, files: files)
        let html = try views.region(try #require(territory.region(named: "metropolitana de santiago"))).main.string
        #expect(html.matches(of: /<li><a href="\/lugares\/13/).count == 52)
        let (first, other) = (try #require(html.range(of: "13101-santiago")), try #require(html.range(of: "13102-cerrillos")))
        #expect(first.lowerBound < other.lowerBound)
    }

    @Test("every comuna has an address of its own")
    func addresses() {
        #expect(Set(territory.communes.map(\.path)).count == 346)
        #expect(territory.communes.allSatisfy { $0.path.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 } })
    }
}
