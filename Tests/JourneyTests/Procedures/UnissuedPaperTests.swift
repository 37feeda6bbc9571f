import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

/// No person stands behind what registers alone said no to: the page says who said what, and where a person is.
@Suite("A paper that is not given")
struct UnissuedPaperTests {
    /// Camila is paid nothing by the institute.
    private static func refused(_ opened: OpenedHouse, run: String = "20347878-K") async throws -> (camila: Browser, path: String) {
        let camila = try await ProcedureJourneyTests.citizen(opened, run: run)
        var path = try await ProcedureJourneyTests.begin(camila, "certificado-de-pensionado")
        if path.contains("/preguntas/") { path = try await ProcedureJourneyTests.answer(camila, path, "") }
        #expect(path.hasSuffix("/revisar"))
        return (camila, path)
    }

    private static func noted(_ opened: OpenedHouse) async throws -> Int? {
        try await opened.database.read { try $0.value("SELECT count(*) FROM procedure_event WHERE kind = 'unissued'", as: Int.self) }
    }

    @Test("says which register said what and when, how it is corrected, and how a person looks at it", arguments: Engine.available)
    func said(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (camila, path) = try await Self.refused(opened)
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            for told in [
                "No hay un beneficio que certificar.", "Recibe pagos del IPS: <strong>No</strong>", "Lo informó este registro:",
                "el lunes 23 de noviembre de 2026", "pida la corrección en una oficina", "no lo decidió una persona",
                "/mi/tramites/nuevo/reclamo-ciudadano\"", "href=\"/lugares\"", "101", "\(code.prefix(4))-\(code.suffix(4))",
            ] { #expect(camila.text.contains(told), "\(told)") }
            #expect(!camila.text.contains("/revisar?r="), "there is nothing to file")
            #expect(try await ProcedureJourneyTests.begin(camila, "reclamo-ciudadano").hasSuffix("/preguntas/sobre_que"))
            try await camila.get("/en\(path)")
            #expect(camila.text.contains("No person decided this") && camila.text.contains("ask for the correction at an office"))
        }
    }

    @Test("what registers said stays in the run, sealed, whatever they say later", arguments: Engine.available)
    func kept(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (_, path) = try await Self.refused(opened)
            #expect(try await Self.noted(opened) == 1)
            let words = try await opened.database.read {
                try $0.value("SELECT words FROM procedure_event WHERE kind = 'unissued'", as: [UInt8].self)
            }
            #expect(!String(decoding: try #require(words), as: UTF8.self).contains("IPS"))
            let (again, _) = try await Self.refused(opened)
            #expect(try await Self.noted(opened) == 1, "to look at it again is not to ask again")
            #expect(again.text.contains("No se dio el documento"))
            opened.clock.move(byMilliseconds: 2 * 86_400_000)
            let later = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            _ = try await ProcedureJourneyTests.begin(later, "certificado-de-pensionado")
            #expect(try await Self.noted(opened) == 2, "registers were asked again")
            try await later.get(path)
            #expect(later.text.contains("No se dio el documento") && later.text.contains("El IPS no registra una pensión"))
            for day in ["23", "25"] { #expect(later.text.contains("consultado el \(day) de noviembre de 2026"), "\(day)") }
        }
    }

    @Test("leads to Requests where no complaint can be begun", arguments: Engine.available)
    func withoutComplaint(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            _ = try await opened.house.definitions.retire("reclamo-ciudadano", reason: nil, author: "x", by: OpenedHouse.operators)
            let (camila, _) = try await Self.refused(opened)
            #expect(camila.text.contains("href=\"/solicitudes\"") && !camila.text.contains("nuevo/reclamo-ciudadano"))
        }
    }

    @Test("what is given leaves no such line, and offers no complaint", arguments: Engine.available)
    func given(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (rosa, _) = try await Self.refused(opened, run: "12345678-5")
            #expect(rosa.text.contains("/revisar?r=") && !rosa.text.contains("reclamo-ciudadano"))
            #expect(try await Self.noted(opened) == 0)
        }
    }
}
