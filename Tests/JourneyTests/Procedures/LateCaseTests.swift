import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Procedures
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Server

/// Terms, silence and remedies (counter-rules 6; Ley 19.880, arts. 59, 64 and 65).
@Suite("A case and its clock")
struct LateCaseTests {
    /// José's application, filed, which somebody has to sign.
    static func filed(_ opened: OpenedHouse) async throws -> (person: Browser, code: String) {
        let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
        var path = try await ProcedureJourneyTests.begin(jose, "pension-garantizada-universal")
        path = try await ProcedureJourneyTests.answer(jose, path, "no")
        path = try await ProcedureJourneyTests.answer(jose, path, "cuenta_rut")
        path = try await ProcedureJourneyTests.answer(jose, path, "yes")
        path = try await ProcedureJourneyTests.file(jose)
        return (jose, String(path.dropFirst("/mi/tramites/".count).prefix(8)))
    }

    static func again(_ opened: OpenedHouse) async throws -> Browser {
        try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
    }

    static func cases(_ opened: OpenedHouse) -> CaseDesk {
        CaseDesk(opened.house.runDesk(isDemonstration: true), signers: opened.house.deskSelf)
    }

    @Test(
        "a term that passes decides nothing: it is denounced with a dated receipt, and certified where silence means no",
        arguments: Engine.available)
    func silence(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (jose, code) = try await Self.filed(opened)
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("nada se rechaza por sí solo") && !jose.text.contains("/demora"))
            #expect(try await Self.cases(opened).markOverdue().done == 0)
            opened.clock.move(byMilliseconds: 60 * 86_400_000)
            #expect(try await Self.cases(opened).markOverdue().done == 1)
            #expect(try await Self.cases(opened).markOverdue().done == 0, "once")
            let later = try await Self.again(opened)
            try await later.get("/mi/avisos")
            #expect(later.text.contains("Pasó el plazo para resolver: Solicitud de la Pensión"), "which one it is")
            try await later.get("/mi/tramites/\(code)")
            #expect(later.text.contains("Pasó el plazo sin que se resolviera") && later.text.contains("/demora"))
            try await later.post("/mi/tramites/\(code)/demora")
            try await later.get("/mi/tramites/\(code)")
            #expect(later.text.contains("La demora se denunció el") && !later.text.contains("action=\"/mi/tramites/\(code)/demora"))
            try await later.post("/mi/tramites/\(code)/certificado")
            try await later.get("/mi/tramites/\(code)")
            #expect(later.text.contains("Certificado de plazo vencido") && later.text.contains("La obligación de resolver sigue"))
            #expect(later.text.contains("Recurso de reposición") && later.text.contains("Tiene hasta el"), "from the certificate terms run")
            let outcomes = try await opened.database.read { snapshot in
                try snapshot.value("SELECT count(*) FROM procedure_run WHERE outcome IS NULL AND owner IS NOT NULL", as: Int.self)
            }
            #expect(outcomes == 1, "it still has to be decided")
            // Where silence means no, one appeals against it in the same place, once; it is decided with that in view.
            try await later.post("/mi/tramites/\(code)/apelar", ["motivo=Nadie+me+respondió."])
            try await later.get("/mi/tramites/\(code)")
            #expect(
                later.text.contains("Se pidió que otra persona lo revise") && later.text.contains("Nadie me respondió.")
                    && !later.text.contains("/apelar\""))
            #expect(later.text.contains("está atrasado"), "it is as late as before")
            #expect(try await later.post("/mi/tramites/\(code)/apelar", ["motivo=Otra+vez."]).status != .seeOther)
            let official = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await official.get("/mesa")
            #expect(official.text.contains("Casos con el plazo vencido"))
            let young = try await DenouncedDelayTests.complaint(opened, run: "20347878-K")
            try await official.get("/mesa/casos")
            #expect(official.text.contains("Demora denunciada") && official.text.contains("/mesa/casos/\(young)/tomar"))
            try await official.get("/mesa/casos/vencidos")
            #expect(official.text.contains("/mesa/casos/\(code)/tomar") && !official.text.contains("/mesa/casos/\(young)/tomar"))
            // Whoever is above takes note by name, and its person reads who.
            try await official.get("/mesa/casos/demoras")
            #expect(official.text.contains("Se denunció el") && !official.text.contains(young.prefix(4)))
            try await official.post("/mesa/casos/\(code)/conocer")
            try await official.get("/mesa/casos/demoras")
            #expect(official.text.contains("No hay demoras denunciadas"))
            let told = try await Self.again(opened)
            try await told.get("/mi/tramites/\(code)")
            #expect(told.text.contains("La jefatura tomó conocimiento de la demora") && told.text.contains("Iturra"))
        }
    }

    @Test("terms of remedies run from a notification with its proof and from nothing else", arguments: Engine.available)
    func notified(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (jose, code) = try await Self.filed(opened)
            let official = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await official.get("/mesa/casos")
            try await official.post("/mesa/casos/\(code)/tomar")
            try await official.get("/mesa/casos/\(code)")
            try await official.post("/mesa/casos/\(code)/anotar", ["nota=Se+llamó+a+la+oficina."])
            try await official.get("/mesa/casos/\(code)")
            try await official.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Faltan+años+de+residencia."])
            try await jose.get("/mi/tramites/\(code)")
            for told in [
                "ningún plazo corre aún", "Recurso de reposición", "Ley N° 19.880, artículo 59", "Tiene 5 días hábiles",
                "Se llamó a la oficina.",
            ] {
                #expect(jose.text.contains(told), "\(told)")
            }
            #expect(!jose.text.contains("jerárquico"), "there is nobody above the head of a decentralised service")
            try await official.get("/mesa/casos")
            #expect(official.text.contains("Resueltos sin notificar"))
            let today = opened.house.clock.today
            try await official.get("/mesa/casos/\(code)/notificar")
            let unproven = try await official.post(
                "/mesa/casos/\(code)/notificar",
                ["modo=letter", "dia-day=\(today.day)", "dia-month=\(today.month)", "dia-year=\(today.year)"])
            #expect(unproven.status == .unprocessableContent, "a notification has its proof")
            try await Self.notify(official, code, opened, proof: "Seguimiento+88")
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("Tiene hasta el") && jose.text.contains("Seguimiento 88") && jose.text.contains("/apelar"))
            opened.clock.move(byMilliseconds: 20 * 86_400_000)
            let later = try await Self.again(opened)
            try await later.get("/mi/tramites/\(code)")
            #expect(later.text.contains("El plazo terminó el") && !later.text.contains("/apelar"))
            #expect(later.text.contains("Recurso extraordinario de revisión"))
        }
    }

    /// Writes down that a letter was received today.
    static func notify(_ official: Browser, _ code: String, _ opened: OpenedHouse, proof: String) async throws {
        let today = opened.house.clock.today
        try await official.get("/mesa/casos/\(code)/notificar")
        try await official.post(
            "/mesa/casos/\(code)/notificar",
            ["modo=letter", "dia-day=\(today.day)", "dia-month=\(today.month)", "dia-year=\(today.year)", "prueba=\(proof)"])
    }

    @Test("its person takes it back; whoever is away gives it up; queues are seen by those who attend them", arguments: Engine.available)
    func queues(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (jose, code) = try await Self.filed(opened)
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            let pedro = try await AttentionJourneyTests.desk(opened, "pedro", .supervisor)
            try await paula.get("/mesa/casos")
            try await paula.post("/mesa/casos/\(code)/tomar")
            try await pedro.get("/mesa/casos")
            #expect(pedro.text.contains("La tiene otra persona") || pedro.text.contains("/liberar"))
            try await pedro.post("/mesa/casos/\(code)/liberar")
            #expect(try await paula.get("/mesa/casos/\(code)").status != .ok, "what was given up is not read any more")
            try await pedro.get("/mesa/casos/filas")
            try await pedro.post("/mesa/casos/filas", ["filas=ips.pensiones"])
            try await paula.get("/mesa/casos")
            #expect(!paula.text.contains(code.prefix(4)), "somebody else attends that queue")
            try await pedro.get("/mesa/casos")
            #expect(pedro.text.contains(code.prefix(4)))
            try await jose.get("/mi/tramites/\(code)")
            try await jose.post("/mi/tramites/\(code)/retirar")
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("Retirado") && !jose.text.contains("/retirar"))
            try await pedro.get("/mesa/casos")
            #expect(!pedro.text.contains(code.prefix(4)))
        }
    }
}
