import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Procedures
import Storage
import TestKit
import Testing

@testable import Server

/// What may be done with the term of a case and when (Ley 19.880, arts. 26, 31, 59 and 65).
@Suite("The clock of a case keeps its promises")
struct ClockRulesTests {
    private static func move(_ opened: OpenedHouse, days: Int) { opened.clock.move(byMilliseconds: Int64(days) * 86_400_000) }

    /// An official with the case in hand.
    private static func holding(_ opened: OpenedHouse, _ code: String, _ name: String) async throws -> Browser {
        let official = try await AttentionJourneyTests.desk(opened, name, .supervisor)
        try await official.get("/mesa/casos")
        try await official.post("/mesa/casos/\(code)/tomar")
        try await official.get("/mesa/casos/\(code)")
        return official
    }

    @Test("a term that passed is not extended, and papers asked for after it take no remedy away", arguments: Engine.available)
    func late(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (_, code) = try await LateCaseTests.filed(opened)
            Self.move(opened, days: 45)
            #expect(try await LateCaseTests.cases(opened).markOverdue().done == 1)
            let paula = try await Self.holding(opened, code, "paula")
            #expect(!paula.text.contains("/ampliar\""))
            #expect(try await paula.post("/mesa/casos/\(code)/ampliar", ["ampliacion=Falta+tiempo."]).status != .seeOther)
            try await paula.get("/mesa/casos/\(code)")
            try await paula.post("/mesa/casos/\(code)/detener", ["antecedentes=Traiga+su+contrato."])
            let jose = try await LateCaseTests.again(opened)
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("/demora") && jose.text.contains("/certificado"))
            #expect(jose.text.contains("procedure-attach") || jose.text.contains("/documento\""), "and a paper is given here")
        }
    }

    @Test("nothing is decided while the person has time to answer, and it is when they do not", arguments: Engine.available)
    func awaited(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (jose, code) = try await LateCaseTests.filed(opened)
            let paula = try await Self.holding(opened, code, "paula")
            try await paula.post("/mesa/casos/\(code)/detener", ["antecedentes=Traiga+su+contrato."])
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("su plazo no corre todavía") && !jose.text.contains("Puede responder hasta"))
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("/mesa/casos/\(code)/notificar\""))
            try await LateCaseTests.notify(paula, code, opened, proof: "Firmó+la+copia")
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("Puede responder hasta el lunes 30 de noviembre de 2026") && jose.text.contains("Firmó la copia"))
            try await paula.get("/mesa/casos/\(code)")
            #expect(!paula.text.contains("name=\"decision\""))
            #expect(
                try await paula.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Falta+lo+que+se+le+pidió."]).status != .seeOther)
            Self.move(opened, days: 8)
            let pedro = try await AttentionJourneyTests.desk(opened, "pedro", .supervisor)
            try await pedro.get("/mesa/casos")
            #expect(pedro.text.contains("No respondió en su plazo"))
            try await pedro.post("/mesa/casos/\(code)/liberar")
            let again = try await Self.holding(opened, code, "pilar")
            #expect(again.text.contains("name=\"decision\""))
            #expect(
                try await again.post("/mesa/casos/\(code)", ["decision=refused", "motivo=No+trajo+lo+que+se+le+pidió."]).status == .seeOther
            )
            let later = try await LateCaseTests.again(opened)
            try await later.get("/mi/tramites/\(code)")
            #expect(!later.text.contains("/antecedentes\""), "nothing is asked of them any more")
        }
    }

    @Test("a refusal after a certificate of silence begins its term with its own notification", arguments: Engine.available)
    func certified(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (_, code) = try await LateCaseTests.filed(opened)
            Self.move(opened, days: 45)
            let jose = try await LateCaseTests.again(opened)
            try await jose.get("/mi/tramites/\(code)")
            try await jose.post("/mi/tramites/\(code)/certificado")
            Self.move(opened, days: 30)
            let paula = try await Self.holding(opened, code, "paula")
            try await paula.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Faltan+años+de+residencia."])
            let later = try await LateCaseTests.again(opened)
            try await later.get("/mi/tramites/\(code)")
            #expect(later.text.contains("ningún plazo corre aún") && later.text.contains("/apelar\""))
        }
    }

    @Test("an appeal that nobody answers in its term is denounced and certified like the case itself", arguments: Engine.available)
    func lateAppeal(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (jose, code) = try await LateCaseTests.filed(opened)
            let paula = try await Self.holding(opened, code, "paula")
            try await paula.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Faltan+años+de+residencia."])
            try await jose.get("/mi/tramites/\(code)")
            try await jose.post("/mi/tramites/\(code)/apelar", ["motivo=Tengo+mis+papeles."])
            #expect(try await LateCaseTests.cases(opened).markOverdue().done == 0)
            Self.move(opened, days: 60)
            #expect(try await LateCaseTests.cases(opened).markOverdue().done == 1)
            let later = try await LateCaseTests.again(opened)
            try await later.get("/mi/tramites/\(code)")
            #expect(later.text.contains("/demora") && later.text.contains("/certificado\""))
            try await later.post("/mi/tramites/\(code)/demora")
            try await later.get("/mi/tramites/\(code)")
            #expect(later.text.contains("La demora se denunció el"))
        }
    }

    @Test("a notification is written down by those who serve the queue, and by nobody else", arguments: Engine.available)
    func notified(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (_, code) = try await LateCaseTests.filed(opened)
            let paula = try await Self.holding(opened, code, "paula")
            try await paula.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Faltan+años+de+residencia."])
            let pedro = try await AttentionJourneyTests.desk(opened, "pedro", .supervisor)
            try await pedro.get("/mesa/casos/\(code)/notificar")
            try await paula.get("/mesa/casos/filas")
            try await paula.post("/mesa/casos/filas", ["filas=ips.pensiones"])
            let today = opened.house.clock.today
            let refused = try await pedro.post(
                "/mesa/casos/\(code)/notificar",
                ["modo=letter", "dia-day=\(today.day)", "dia-month=\(today.month)", "dia-year=\(today.year)", "prueba=Seguimiento+1"])
            #expect(refused.status == .notFound)
            try await LateCaseTests.notify(paula, code, opened, proof: "Seguimiento+2")
            let jose = try await LateCaseTests.again(opened)
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("Seguimiento 2") && !jose.text.contains("Seguimiento 1"))
        }
    }
}
