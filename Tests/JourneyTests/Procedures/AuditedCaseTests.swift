import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import TestKit
import Testing

@testable import Server

/// The timeline is one: its person, whoever attends and whoever audits read the same (issue of the network: nothing happens in a case unseen).
@Suite("The timeline of a case")
struct AuditedCaseTests {
    /// An auditor before the timeline of a case.
    static func auditor(_ opened: OpenedHouse, reads code: String) async throws -> Browser {
        let auditor = try await AttentionJourneyTests.desk(opened, "aurora", .auditor)
        try await auditor.get("/mesa/auditoria/casos")
        try await auditor.post("/mesa/auditoria/casos", ["codigo=\(code)"])
        try await auditor.get("/mesa/auditoria/casos/\(code)")
        return auditor
    }

    @Test(
        "says where it is, who owes the next step and what is to come; an auditor reads it without what was answered",
        arguments: Engine.available)
    func audited(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await ProofJourneyTests.filed(opened)
            let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            try await jose.get("/mi/tramites/\(code)")
            for said in ["En revisión", "A más tardar el", "El próximo paso es de la institución."] {
                #expect(jose.text.contains(said), "\(said)")
            }
            let paula = try await ProofJourneyTests.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("El próximo paso es de la institución."))
            try await paula.post("/mesa/casos/\(code)/detener", ["antecedentes=Mande+sus+contratos."])
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("El próximo paso es de la persona"))

            let auditor = try await AttentionJourneyTests.desk(opened, "aurora", .auditor)
            try await auditor.get("/mesa/auditoria/casos")
            let wrong = try await auditor.post("/mesa/auditoria/casos", ["codigo=123"])
            #expect(wrong.status == .unprocessableContent)
            try await auditor.get("/mesa/auditoria/casos")
            let sent = try await auditor.post("/mesa/auditoria/casos", ["codigo=\(code)"])
            #expect(sent.headers[.location] == "/mesa/auditoria/casos/\(code)")
            try await auditor.get("/mesa/auditoria/casos/\(code)")
            for said in [
                "En revisión", "El próximo paso es de la persona", "\(World.Agent.name), Agente", "Plazos", "20 días hábiles",
                "El plazo está detenido",
                "Versión y huella",
            ] {
                #expect(auditor.text.contains(said), "\(said)")
            }
            for secret in ["Mande sus contratos.", "Rodríguez", "12 años", "44.444.444"] {
                #expect(!auditor.text.contains(secret), "\(secret)")
            }
            #expect(try await auditor.get("/mesa/auditoria/casos/AAAAAAAA").status == .notFound)
            #expect(try await paula.get("/mesa/auditoria/casos/\(code)").status == .forbidden, "who decides does not audit")
            try await jose.get("/mi/quien-vio")
            #expect(jose.text.contains("revisó el historial de un trámite suyo"), "that somebody looked is in his trace")
        }
    }
}
