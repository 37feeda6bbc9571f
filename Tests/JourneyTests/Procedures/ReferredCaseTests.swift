import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Ports
import Procedures
import Storage
import TestKit
import Testing

@testable import Server

/// A case goes to the institution that it belongs to, whoever was asked (Ley 19.880, art. 14).
@Suite("A case that belongs to another institution")
struct ReferredCaseTests {
    private static func filed(_ opened: OpenedHouse) async throws -> String {
        let rosa = try await ProcedureJourneyTests.citizen(opened)
        var path = try await ProcedureJourneyTests.begin(rosa, "reclamo-ciudadano")
        for answer in ["otra_institucion", "Serviu"] { path = try await ProcedureJourneyTests.answer(rosa, path, answer) }
        let day = try #require(rosa.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
        path = try await ProcedureJourneyTests.follow(
            rosa,
            try await rosa.post(
                day.replacing("&amp;", with: "&"), ["respuesta-day=2", "respuesta-month=11", "respuesta-year=2026"]))
        path = try await ProcedureJourneyTests.answer(rosa, path, "No+me+responden+el+subsidio.")
        path = try await ProcedureJourneyTests.file(rosa)
        return String(path.dropFirst("/mi/tramites/".count).prefix(8))
    }

    private static func get(_ opened: OpenedHouse, _ token: String?, _ path: String) async throws -> (HTTPResponse.Status, String) {
        let headers: HTTPFields = token.map { [.authorization: "Bearer \($0)"] } ?? [:]
        let answer = try await opened.client.execute(uri: "/api/referred-cases/\(path)", method: .get, headers: headers)
        return (answer.status, String(buffer: answer.body))
    }

    private static func token(_ opened: OpenedHouse, _ institution: String) async throws -> String {
        try await opened.house.programDesk.add(institution: institution, name: "Reclamos", days: 30, by: OpenedHouse.operators).token
    }

    @Test("is sent there with what was said; its person has a receipt and is told when it arrives", arguments: Engine.available)
    func referred(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.filed(opened)
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await paula.get("/mesa/casos")
            try await paula.post("/mesa/casos/\(code)/tomar")
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("/mesa/casos/\(code)/derivar\""))
            try await paula.get("/mesa/casos/\(code)/derivar")
            let there = try #require(
                paula.text.matches(of: #/<option value="([^"]+)">/#).map { String($0.1) }.first { $0 != "IPS" && !$0.isEmpty })
            let nowhere = try await paula.post("/mesa/casos/\(code)/derivar", ["institucion=", "motivo=Es+suyo."])
            #expect(nowhere.status == .unprocessableContent && paula.text.contains("Es suyo."))
            let same = try await paula.post("/mesa/casos/\(code)/derivar", ["institucion=IPS", "motivo=Es+suyo."])
            #expect(same.status == .unprocessableContent, "not to the one that was asked")
            try await paula.get("/mesa/casos/\(code)/derivar")
            let sent = try await paula.post("/mesa/casos/\(code)/derivar", ["institucion=\(there)", "motivo=El+subsidio+es+suyo."])
            #expect(sent.headers[.location] == "/mesa/casos")
            #expect(try await paula.get("/mesa/casos/\(code)").status != .ok, "it left her hands")

            let rosa = try await ProcedureJourneyTests.citizen(opened)
            try await rosa.get("/mi/tramites/\(code)")
            for said in [
                "No tiene que empezar de nuevo", "Todavía no avisa que lo recibió", "El subsidio es suyo.", "Constancia de derivación",
            ] {
                #expect(rosa.text.contains(said), "\(said)")
            }
            let program = try await Self.token(opened, there)
            #expect(try await Self.get(opened, nil, there).0 == .unauthorized)
            let stranger = try await Self.token(opened, "IPS")
            #expect(try await Self.get(opened, stranger, there).0 == .forbidden)
            #expect(try await Self.get(opened, stranger, "IPS/\(code)").0 == .notFound, "it is not theirs any more")
            let (listed, list) = try await Self.get(opened, program, there)
            #expect(listed == .ok && list.contains(code) && list.contains("\"isReceived\":false"))
            #expect(!list.contains("Rosa") && !list.contains("subsidio"), "a list tells nothing of persons")
            let (taken, whole) = try await Self.get(opened, program, "\(there)/\(code)")
            #expect(taken == .ok)
            for said in ["Rosa", "12.345.678-5", "No me responden el subsidio.", "El subsidio es suyo."] {
                #expect(whole.contains(said), "\(said)")
            }
            _ = try await Self.get(opened, program, "\(there)/\(code)")
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Lo recibió el") && rosa.text.matches(of: #/La institución lo recibió/#).count == 1)
            try await rosa.get("/mi/quien-vio")
            #expect(rosa.text.contains("Para responder un trámite suyo que le pasaron"), "each look leaves its trace")
            let signed = try await opened.house.runDesk(isDemonstration: true).reversals.month(Month(of: opened.house.clock.today).number)
            #expect(signed.decided == 0, "nothing was decided by it")
        }
    }

    @Test("is not passed on where its service decides alone", arguments: Engine.available)
    func kept(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await ProofJourneyTests.filed(opened)
            let paula = try await ProofJourneyTests.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            #expect(!paula.text.contains("/derivar\""))
            #expect(try await paula.get("/mesa/casos/\(code)/derivar").status == .notFound)
        }
    }
}
