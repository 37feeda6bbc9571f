import Civic
import Foundation
import Markup
import TestKit
import Testing

@testable import Web

/// The maps of the country and of a region, read once.
enum MapSample {
    static let territory = Result { try FigureSample.territory() }
    static let country = Result {
        RegionMap(try RegionShapes(geoJSON: FigureSample.folder("regions.geojson")), territory: try territory.get())
    }
    static let communes = Result { try CommuneShapes(geoJSON: FigureSample.folder("communes.geojson")) }

    static func region(_ code: String) throws -> CommuneMap {
        CommuneMap(try #require(RegionCode(code)), try communes.get(), territory: try territory.get())
    }

    /// The points of a path that is written in relative steps.
    static func points(_ path: String) throws -> [MapPoint] {
        var points: [MapPoint] = []
        for match in path.matches(of: #/([Ml])(-?[\d.]+) ?(-?[\d.]+)/#) {
            let (x, y) = (try #require(Double(match.2)), try #require(Double(match.3)))
            let from = match.1 == "l" ? try #require(points.last) : MapPoint(x: 0, y: 0)
            points.append(MapPoint(x: from.x + x, y: from.y + y))
        }
        return points
    }
}

@Suite("The map of the regions")
struct RegionMapTests {
    private func values(without code: String? = nil) throws -> [RegionCode: Double] {
        let regions = try MapSample.territory.get().regions.filter { $0.code.description != code }
        return Dictionary(uniqueKeysWithValues: regions.map { ($0.code, Double($0.order * 1000)) })
    }

    private func map(_ values: [RegionCode: Double], link: (RegionCode) -> String? = { _ in nil }) throws -> HTML {
        try FigureSample.figures().map(FigureSample.words("mapa"), try MapSample.country.get(), values: values, link: link)
    }

    @Test("draws every region once, inside of its piece, with its name and number beside it")
    func whole() throws {
        let reading = FigureReading(try map(values()))
        #expect(reading.isWellFormed)
        #expect(reading.all("path", "region").count == 16)
        for svg in 0..<3 {
            let box = reading.box(svg: svg)
            for shape in reading.all("path", "region", svg: svg) {
                for point in try MapSample.points(try #require(shape.attributes["d"])) {
                    #expect((box[0]...(box[0] + box[2])).contains(point.x) && (box[1]...(box[1] + box[3])).contains(point.y))
                }
            }
        }
        #expect(reading.words(svg: 0).prefix(4) == ["Arica y Parinacota", "1.000", "Tarapacá", "2.000"])
        #expect(reading.words(svg: 2) == ["Aysén", "15.000", "Magallanes", "16.000"])
        #expect(reading.cells.count == 2 + 32 && reading.cells.contains("Magallanes y de la Antártica Chilena"))
    }

    @Test("labels never collide, stay inside, and are cut by nothing")
    func labels() throws {
        let reading = FigureReading(try map(values()))
        for svg in 0..<3 {
            let box = reading.box(svg: svg)
            let lines = reading.all("text", svg: svg).sorted { $0.number("y") < $1.number("y") }
            for (one, next) in zip(lines, lines.dropFirst()) { #expect(next.number("y") - one.number("y") >= Lettering.size) }
            for line in lines {
                #expect(!line.text.hasSuffix("…"))
                #expect(line.number("y") - Lettering.size >= box[1] && line.number("y") + 4 <= box[1] + box[3])
            }
        }
    }

    @Test("hatches a region without a value and says so, beside it, in the key and in the table")
    func missing() throws {
        let reading = FigureReading(try map(values(without: "16")))
        let hatched = reading.all("path", "region").filter { $0.attributes["fill"] == "url(#mapa-hatch)" }
        #expect(hatched.count == 1 && hatched.first?.classes == ["region"])
        #expect(reading.all("pattern").map { $0.attributes["id"] } == ["mapa-hatch"])
        #expect(reading.words(svg: 1).contains("sin datos") && reading.all("li").last?.text == "sin datos")
        #expect(reading.cells.filter { $0 == "sin datos" }.count == 1)
        #expect(reading.all("title").contains { $0.text == "Ñuble: sin datos" })
        #expect(FigureReading(try map(values())).all("pattern").isEmpty)
    }

    @Test("leads where a region's link goes, from the shape and from the table, and is then no picture")
    func links() throws {
        let reading = FigureReading(try map(values()) { "/regiones/\($0)" })
        let links = reading.all("a").map { $0.attributes["href"] ?? "" }
        #expect(links.count == 32 && Set(links).count == 16 && links.contains("/regiones/15"))
        #expect(reading.all("svg").filter { $0.attributes["role"] == "group" }.count == 3)
        #expect(reading.all("a").contains { $0.attributes["aria-label"] == "Tarapacá: 2.000" })
        #expect(reading.isWellFormed)
        let evil = try map(values()) { _ in "javascript:alert(1)" }
        #expect(!evil.string.contains("javascript:"))
    }

    @Test("leaves out the far islands and says so")
    func islands() throws {
        let reading = FigureReading(try map(values()))
        #expect(reading.all("p").contains { $0.text.contains("Rapa Nui") && $0.text.contains("Antártica") })
        for piece in try MapSample.country.get().pieces { #expect(piece.width < 170 && piece.height < 380) }
    }

    @Test("without any value is a sentence")
    func empty() throws {
        for none in [[:], [try #require(RegionCode("13")): Double.nan]] {
            #expect(FigureReading(try map(none)).all("svg").isEmpty)
        }
    }

    @Test("is light: its outlines have less than two thousand points")
    func light() throws {
        let paths = try MapSample.country.get().pieces.flatMap(\.shapes).map(\.path)
        #expect(paths.joined().filter { $0 == "l" }.count < 2_500)
        #expect(paths.joined().utf8.count < 22_000)
    }
}

@Suite("The map of a region's comunas")
struct CommuneMapTests {
    private func map(_ region: String, without gaps: Set<String> = []) throws -> (map: CommuneMap, reading: FigureReading) {
        let map = try MapSample.region(region)
        let values = map.communes.enumerated().filter { !gaps.contains($0.element.name) }.map { ($0.element.code, Double($0.offset)) }
        let html = try FigureSample.figures().map(
            FigureSample.words("comunas"), map, values: Dictionary(uniqueKeysWithValues: values))
        return (map, FigureReading(html))
    }

    @Test(
        "draws every comuna of every region inside of its box",
        arguments: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16"])
    func every(_ region: String) throws {
        let (map, reading) = try map(region)
        #expect(reading.isWellFormed)
        let shapes = reading.all("path", "region", svg: 0)
        #expect(shapes.count == map.sheet.shapes.count && map.communes.count - shapes.count <= 2)
        let box = reading.box(svg: 0)
        for shape in shapes {
            for point in try MapSample.points(try #require(shape.attributes["d"])) {
                #expect((box[0]...(box[0] + box[2])).contains(point.x) && (0...box[3]).contains(point.y))
            }
        }
        #expect(box[2] == 330 && box[3] <= 480)
        #expect(reading.cells.count == 2 + 2 * map.communes.count)
    }

    @Test("names the comunas that it does not draw, with their values")
    func outside() throws {
        #expect(
            try map("05").reading.all("p").contains {
                $0.text.hasPrefix("Fuera del dibujo: Isla de Pascua (") && $0.text.contains("Juan Fernández (")
            })
        #expect(try map("12").reading.all("p").contains { $0.text.hasPrefix("Fuera del dibujo: Antártica (") })
        #expect(!(try map("14").reading.all("p").contains { $0.text.hasPrefix("Fuera") }))
    }

    @Test("hatches a comuna without a value and writes 'sin datos' in it")
    func missing() throws {
        let reading = try map("14", without: ["Panguipulli"]).reading
        #expect(reading.all("path", "region").filter { $0.attributes["fill"] == "url(#comunas-hatch)" }.count == 1)
        #expect(reading.words(svg: 0).contains("sin datos"))
        #expect(reading.cells.filter { $0 == "sin datos" }.count == 1)
    }

    @Test("of a region that is none is empty")
    func none() throws {
        let map = try MapSample.region("99")
        #expect(map.communes.isEmpty && map.sheet.shapes.isEmpty)
        #expect(try FigureSample.figures().map(FigureSample.words(), map, values: [:]).string.contains("Todavía no hay números"))
    }
}
