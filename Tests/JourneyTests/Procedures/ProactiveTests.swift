import Flows
import Foundation
import TestKit
import Testing

@testable import Server

@Suite("A run over a population")
struct ProactiveTests {
    private static let head = "id,nacimiento,recibe_ffaa,anos_residencia,anos_recientes,sobre_el_corte,pension_base\n"

    private static func report(_ rows: String, before: Set<String>? = nil) throws -> ProactiveReport {
        let service = try ServiceFiles.service("pension-garantizada-universal", in: CatalogueJourneyTests.root + "/Services")
        let batch = try ServiceBatch(service, on: 20_785)
        let file = try PopulationFile(head + rows, service, looked: batch.columns)
        let parameters = try ServiceFiles.parameters(CatalogueJourneyTests.root + "/Catalogue")
        let report = ProactiveReport(service, batch, file, on: 20_785, parameters, before: before)
        let alone = ProactiveReport(service, nil, file, on: 20_785, parameters, before: before)
        #expect(alone.csv == report.csv, "columns and one by one come to the same")
        return report
    }

    @Test("says who newly qualifies, who nearly does by which rule, and what is not known")
    func standings() throws {
        let rows = """
            a1,1960-05-10,no,46,5,no,310000
            a2,1960-05-10,0,12,5,0,310000
            a3,1990-05-10,no,12,5,no,310000
            a4,1950-05-10,no,46,5,,0
            a5,1950-05-10,no,46,5,no,0

            """
        let report = try Self.report(rows, before: ["a5"])
        let lines = Array(report.csv.split(separator: "\n").dropFirst().map(String.init))
        #expect(lines[0].hasPrefix("a1,new,231732,,") && lines[0].contains("pension_base=310000") && lines[0].contains("edad_devengo=66"))
        #expect(
            lines[1...3] == [
                "a2,nearly,,residencia,anos_residencia=12 p_residencia=20 presentada=2026-11-28", "a3,no,,edad residencia,",
                "a4,open,,focalizacion,sobre_el_corte=?",
            ])
        #expect(lines[4].hasPrefix("a5,qualifies,250275,,") && lines[4].contains("p_maximo=250275"))
        #expect(report.qualifying == 2 && report.change(since: ["a5"]) == 100 && report.change(since: ["a1", "a5"]) == 0)
    }

    @Test(
        "refuses a file with a number of a person, an unknown column, a short line or a wrong value",
        arguments: [
            "12345678-5,1960-05-10,no,46,5,no,310000\n", "a1,1960-05-10,no,46,5,no\n", "a1,10/05/1960,no,46,5,no,310000\n",
            "a1,1960-05-10,quizas,46,5,no,310000\n", "a1,1960-05-10,no,46,5,no,3.1\n",
        ])
    func refused(_ rows: String) {
        #expect(throws: Stopped.self) { _ = try Self.report(rows) }
    }

    @Test("a service that looks into lists is reckoned one by one, with the children as JSON")
    func lists() throws {
        let service = try ServiceFiles.service("subsidio-familiar", in: CatalogueJourneyTests.root + "/Services")
        #expect(throws: ServiceBatch.Unfit.self) { _ = try ServiceBatch(service, on: 20_785) }
        let rows = """
            id,tramo,recibe_asignacion,hijos
            b1,40,no,"[{""run"": ""26555555-5"", ""nombre"": ""Ana"", ""nacimiento"": ""2020-03-01"", ""discapacidad"": false}]"
            b2,90,no,"[{""run"": ""26555555-5"", ""nombre"": ""Ana"", ""nacimiento"": ""2020-03-01"", ""discapacidad"": false}]"
            b3,40,no,[]
            b4,40,,

            """
        let file = try PopulationFile(rows, service, looked: service.facts.map(\.id))
        let parameters = try ServiceFiles.parameters(CatalogueJourneyTests.root + "/Catalogue")
        let report = ProactiveReport(service, nil, file, on: 20_785, parameters, before: nil)
        let lines = Array(report.csv.split(separator: "\n").dropFirst().map(String.init))
        #expect(lines[0].hasPrefix("b1,new,22601,,") && lines[0].contains("hijos=1"))
        #expect(
            lines[1...] == [
                "b2,nearly,,hogar,corte=60 tramo=90 p_tramo=6000 presentada=2026-11-28",
                "b3,nearly,,causantes,cuantos=0 causantes=0 hijos=0",
                "b4,open,,causantes una_vez,cuantos=? causantes=? hijos=? recibe_asignacion=?",
            ])
        #expect(throws: Stopped.self) {
            _ = try PopulationFile("id,hijos\nb1,dos\n", service, looked: service.facts.map(\.id))
        }
    }

    @Test("is looked at by groups before it goes out; a group of a few shows nothing")
    func groups() throws {
        let service = try ServiceFiles.service("pension-garantizada-universal", in: CatalogueJourneyTests.root + "/Services")
        let batch = try ServiceBatch(service, on: 20_785)
        let rows = (0..<40).map { number in
            "p\(number),1960-05-10,no,46,5,no,310000,\(number % 2 == 0 ? "mujer" : "hombre"),\(number < 3 ? "5101" : "13101")\n"
        }
        let head = Self.head.replacing("pension_base\n", with: "pension_base,sexo,comuna\n")
        let file = try PopulationFile(head + rows.joined(), service, looked: batch.columns, groups: ["sexo", "comuna"])
        let review = GroupReview(file.groups, (0..<40).map { $0 % 2 == 0 })
        #expect(review.whole == 50 && review.apart(by: 30).map(\.group) == ["hombre", "mujer"])
        #expect(review.csv.contains("comuna,5101,<10,\n") && review.csv.contains("sexo,mujer,20,100.0\n"))
        #expect(throws: Stopped.self) {
            _ = try PopulationFile(head + rows.joined(), service, looked: batch.columns, groups: ["nacionalidad", "sexo", "comuna"])
        }
        #expect(throws: Stopped.self) { _ = try PopulationFile(head + rows.joined(), service, looked: batch.columns) }
    }
}
