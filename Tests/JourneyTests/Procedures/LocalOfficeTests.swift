import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

/// What an office of each comuna decides: a family subsidy is granted by the municipality of the household's comuna (Ley 18.020).
@Suite("A service that each comuna decides")
struct LocalOfficeTests {
    private static func filed(_ opened: OpenedHouse) async throws -> (person: Browser, code: String) {
        let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
        let path = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
        _ = try await ProcedureJourneyTests.answer(camila, path, "yes")
        let filed = try await ProcedureJourneyTests.file(camila)
        return (camila, String(filed.dropFirst("/mi/tramites/".count).prefix(8)))
    }

    /// Somebody of an institution who decides, at a point of service or at none.
    private static func official(_ opened: OpenedHouse, _ login: String, of institution: String, point: Int64?) async throws -> Browser {
        let made = try await opened.house.staff.create(
            NewAccount(
                login: try #require(StaffLogin(login)), name: World.Agent.name, institution: institution, post: "Encargada", point: point),
            by: OpenedHouse.operators)
        try await opened.house.staff.give(
            try #require(NewRole(.supervisor, .institution)), to: made.id, by: OpenedHouse.operators)
        let browser = opened.browser()
        _ = try await StaffJourneyTests.begin(browser, login, try #require(made.password), opened)
        return browser
    }

    @Test("waits at the office of the person's comuna, whoever received it, and nowhere else", arguments: Engine.available)
    func local(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (camila, code) = try await Self.filed(opened)
            #expect(camila.text.contains("Municipalidad de Santiago"), "her page says who decides")
            let others = [
                try await Self.official(opened, "ips", of: "IPS", point: 1), try await Self.official(opened, "norte", of: "MUNI", point: 3),
                try await Self.official(opened, "central", of: "MUNI", point: nil),
            ]
            for other in others {
                try await other.get("/mesa/casos")
                #expect(!other.text.contains(code) && other.text.contains("No hay casos por resolver"))
                #expect(try await other.get("/mesa/casos/\(code)").status == .notFound)
            }
            let mayor = try await Self.official(opened, "alcaldesa", of: "MUNI", point: 1)
            try await mayor.get("/mesa/casos")
            #expect(try await mayor.post("/mesa/casos/\(code)/tomar").status == .seeOther)
            try await mayor.get("/mesa/casos/\(code)")
            let granted = try await mayor.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Cumple+las+reglas.", "firma=alcaldia"])
            #expect(granted.status == .seeOther)
            for other in others {
                try await other.get("/mesa/casos")
                #expect(!other.text.contains("Resueltos sin notificar"))
            }
            try await mayor.get("/mesa/casos")
            #expect(mayor.text.contains("Resueltos sin notificar"))
            let camila2 = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            if let paper = try await ProofJourneyTests.paper(camila2, code) { #expect(paper.contains("Municipalidad de Santiago")) }
        }
    }

    @Test(
        "waits for any of its officials while no register says in which comuna, and goes to the right one then", arguments: Engine.available
    )
    func unknown(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await PendingJourneyTests.unheard(opened).code
            let north = try await Self.official(opened, "norte", of: "MUNI", point: 3)
            try await north.get("/mesa/casos")
            #expect(north.text.contains("/mesa/casos/\(code)/tomar"))
            opened.house.registerDouble.set("hogares", .right)
            opened.clock.move(byMilliseconds: 1)
            #expect(try await opened.house.runDesk(isDemonstration: true).verifyProvisional().done == 1)
            try await north.get("/mesa/casos")
            #expect(!north.text.contains("/mesa/casos/\(code)/tomar"), "it belongs to Santiago")
            let mayor = try await Self.official(opened, "alcaldesa", of: "MUNI", point: 1)
            try await mayor.get("/mesa/casos")
            #expect(mayor.text.contains("/mesa/casos/\(code)/tomar"))
        }
    }

    @Test("whoever has it in hand when the comuna comes to be known keeps it until they hand it back", arguments: Engine.available)
    func moved(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await PendingJourneyTests.unheard(opened).code
            let north = try await Self.official(opened, "norte", of: "MUNI", point: 3)
            try await north.get("/mesa/casos")
            try await north.post("/mesa/casos/\(code)/tomar")
            opened.house.registerDouble.set("hogares", .right)
            try await north.get("/mesa/casos/\(code)")
            try await north.post("/mesa/casos/\(code)/preguntar")
            #expect(try await north.get("/mesa/casos/\(code)").status == .ok)
            #expect(try await north.post("/mesa/casos/\(code)/devolver", ["devolucion=Es+de+Santiago."]).status == .seeOther)
            try await north.get("/mesa/casos")
            #expect(!north.text.contains(code), "it is Santiago's now")
        }
    }

    @Test("nobody needs a point of service to decide what is decided for the whole country", arguments: Engine.available)
    func pointless(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await ProofJourneyTests.filed(opened)
            let lawyer = try await Self.official(opened, "abogada", of: "IPS", point: nil)
            try await lawyer.get("/mesa/casos")
            #expect(try await lawyer.post("/mesa/casos/\(code)/tomar").status == .seeOther)
            #expect(try await lawyer.get("/mesa/casos/\(code)").status == .ok)
            #expect(lawyer.text.contains("12 años"))
            let refused = try await lawyer.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Faltan+años+de+residencia."])
            #expect(refused.status == .seeOther)
        }
    }
}
