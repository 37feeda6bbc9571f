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

/// What comes up after a case was filed, and what is had once.
@Suite("A case that still asks something")
struct PendingJourneyTests {
    /// Camila asks for the family subsidy while the household register is down.
    static func unheard(_ opened: OpenedHouse) async throws -> (person: Browser, code: String) {
        opened.house.registerDouble.set("hogares", .down)
        let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
        _ = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
        let filed = try await ProcedureJourneyTests.file(camila)
        return (camila, String(filed.dropFirst("/mi/tramites/".count).prefix(8)))
    }

    private static func count(_ opened: OpenedHouse, _ sql: SQL) async throws -> Int {
        try await opened.database.read { try $0.value(sql, as: Int.self) ?? 0 }
    }

    @Test(
        "nobody is granted what they have not declared: the person is asked when the register answers at last, and answers in the case",
        arguments: Engine.available)
    func declared(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            opened.house.registerDouble.set("hogares", .down)
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            let path = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
            #expect(path.hasSuffix("/revisar"), "without the first register nothing else is asked")
            let filed = try await ProcedureJourneyTests.file(camila)
            let code = String(filed.dropFirst("/mi/tramites/".count).prefix(8))
            #expect(!camila.text.contains("Para resolver falta que usted responda"))
            opened.house.registerDouble.set("hogares", .right)
            opened.clock.move(byMilliseconds: 1)
            #expect(try await opened.house.runDesk(isDemonstration: true).verifyProvisional().done == 1)
            try await camila.get("/mi/avisos")
            #expect(camila.text.contains("Falta una respuesta suya: Solicitud del Subsidio Familiar"))
            let paula = try await ProofJourneyTests.take(opened, "paula", code, of: "MUNI")
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("Falta que la persona responda:") && paula.text.contains("tienen sus controles de salud"))
            #expect(!paula.text.contains("value=\"granted\"") && !paula.text.contains("value=\"refused\""))
            try await camila.get("/mi/tramites/\(code)")
            #expect(camila.text.contains("Para resolver falta que usted responda"))
            let owed = "El próximo paso es de la persona: falta que responda algo."
            let auditor = try await AuditedCaseTests.auditor(opened, reads: code)
            for reader in [camila, paula, auditor] {
                #expect(reader.text.contains(owed) && !reader.text.contains("paso es de la instituc"))
            }
            try await camila.get("/mi/tramites")
            #expect(camila.text.contains("Espera algo de usted"))
            try await paula.get("/mesa/casos")
            #expect(paula.text.contains("Espera a la persona"))
            try await camila.get("/mi/tramites/\(code)")
            let question = "/mi/tramites/\(code)/preguntas/controles"
            #expect(camila.text.contains("href=\"\(question)\""))
            try await camila.get(question)
            let there = try await ProcedureJourneyTests.answer(camila, question, "yes")
            #expect(there == "/mi/tramites/\(code)" && !camila.text.contains("Para resolver falta"))
            #expect(camila.text.contains("El próximo paso es de la institución."))
            try await paula.get("/mesa/casos/\(code)")
            let granted = try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Cumple+las+reglas.", "firma=alcaldia"])
            #expect(granted.status == .seeOther)
            try await camila.get("/mi/tramites/\(code)")
            #expect(camila.text.contains("ningún plazo corre aún"), "a grant is notified too")
            try await paula.get("/mesa/casos")
            #expect(paula.text.contains("Resueltos sin notificar"))
            try await LateCaseTests.notify(paula, code, opened, proof: "Firmó+el+acta.")
            try await paula.get("/mesa/casos")
            #expect(!paula.text.contains("Resueltos sin notificar"))
            try await camila.get("/mi/tramites/\(code)")
            #expect(camila.text.contains("Tiene hasta el"))
            try await camila.get("/mi/tramites/\(code)")
            #expect(camila.text.contains("Se paga $") && !camila.text.contains("/preguntas/"))
            #expect(camila.text.contains("Qué lo suspende o lo termina") && camila.text.contains("Se cumplió el plazo"))
            #expect(camila.text.contains("Recurso de reposición") && camila.text.contains("/mi/tramites/\(code)/apelar\""))
            #expect(try await camila.post("/mi/tramites/\(code)/apelar", ["motivo=Son+dos+con+discapacidad."]).status == .seeOther)
            try await camila.get("/mi/tramites/\(code)")
            #expect(!camila.text.contains("/apelar\"") && camila.text.contains("Se paga $"), "once, and nothing stops meanwhile")
            #expect(
                try await camila.get(question).headers[.location] == "/mi/tramites/\(code)", "what is decided asks nothing any more")
        }
    }

    @Test("an official who asks the registers again has the person told what is asked of them now, once", arguments: Engine.available)
    func found(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (camila, code) = try await Self.unheard(opened)
            let paula = try await ProofJourneyTests.take(opened, "paula", code, of: "MUNI")
            opened.house.registerDouble.set("hogares", .right)
            for _ in 0..<2 {
                try await paula.get("/mesa/casos/\(code)")
                #expect(try await paula.post("/mesa/casos/\(code)/preguntar").status == .seeOther)
            }
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("falta que responda algo"))
            let notices = try await Self.count(opened, "SELECT count(*) FROM notice")
            #expect(notices == 1)
            try await camila.get("/mi/avisos")
            #expect(camila.text.contains("Falta una respuesta suya: Solicitud del Subsidio Familiar"))
        }
    }

    @Test("what is had once is not begun again while it goes on; who has it tells of a change instead", arguments: Engine.available)
    func once(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            try await rosa.get("/mi/tramites/nuevo/pension-garantizada-universal")
            #expect(rosa.text.contains("Usted ya tiene este beneficio") && !rosa.text.contains(">Comenzar<"))
            #expect(rosa.text.contains("Cuánto cuesta"), "the page tells it wherever one begins")
            let desk = opened.house.runDesk(isDemonstration: true)
            let subject = try await opened.database.read { try $0.value("SELECT subject FROM procedure_run", as: Int64.self) }
            let person = PersonID(try #require(subject))
            let citizen = Actor(.citizen(person), assurance: .verified)
            await #expect(throws: AlreadyHeld.self) {
                _ = try await desk.begin(
                    "pension-garantizada-universal", for: person, at: .web, by: citizen,
                    once: OnceKey("otra", scope: "tramites", term: 60_000))
            }
            #expect(try await Self.count(opened, "SELECT count(*) FROM procedure_run") == 1)
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Avisar un cambio"))
            #expect(try await rosa.post("/mi/tramites/\(code)/revision").status == .seeOther)
            #expect(try await BenefitReview(desk).reviewDue().done == 1, "it is looked at today")
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Se pidió revisar el beneficio") && !rosa.text.contains("reanud"), "nothing was suspended")
        }
    }

    @Test("of two that were filed while a register was silent one alone is granted, by whomever", arguments: Engine.available)
    func twice(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            opened.house.registerDouble.set("focalizacion", .down)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            var codes: [String] = []
            for _ in 0..<2 {
                var path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
                for answer in ["cuenta_rut", "yes"] { path = try await ProcedureJourneyTests.answer(rosa, path, answer) }
                path = try await ProcedureJourneyTests.file(rosa)
                codes.append(String(path.dropFirst("/mi/tramites/".count).prefix(8)))
            }
            #expect(Set(codes).count == 2)
            opened.house.registerDouble.set("focalizacion", .right)
            // Both at once: the one that comes second finds it granted, and is looked at again in the next round.
            for _ in 0..<2 {
                opened.clock.move(byMilliseconds: 1)
                _ = try await opened.house.runDesk(isDemonstration: true).verifyProvisional()
            }
            #expect(try await Self.count(opened, "SELECT count(*) FROM procedure_benefit") == 1)
            #expect(try await Self.count(opened, "SELECT count(*) FROM procedure_run WHERE outcome = 'granted'") == 1)
            let open = try await opened.database.read {
                try $0.value("SELECT code FROM procedure_run WHERE outcome IS NULL", as: String.self)
            }
            let second = try #require(open)
            let paula = try await ProofJourneyTests.take(opened, "paula", second)
            try await paula.get("/mesa/casos/\(second)")
            let refused = try await paula.post("/mesa/casos/\(second)", ["decision=granted", "motivo=Cumple+las+reglas."])
            #expect(refused.status == .conflict && paula.text.contains("Este beneficio ya está concedido"))
            #expect(try await Self.count(opened, "SELECT count(*) FROM procedure_benefit") == 1)
        }
    }

    @Test("the code of a draft asks nothing that a register said", arguments: Engine.available)
    func told(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            let path = try await ProcedureJourneyTests.begin(jose, "pension-garantizada-universal")
            #expect(path.hasSuffix("/preguntas/acredita_residencia"), "he lacks years by the register")
            let phone = opened.browser()
            try await phone.get("/tramites/seguir")
            try await phone.post("/tramites/seguir", ["codigo=\(path.dropFirst("/mi/tramites/".count).prefix(8))", "run=44444444-4"])
            try await phone.get("/tramites/seguir/paso")
            #expect(!phone.text.contains("residencia") && !phone.text.contains("años"), "\(phone.text)")
            #expect(phone.text.contains("/paso/forma_pago?"), "what is asked of everybody is")
        }
    }
}
