import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

/// What a person said in a register's place grants nothing by itself.
@Suite("A child that no register shows")
struct DeclaredChildTests {
    /// Camila's application, with one child whom she declared.
    private static func filed(_ opened: OpenedHouse) async throws -> (camila: Browser, code: String) {
        opened.house.registerDouble.set("familia", .down)
        let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
        let path = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
        let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
        let action = try #require(camila.text.firstMatch(of: #/action="([^"]+\/preguntas\/declara_hijos\?r=\d+)"/#).map { String($0.1) })
        let run = try #require(RUN(number: 26_000_001)).plain
        try await camila.post(
            action, ["campo-1=Inés", "campo-2=\(run)", "campo-3-day=5", "campo-3-month=6", "campo-3-year=2019", "campo-4=no"])
        let next = try await ProcedureJourneyTests.follow(camila, try await camila.get("/mi/tramites/\(code)"))
        #expect(try await ProcedureJourneyTests.answer(camila, next, "yes").hasSuffix("/revisar"))
        _ = try await ProcedureJourneyTests.file(camila)
        return (camila, code)
    }

    private static func outcome(_ opened: OpenedHouse) async throws -> String? {
        try await opened.database.read { try $0.value("SELECT outcome FROM procedure_run", as: String?.self) ?? nil }
    }

    @Test("is paid for once the paper was asked for, seen and written down, and not before", arguments: Engine.available)
    func proved(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (camila, code) = try await Self.filed(opened)
            #expect(try await Self.outcome(opened) == nil, "the system grants nothing on a word")
            let paula = try await ProofJourneyTests.take(opened, "paula", code, of: "MUNI")
            let grant = ["decision=granted", "firma=alcaldia", "motivo=Lo+dice+ella."]
            try await paula.get("/mesa/casos/\(code)")
            #expect(try await paula.post("/mesa/casos/\(code)", grant).status != .seeOther, "nor does an official")
            #expect(try await Self.outcome(opened) == nil)
            try await paula.get("/mesa/casos/\(code)")
            let asked = try await paula.post("/mesa/casos/\(code)/detener", ["antecedentes=El+certificado+de+nacimiento+de+Inés."])
            #expect(asked.status == .seeOther)
            try await camila.get("/mi/tramites/\(code)")
            #expect(camila.text.contains("El certificado de nacimiento de Inés."))
            try await camila.post("/mi/tramites/\(code)/antecedentes", ["antecedentes=Lo+dejé+en+la+oficina."])
            try await paula.get("/mesa/casos/\(code)")
            #expect(try await paula.post("/mesa/casos/\(code)", grant).status != .seeOther, "what she says of the paper is not the paper")
            try await ProofJourneyTests.prove(paula, code, "hijos", "yes", "Certificado de nacimiento de Inés")
            #expect(try await paula.post("/mesa/casos/\(code)", grant).status == .seeOther)
            #expect(try await Self.outcome(opened) == "granted")
            try await camila.get("/mi/tramites/\(code)")
            #expect(camila.text.contains("Certificado de nacimiento de Inés") && camila.text.contains("Se paga $22.601 al mes"))
            #expect(camila.text.contains("40 %"), "a bracket is a percentage")
        }
    }

    @Test("is not there to be proved where nobody declared one", arguments: Engine.available)
    func undeclared(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            let path = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
            _ = try await ProcedureJourneyTests.answer(camila, path, "yes")
            _ = try await ProcedureJourneyTests.file(camila)
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            let paula = try await ProofJourneyTests.take(opened, "paula", code, of: "MUNI")
            #expect(try await paula.get("/mesa/casos/\(code)/probar/hijos").status == .notFound, "a list is not typed by an official")
        }
    }
}
