import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Persons
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

/// What registers still owe a case after it was filed, and who may do what with it meanwhile.
@Suite("A case that waits for registers")
struct RegisterRoundTests {
    private static func granted(_ opened: OpenedHouse) async throws -> String? {
        try await opened.database.read { try $0.value("SELECT outcome FROM procedure_run", as: String.self) }
    }

    /// Rosa's application, filed while a register is silent.
    private static func filed(_ opened: OpenedHouse, without register: String, _ answers: [String]) async throws -> (Browser, String) {
        opened.house.registerDouble.set(register, .down)
        let rosa = try await ProcedureJourneyTests.citizen(opened)
        var path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
        for answer in answers { path = try await ProcedureJourneyTests.answer(rosa, path, answer) }
        path = try await ProcedureJourneyTests.file(rosa)
        return (rosa, String(path.dropFirst("/mi/tramites/".count).prefix(8)))
    }

    @Test("is asked for everything that nobody could answer for, until all is known, and is granted then", arguments: Engine.available)
    func unanswerable(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (rosa, _) = try await Self.filed(opened, without: "focalizacion", ["cuenta_rut", "yes"])
            #expect(rosa.text.contains("a más tardar el"))
            let desk = opened.house.runDesk(isDemonstration: true)
            #expect(try await desk.verifyProvisional() == Round(), "it is silent still")
            #expect(try await Self.granted(opened) == nil)
            opened.house.registerDouble.set("focalizacion", .right)
            opened.clock.move(byMilliseconds: 1)
            #expect(try await desk.verifyProvisional().done == 1)
            #expect(try await Self.granted(opened) == "granted", "what comes after it in the rules was asked for too")
            try await rosa.get("/mi/avisos")
            #expect(rosa.text.contains("Ya está resuelto: Solicitud de la Pensión"), "and she is told")
        }
    }

    @Test("is not granted by anybody on the person's word alone", arguments: Engine.available)
    func onWord(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (_, code) = try await Self.filed(opened, without: "residencia", ["46", "5", "cuenta_rut", "yes"])
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await paula.get("/mesa/casos")
            try await paula.post("/mesa/casos/\(code)/tomar")
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("Las reglas se cumplen solo por lo que dijo la persona"))
            #expect(paula.text.contains("Cumple, según lo que dijo la persona"))
            #expect(!paula.text.contains("name=\"decision\""), "neither granted nor refused")
            #expect(paula.text.contains("/probar/anos_residencia\"") && paula.text.contains("/probar/anos_recientes\""))
            let desk = LateCaseTests.cases(opened)
            let staff = try await opened.database.read { try $0.value("SELECT holder FROM procedure_run", as: Int64.self) }
            let holder = Actor(
                .staff(try #require(staff)), assurance: .verified,
                roles: [Role("x", [.decideProcedures, .assistProcedures, .readPersons])],
                scope: Scope(points: .all, institutions: .all, sensitivities: Set(Sensitivity.allCases)))
            let checked = try #require(CheckedCode(typed: code))
            await #expect(throws: NotReckoned.self) {
                try await desk.decide(checked, .granted, "Me parece.", by: holder, once: OnceKey("uno", scope: "casos", term: 60_000))
            }
            await #expect(throws: NotYetKnown.self) {
                try await desk.decide(checked, .refused, "Me parece.", by: holder, once: OnceKey("dos", scope: "casos", term: 60_000))
            }
            #expect(try await Self.granted(opened) == nil)
            // The register answers again: whoever holds the case asks it.
            opened.house.registerDouble.set("residencia", .right)
            try await paula.get("/mesa/casos/\(code)")
            #expect(try await paula.post("/mesa/casos/\(code)/preguntar").status == .seeOther)
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("Se preguntó de nuevo a los registros"))
            #expect(try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Cumple."]).status == .seeOther)
            #expect(try await Self.granted(opened) == "granted")
        }
    }

    @Test("of somebody who died meanwhile is granted by a person, and nothing is paid after that day", arguments: Engine.available)
    func died(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (_, code) = try await Self.filed(opened, without: "focalizacion", ["cuenta_rut", "yes"])
            let person = try await opened.database.read { try $0.value("SELECT subject FROM procedure_run", as: Int64.self) }
            let recorder = Actor(
                .staff(7_001), assurance: .verified, roles: [Role("persons", [.recordDeaths, .readPersons])],
                scope: Scope(points: .all, institutions: .all, sensitivities: [.ordinary]))
            try await opened.house.deaths.record(
                PersonID(try #require(person)), died: opened.house.clock.today, register: "77", by: recorder,
                once: OnceKey("muerte", scope: "deaths", term: 60_000))
            opened.house.registerDouble.set("focalizacion", .right)
            #expect(try await opened.house.runDesk(isDemonstration: true).verifyProvisional().done == 1)
            #expect(try await Self.granted(opened) == nil, "the system grants nothing to the dead by itself")
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await paula.get("/mesa/casos")
            try await paula.post("/mesa/casos/\(code)/tomar")
            try await paula.get("/mesa/casos/\(code)")
            #expect(try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Se+devengó+en+vida."]).status == .seeOther)
            let held = try await opened.database.read { try $0.value("SELECT held FROM procedure_benefit", as: Int.self) }
            #expect(held == opened.house.clock.today.number)
        }
    }

    @Test("leave to read somebody's data is no leave to act for them", arguments: Engine.available)
    func absent(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            let person = PersonID(
                try #require(try await opened.database.read { try $0.value("SELECT subject FROM procedure_run", as: Int64.self) }))
            let desk = try await AttentionJourneyTests.desk(opened, "andres", .agent)
            let root = try await AttentionJourneyTests.find(desk, person).replacing("/mesa/atenciones/", with: "/mesa/tramites/")
            let agent = try #require(
                try await opened.database.read { try $0.value("SELECT MAX(agent) AS n FROM interaction", as: Int64.self) })
            _ = try await opened.database.write { transaction in
                try LeaveDesk().grant(
                    .glass, of: person, to: .staff(agent), until: Instant(milliseconds: transaction.now + 3_600_000), reference: 1,
                    by: OpenedHouse.operators, transaction)
            }
            try await desk.get("\(root)/\(code)/preguntas/forma_pago")
            #expect(desk.text.contains("respuesta"), "with the glass broken it can be read")
            #expect(try await desk.post("\(root)/\(code)/preguntas/forma_pago?r=6", ["respuesta=cuenta_rut"]).status == .forbidden)
            #expect(try await desk.get("\(root)/nuevo/subsidio-familiar").status != .internalServerError)
            let runs = try await opened.database.read { try $0.value("SELECT count(*) FROM procedure_run", as: Int.self) }
            #expect(runs == 1)
            // Nor is a run of another person reached through this attention.
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            let other = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
            let hers = String(other.dropFirst("/mi/tramites/".count).prefix(8))
            #expect(try await desk.get("\(root)/\(hers)").status == .notFound)
        }
    }
}
