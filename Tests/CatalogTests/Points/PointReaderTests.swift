import Definitions
import Civic
import Foundation
import Testing

@testable import Catalog

@Suite("Reading the points of service")
struct PointReaderTests {
    private static let file = "points-of-service.csv"

    @Test("a row becomes a point, with everything that it states and nothing that it does not")
    func point() throws {
        let points = try SampleFiles.catalogue().points
        let first = try #require(points.first)
        #expect(first.number == 1 && first.kind == .branch && first.name == "Sucursal Centro" && first.address == "Alameda 1, piso 2")
        #expect(first.commune == CommuneCode("13101") && first.week?.stretches.count == 2 && first.hours == nil)
        #expect(first.phone == "101" && first.evidence == .seen && first.confidence == .medium && first.seen?.year == 2021)
        #expect(first.url == "https://diario.cl/nota" && first.note == nil)
        #expect(points[1].evidence == .inferred && points[1].week == nil && points[1].address == nil)
        #expect(points[2].commune == nil && points[2].kind.isNational)
    }

    @Test(
        "what is wrong is told with its line, its column and its field",
        arguments: [
            ("2,branch,Sucursal Licant", "1,branch,Sucursal Licant", 3, "number", "twice"),
            ("2,branch,Sucursal Licant", "02,branch,Sucursal Licant", 3, "number", "whole number"),
            ("2,branch,", "2,shop,", 3, "kind", "must be one of"),
            ("Sucursal Licantén,,07303", "Sucursal Licantén,,07304", 3, "cut", "no comuna"),
            ("Sucursal Licantén,,07303", "Sucursal Licantén,,", 3, "cut", "is empty"),
            ("Centro de llamadas,,,", "Centro de llamadas,,13101,", 4, "cut", "must be empty"),
            ("1-5 08:00-18:00", "lunes a viernes", 4, "week", "1-5 08:30-14:00"),
            (",101,seen,medium", ",fono 101,seen,medium", 2, "phone", "number"),
            (",101,inferred,low", ",101,inferred,high", 3, "confidence", "nobody saw it"),
            ("2021-06-08", "8 de junio", 2, "seen", "2024-09-06"),
            ("https://diario.cl", "http://diario.cl", 2, "url", "https://"),
            ("sin fuente", "", 3, "source", "is empty"),
            ("Sucursal Centro", "", 2, "name", "is empty"),
        ])
    func defects(_ old: String, _ new: String, _ line: Int, _ field: String, _ message: String) throws {
        let defects = SampleFiles.defects(old, new, in: Self.file)
        let defect = try #require(defects.first { $0.field == field }, "\(defects)")
        #expect(defects.count == 1 && defect.file == Self.file && defect.line == line)
        #expect(defect.message.contains(message))
    }

    @Test("the column is where the value begins, commas in quotes counted")
    func column() throws {
        let defect = try #require(SampleFiles.defects("1-4 09:00-14:00;", "1-4 09:00;", in: Self.file).first)
        let line = SampleFiles.points.split(separator: "\n")[1].replacing("1-4 09:00-14:00;", with: "1-4 09:00;")
        let start = try #require(line.range(of: "1-4 09:00;")).lowerBound
        #expect(defect.column == line.distance(from: line.startIndex, to: start) + 1)
    }

    @Test("another header, a row too short, and a table of comunas without codes are defects")
    func tables() {
        #expect(SampleFiles.defects("number,kind", "kind,number", in: Self.file).first?.line == 1)
        #expect(SampleFiles.defects(",sin fuente,,", ",sin fuente", in: Self.file).first?.message.contains("values instead of") == true)
        #expect(SampleFiles.defects("cut,nombre", "codigo,nombre", in: "territory/communes.csv").first?.message.contains("cut") == true)
        #expect(SampleFiles.defects("13101", "1310", in: "territory/communes.csv").contains { $0.field == "cut" && $0.line == 2 })
    }
}
