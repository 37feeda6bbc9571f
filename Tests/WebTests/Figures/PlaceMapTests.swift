import Civic
import Markup
import TestKit
import Testing

@testable import Web

@Suite("Maps to find one's way")
struct PlaceMapTests {
    private let territory: Territory
    private let shapes: CommuneShapes

    init() throws {
        territory = try MapSample.territory.get()
        shapes = try MapSample.communes.get()
    }

    private func commune(_ name: String) throws -> Territory.Commune { try #require(territory.commune(named: name)) }

    private func around(_ name: String) throws -> PlaceMap {
        let commune = try commune(name)
        return PlaceMap(around: commune, neighbours: territory.neighbours(of: commune.code).compactMap(territory.commune), shapes)
    }

    private func figure(_ map: PlaceMap, marks: [PlaceMap.Mark] = [], look: (Territory.Commune) -> PlaceMap.Look) throws -> FigureReading {
        let html = try FigureSample.figures().places(
            id: "mapa", caption: "Un mapa.", source: "Una fuente.", map, marks: marks, key: [(.some, "Hay"), (.likely, "Quizás")],
            look: look)
        #expect(html.defects.isEmpty)
        return FigureReading(html)
    }

    @Test("a comuna is drawn whole, its neighbours as far as the frame goes, and the comuna comes last, on top")
    func around() throws {
        for name in ["Antofagasta", "San Esteban", "Santiago", "Natales", "Isla de Pascua", "Putre"] {
            let (map, neighbours) = (try around(name), territory.neighbours(of: try commune(name).code).count)
            #expect(map.areas.last?.commune.name == name && map.areas.count <= neighbours + 1)
            for area in map.areas {
                for point in try MapSample.points(area.path) {
                    #expect((-0.1...map.width + 0.1).contains(point.x) && (-0.1...map.height + 0.1).contains(point.y), "\(name)")
                }
            }
        }
    }

    @Test("each point of reference is on its map, within the frame, and what is elsewhere is not")
    func places() throws {
        for commune in territory.communes where shapes.rings[commune.code] != nil && commune.region.description != "12" {
            let map = PlaceMap(around: commune, neighbours: [], shapes)
            #expect(map.place(latitude: commune.latitude, longitude: commune.longitude) != nil, "\(commune.name)")
        }
        let arica = try commune("Arica")
        #expect(try around("Punta Arenas").place(latitude: arica.latitude, longitude: arica.longitude) == nil)
    }

    @Test("a comuna without an outline has no figure, and so has no comuna at all")
    func nothing() throws {
        let map = try around("Antártica")
        #expect(map.areas.isEmpty)
        #expect(try FigureSample.figures().places(id: "m", caption: "", source: "", map) { _ in PlaceMap.Look(.none) }.isEmpty)
        #expect(PlaceMap([], shapes).areas.isEmpty)
    }

    @Test("the regions' maps draw each comuna but those of the open sea and Antártica, and stay light")
    func regions() throws {
        for region in territory.regions {
            let communes = territory.communes(of: region.code)
            let map = PlaceMap(communes, shapes)
            let undrawn = Set(communes.map(\.name)).subtracting(map.areas.map(\.commune.name))
            #expect(undrawn.isSubset(of: ["Isla de Pascua", "Juan Fernández", "Antártica"]), "\(undrawn)")
            #expect(map.areas.reduce(0) { $0 + $1.path.utf8.count } < 26_000, "\(region.name)")
        }
    }

    @Test("tones, numbers, names and a place that is exact are drawn; links are for pointers, and large enough")
    func drawn() throws {
        let region = try #require(RegionCode("13"))
        let map = PlaceMap(territory.communes(of: region), shapes)
        let santiago = try commune("Santiago")
        let mark = PlaceMap.Mark(latitude: santiago.latitude, longitude: santiago.longitude, isExact: true)
        let reading = try figure(map, marks: [mark]) { commune in
            PlaceMap.Look(
                commune.name == "Melipilla" ? .some : commune.name == "Colina" ? .likely : .none,
                count: commune.name == "Melipilla" ? 7 : nil, link: "/x")
        }
        #expect(reading.all("path", "at-some").count == 1 && reading.all("path", "at-likely").count == 1)
        #expect(reading.all("path", "arch").count == 1 && reading.all("circle", "around").isEmpty)
        #expect(reading.words(svg: 0).contains("7") && reading.words(svg: 0).contains("Tiltil"))
        let links = reading.all("a")
        #expect(!links.isEmpty && links.count < 52 && links.allSatisfy { $0.attributes["tabindex"] == "-1" })
        #expect(reading.all("svg").first?.attributes["aria-hidden"] == "true")
    }

    @Test("a place that nobody knows exactly is a ring around the point of reference")
    func vague() throws {
        let arica = try commune("Arica")
        let mark = PlaceMap.Mark(latitude: arica.latitude, longitude: arica.longitude, isExact: false)
        let reading = try figure(try around("Arica"), marks: [mark]) { PlaceMap.Look($0 == arica ? .here : .none) }
        #expect(reading.all("circle", "around").count == 1 && reading.all("path", "arch").isEmpty)
    }
}

@Suite("What of a ring is inside of a frame")
struct ClippingTests {
    private func ring(_ points: [(Double, Double)]) -> [MapPoint] { (points + [points[0]]).map { MapPoint(x: $0.0, y: $0.1) } }

    @Test("a ring inside stays, one outside goes, and one across follows the edge")
    func cases() {
        let inside = ring([(1, 1), (9, 1), (5, 9)])
        #expect(Outline.area(Clipping.inside(inside, width: 10, height: 10)) == Outline.area(inside))
        #expect(Clipping.inside(ring([(20, 20), (30, 20), (25, 30)]), width: 10, height: 10).isEmpty)
        let across = Clipping.inside(ring([(-5, -5), (5, -5), (5, 5), (-5, 5)]), width: 10, height: 10)
        #expect(Outline.area(across) == 25 && across.first == across.last)
        #expect(Outline.area(Clipping.inside(ring([(-50, -50), (50, -50), (50, 50), (-50, 50)]), width: 10, height: 10)) == 100)
    }

    @Test("no ring leaves the frame, whatever it is")
    func property() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let points = (0..<Int.random(in: 3...12, using: &random)).map { _ in
                (Double.random(in: -30...40, using: &random), Double.random(in: -30...40, using: &random))
            }
            let clipped = Clipping.inside(ring(points), width: 10, height: 10)
            #expect(clipped.allSatisfy { (-1e-9...10 + 1e-9).contains($0.x) && (-1e-9...10 + 1e-9).contains($0.y) })
        }
    }
}

@Suite("A figure beside its own list")
struct ListedFigureTests {
    @Test("has no table, is not read out besides, and its links are not on the way of the keyboard")
    func listed() throws {
        let regions = try MapSample.territory.get().regions
        let values = Dictionary(uniqueKeysWithValues: regions.map { ($0.code, Double($0.order)) })
        let html = try Figures(texts: FigureSample.texts(), isListed: true).map(
            FigureSample.words("mapa"), MapSample.country.get(), values: values, link: { "/\($0)" })
        #expect(html.defects.isEmpty && !html.string.contains("<table") && !html.string.contains("<details"))
        let reading = FigureReading(html)
        #expect(reading.all("a").count == 16 && reading.all("a").allSatisfy { $0.attributes["tabindex"] == "-1" })
        #expect(reading.all("svg").prefix(3).allSatisfy { $0.attributes["aria-hidden"] == "true" && $0.attributes["role"] == nil })
    }
}
