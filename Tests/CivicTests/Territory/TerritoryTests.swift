import Civic
import Foundation
import TestKit
import Testing

@Suite("The territory")
struct TerritoryTests {
    let territory: Territory

    init() throws { territory = try Territory(folder: Reference.root + "/Catalogue/territory") }

    static func code(_ text: String) throws -> CommuneCode { try #require(CommuneCode(text)) }

    @Test("has 16 regions from north to south, 56 provinces and 346 comunas, each in its province and region")
    func counts() throws {
        #expect(territory.regions.count == 16 && territory.provinces.count == 56 && territory.communes.count == 346)
        #expect(territory.regions.first?.name == "Arica y Parinacota" && territory.regions.last?.name.hasPrefix("Magallanes") == true)
        for commune in territory.communes {
            let province = try #require(territory.province(commune.province))
            #expect(province.region == commune.region)
            #expect(territory.region(commune.region) != nil)
        }
        #expect(territory.regions.reduce(0) { $0 + territory.communes(of: $1.code).count } == 346)
    }

    @Test(
        "finds a comuna however its name is written",
        arguments: [
            ("Ñuñoa", "13120"), ("nunoa", "13120"), ("  ÑUÑOA ", "13120"), ("San Pedro de la Paz", "08108"), ("O'Higgins", "11302"),
            ("o’higgins", "11302"),
            ("isla de pascua", "05201"), ("Til-Til", "13303"), ("tiltil", "13303"),
        ])
    func names(_ name: String, _ code: String) {
        #expect(territory.commune(named: name)?.code.description == code)
    }

    @Test("does not know a comuna that is none, and offers those with a near name")
    func unknown() throws {
        #expect(territory.commune(named: "Macondo") == nil)
        #expect(territory.communes(like: "Macondo").isEmpty)
        #expect(territory.commune(named: "Nuñoha") == nil)
        #expect(territory.communes(like: "Nuñoha").map(\.name) == ["Ñuñoa"])
        #expect(territory.communes(like: "san p").allSatisfy { $0.name.hasPrefix("San P") })
        #expect(territory.communes(like: "san").count == 5)
        #expect(territory.communes(like: "").isEmpty)
        #expect(try territory.commune(Self.code("99999")) == nil)
        for wrong in ["1310", "131011", "13a01", "", "１３１０１"] { #expect(CommuneCode(wrong) == nil) }
    }

    @Test("knows neighbours both ways, and islands without any")
    func neighbours() throws {
        for commune in territory.communes {
            for neighbour in territory.neighbours(of: commune.code) {
                #expect(territory.neighbours(of: neighbour).contains(commune.code))
                #expect(neighbour != commune.code)
            }
        }
        #expect(territory.neighbours(of: try Self.code("05201")).isEmpty)
        #expect(territory.neighbours(of: try Self.code("13101")).count > 5)
    }

    @Test("says how many people live in a comuna in a year, and nothing for a year without a figure")
    func population() throws {
        #expect(territory.populationYears == 2017...2035)
        #expect(territory.population(of: try Self.code("01101"), in: 2017) == 202_891)
        #expect(territory.population(of: try Self.code("01101"), in: 2016) == nil)
        #expect(territory.population(of: try Self.code("01101"), in: 2036) == nil)
        let all = try territory.communes.reduce(0) { $0 + (try #require(territory.population(of: $1.code, in: 2026))) }
        #expect((19_000_000...21_500_000).contains(all))
    }

    @Test("has an outline for each region, around the points of its comunas")
    func shapes() throws {
        let data = try #require(FileManager.default.contents(atPath: Reference.root + "/Catalogue/territory/regions.geojson"))
        let shapes = try RegionShapes(geoJSON: data)
        #expect(Set(shapes.rings.keys) == Set(territory.regions.map(\.code)))
        for (code, rings) in shapes.rings {
            let points = rings.flatMap { $0 }
            let (west, east) = (try #require(points.map(\.longitude).min()), try #require(points.map(\.longitude).max()))
            let (south, north) = (try #require(points.map(\.latitude).min()), try #require(points.map(\.latitude).max()))
            let inside = territory.communes(of: code).filter { commune in
                (west - 0.5...east + 0.5).contains(commune.longitude) && (south - 0.5...north + 0.5).contains(commune.latitude)
            }
            #expect(inside.count * 10 >= territory.communes(of: code).count * 8, "\(code)")
        }
    }

    @Test("has an outline for each comuna but Antártica, inside of the country and around its point of reference")
    func communeShapes() throws {
        let data = try #require(FileManager.default.contents(atPath: Reference.root + "/Catalogue/territory/communes.geojson"))
        let shapes = try CommuneShapes(geoJSON: data)
        #expect(Set(territory.communes.map(\.code)).subtracting(shapes.rings.keys).map(\.description) == ["12202"])
        #expect(shapes.rings.count == 345 && shapes.rings.keys.allSatisfy { territory.commune($0) != nil })
        let around = try shapes.rings.filter { code, rings in
            let (commune, points) = (try #require(territory.commune(code)), rings.flatMap { $0 })
            return points.contains { abs($0.longitude - commune.longitude) < 1 && abs($0.latitude - commune.latitude) < 1 }
        }
        #expect(around.count > 340)
        #expect(throws: ReferenceFault.self) { try CommuneShapes(geoJSON: Data("[]".utf8)) }
        let wrong = Data(
            #"{"features":[{"properties":{"cut":"13"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}"#.utf8)
        let fault = #expect(throws: ReferenceFault.self) { try CommuneShapes(geoJSON: wrong) }
        #expect(fault?.description == "the outlines name a comuna '13', which is no code")
    }

    @Test("is refused with the table, line and column when it is wrong")
    func faults() throws {
        let fault = #expect(throws: ReferenceFault.self) {
            try Holidays(csv: "fecha,nombre,ambito,cut_territorio,irrenunciable,fuente\n2026-02-29,Nada,nacional,,no,x\n")
        }
        #expect(fault?.description == "holidays, line 2, fecha: '2026-02-29' is no day like 2026-09-18")
        #expect(throws: ReferenceFault.self) { try Holidays(csv: "fecha,nombre\n") }
        #expect(throws: ReferenceFault.self) { try RegionShapes(geoJSON: Data("{}".utf8)) }
        #expect(throws: ReferenceFault.self) { try Territory(folder: "/nowhere") }
    }
}

@Suite("Comma-separated values")
struct CommaSeparatedTests {
    @Test(
        "are read as RFC 4180 writes them",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n\"1,5\",\"x\"\"y\"\r\n", [["a", "b"], ["1,5", "x\"y"]]),
            ("a\n\"two\nlines\"", [["a"], ["two\nlines"]]), ("", []), (",", [["", ""]]), ("ñ,é", [["ñ", "é"]]), ("\"open", [["open\n"]]),
        ])
    func records(_ text: String, _ expected: [[String]]) {
        #expect(CommaSeparated.records(text).map(\.values) == expected)
    }

    @Test("say on which line each record begins")
    func lines() {
        #expect(CommaSeparated.records("a\n\"b\nc\"\nd\n").map(\.line) == [1, 2, 4])
    }
}
