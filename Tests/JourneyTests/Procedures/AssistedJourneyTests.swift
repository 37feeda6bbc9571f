import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Procedures
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

@Suite("A service that somebody does with an agent")
struct AssistedJourneyTests {
    @Test("leaves in the middle, and an agent takes it up with them: both names are on the case", arguments: Engine.available)
    func handedOver(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
            _ = try await ProcedureJourneyTests.answer(rosa, path, "presencial")
            let person = try await opened.database.read { try $0.value("SELECT subject FROM procedure_run", as: Int64.self) }
            let desk = try await AttentionJourneyTests.desk(opened, "andres", .agent)
            let attention = try await AttentionJourneyTests.find(desk, PersonID(try #require(person)))
            let root = attention.replacing("/mesa/atenciones/", with: "/mesa/tramites/")
            try await desk.get(root)
            #expect(desk.text.contains("\(root)/nuevo/subsidio-familiar") && desk.text.contains("Trámites de la persona"))
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            #expect(!desk.text.contains(code), "nor is anything listed before the person is there")
            let unproven = try await desk.get("\(root)/\(code)")
            #expect(unproven.status == .forbidden && !desk.text.contains("CuentaRUT"), "nothing is shown before the person is there")
            try await desk.get(attention)
            try await desk.post(attention + "/documento", ["run=12345678-5", "documento=100.200.300"])
            try await desk.get(root)
            #expect(desk.text.contains("href=\"\(root)/\(code)\""))
            #expect(desk.text.contains("Muñoz Ñancupil") && desk.text.contains("12.345.678-5"), "whom one attends has a name")
            var at = try await ProcedureJourneyTests.follow(desk, try await desk.get("\(root)/\(code)"))
            #expect(at.hasSuffix("/preguntas/comuna_pago") && desk.text.contains("Muñoz Ñancupil"))
            #expect(desk.text.contains("<optgroup label=\"Metropolitana"), "comunas stand under their regions")
            at = try await ProcedureJourneyTests.answer(desk, at, "13101")
            at = try await ProcedureJourneyTests.answer(desk, at, "yes")
            _ = try await ProcedureJourneyTests.file(desk)
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Con ayuda de una persona de la oficina") && rosa.text.contains("$231.732"))
        }
    }

    @Test("of a class that the agent may not see is not there for them, nor that it exists", arguments: Engine.available)
    func ofAClass(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let text = try String(contentsOfFile: CatalogueJourneyTests.root + "/Services/liquidacion-de-pago.yaml", encoding: .utf8)
            _ = try await opened.house.definitions.load(
                [
                    "salud.yaml": text.replacing("id: liquidacion-de-pago", with: "id: licencia-medica").replacing(
                        "sheet: liquidacion-de-pago-de-pension", with: "sheet: estado-licencia-medica")
                ], by: OpenedHouse.operators)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let path = try await ProcedureJourneyTests.begin(rosa, "licencia-medica")
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            _ = try await ProcedureJourneyTests.begin(rosa, "subsidio-familiar")
            let person = try await opened.database.read { try $0.value("SELECT subject FROM procedure_run", as: Int64.self) }
            let desk = try await AttentionJourneyTests.desk(opened, "andres", .agent)
            let attention = try await AttentionJourneyTests.find(desk, PersonID(try #require(person)))
            let root = attention.replacing("/mesa/atenciones/", with: "/mesa/tramites/")
            try await desk.get(attention)
            try await desk.post(attention + "/documento", ["run=12345678-5", "documento=100.200.300"])
            try await desk.get(root)
            #expect(desk.text.contains("Trámites de la persona") && !desk.text.contains("licencia-medica") && !desk.text.contains(code))
            #expect(try await desk.get("\(root)/\(code)").status == .notFound)
            #expect(try await desk.get("\(root)/nuevo/licencia-medica").status == .notFound)
        }
    }
}
