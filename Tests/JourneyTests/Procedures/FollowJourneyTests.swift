import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import RegisterSimulator
import TestKit
import Testing

@testable import Server

@Suite("A procedure taken up by its code")
struct FollowJourneyTests {
    private static func enter(_ browser: Browser, _ code: String, _ run: String) async throws -> TestResponse {
        try await browser.get("/tramites/seguir")
        return try await browser.post("/tramites/seguir", ["codigo=\(code)", "run=\(run)"])
    }

    @Test("goes on with free questions, shows nothing that was answered, and is filed by whoever signs in", arguments: Engine.available)
    func followed(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
            _ = try await ProcedureJourneyTests.answer(rosa, path, "presencial")
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            let phone = opened.browser()
            for (wrong, run) in [(code, "44444444-4"), ("AAAAAAAA", "12345678-5"), (code, "12345678-4")] {
                #expect(try await Self.enter(phone, wrong, run).status == .unprocessableContent)
            }
            #expect(
                try await phone.get("/tramites/seguir/paso").headers[.location] == "/tramites/seguir", "without a code there is nothing")
            #expect(try await Self.enter(phone, code, "12.345.678-5").headers[.location] == "/tramites/seguir/paso")
            try await phone.get("/tramites/seguir/paso")
            #expect(phone.text.contains("¿En qué comuna") && !phone.text.contains("Rosa") && !phone.text.contains("310.000"))
            let action = try #require(phone.text.firstMatch(of: #/action="([^"]+\/paso\/comuna_pago\?r=\d+)"/#).map { String($0.1) })
            try await phone.post(action, ["respuesta=13101"])
            try await phone.get("/tramites/seguir/paso")
            #expect(phone.text.contains("Declaro que lo que respondí es verdad"), "what was answered is not shown")
            for (question, value) in [("veraz", "yes")] {
                let next = try #require(phone.text.firstMatch(of: #/action="([^"]+\/paso\/[a-z]+\?r=\d+)"/#).map { String($0.1) })
                #expect(next.contains("/paso/\(question)"))
                try await phone.post(next, ["respuesta=\(value)"])
                try await phone.get("/tramites/seguir/paso")
            }
            #expect(phone.text.contains("Falta presentarlo") && phone.text.contains("/mi/tramites/\(code)") && !phone.text.contains("$"))
            #expect(try await phone.get("/mi/tramites/\(code)").status != .ok, "the code opens nothing else")
            let last = try await ProcedureJourneyTests.follow(rosa, try await rosa.get("/mi/tramites/\(code)"))
            #expect(last.hasSuffix("/revisar") && rosa.text.contains("Santiago"))
            try await rosa.get("/mi/quien-vio")
            #expect(rosa.text.contains("Para seguir un trámite con su código"), "that somebody did so with the code is told")
            let lines = rosa.text.components(separatedBy: "<tr>").filter { $0.contains("Para seguir un trámite con su código") }
            #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("Alguien con el código del trámite y su RUN") }, "\(lines)")
            #expect(lines.allSatisfy { $0.contains("En este sitio") && !$0.contains("El sistema") }, "\(lines)")
        }
    }

    @Test("asks no register of somebody who only has a code, and ends after ten tries", arguments: Engine.available)
    func limited(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            opened.house.registerDouble.set("pensiones", .down)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            opened.house.registerDouble.set("pensiones", .right)
            let phone = opened.browser()
            for _ in 0..<9 { _ = try await Self.enter(phone, code, "44444444-4") }
            #expect(try await Self.enter(phone, code, "12345678-5").headers[.location] == "/tramites/seguir/paso")
            #expect(try await Self.enter(phone, code, "12345678-5").status == .tooManyRequests)
        }
    }
}
