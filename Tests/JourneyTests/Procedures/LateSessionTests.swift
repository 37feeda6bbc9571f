import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Procedures
import RegisterSimulator
import Storage
import TestKit
import Testing
import Web

@testable import Server

/// Nobody writes a page twice because a clock ran out.
@Suite("A session that ends while somebody types")
struct LateSessionTests {
    private static let words = "Me+pagaron+dos+meses+menos,+y+nadie+me+explica."
    private static let typed = "Me pagaron dos meses menos, y nadie me explica."

    /// Rosa at the question of what happened.
    private static func asked(_ opened: OpenedHouse) async throws -> (rosa: Browser, path: String) {
        let rosa = try await ProcedureJourneyTests.citizen(opened)
        var path = try await ProcedureJourneyTests.begin(rosa, "reclamo-ciudadano")
        path = try await ProcedureJourneyTests.answer(rosa, path, "pago")
        let action = try #require(rosa.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
        path = try await ProcedureJourneyTests.follow(
            rosa, try await rosa.post(action, ["respuesta-day=3", "respuesta-month=11", "respuesta-year=2026"]))
        #expect(path.hasSuffix("/preguntas/que_paso"))
        return (rosa, path)
    }

    @discardableResult private static func send(_ browser: Browser, _ path: String, _ fields: [String]) async throws -> TestResponse {
        let action = try #require(browser.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
        return try await browser.post(action.replacing("&amp;", with: "&"), fields)
    }

    private static func kept(_ opened: OpenedHouse) async throws -> Int? {
        try await opened.database.read { try $0.value("SELECT count(*) FROM procedure_typed", as: Int.self) }
    }

    /// Longer than a session rests.
    private static func rest(_ opened: OpenedHouse) { opened.clock.move(byMilliseconds: 45 * 60_000) }

    @Test("what was typed is there again after signing in, and is no answer until it is sent", arguments: Engine.available)
    func back(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (rosa, path) = try await Self.asked(opened)
            Self.rest(opened)
            let sent = try await Self.send(rosa, path, ["respuesta=\(Self.words)"])
            let location = try #require(sent.headers[.location])
            #expect(sent.status == .seeOther && location.hasPrefix("/ingresar?") && location.contains("volver=\(path)"))
            #expect(!location.contains("pagaron"), "nothing that was typed is in an address")
            #expect(try await Self.kept(opened) == 1)
            let sealed = try await opened.database.read { try $0.value("SELECT fields FROM procedure_typed", as: [UInt8].self) }
            #expect(!String(decoding: try #require(sealed), as: UTF8.self).contains("pagaron"))
            let again = try await ProcedureJourneyTests.citizen(opened)
            try await again.get(path)
            #expect(again.text.contains(">\(Self.typed)</textarea>") || again.text.contains(Self.typed))
            #expect(again.text.contains("Su sesión terminó mientras escribía"))
            let state = try await opened.database.read { try $0.value("SELECT revision FROM procedure_run", as: Int.self) }
            try await again.get("/mi/derechos/copia.json")
            #expect(again.text.contains(Self.typed), "what is held of a person is in their copy")
            try await again.get(path)
            let next = try await ProcedureJourneyTests.follow(again, try await Self.send(again, path, ["respuesta=\(Self.words)"]))
            #expect(next.hasSuffix("/revisar") && again.text.contains(Self.typed))
            #expect(try await opened.database.read { try $0.value("SELECT revision FROM procedure_run", as: Int.self) } == (state ?? 0) + 1)
            #expect(try await Self.kept(opened) == 0, "and then it waits no more")
        }
    }

    @Test("nobody else finds it, neither in the same browser nor by the code of the run", arguments: Engine.available)
    func others(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (rosa, path) = try await Self.asked(opened)
            Self.rest(opened)
            try await Self.send(rosa, path, ["respuesta=\(Self.words)"])
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            #expect(try await camila.get(path).status == .notFound && !camila.text.contains("pagaron"))
            let phone = opened.browser()
            try await phone.get("/tramites/seguir")
            try await phone.post("/tramites/seguir", ["codigo=\(path.dropFirst("/mi/tramites/".count).prefix(8))", "run=12345678-5"])
            try await phone.get("/tramites/seguir/paso")
            #expect(phone.text.contains("¿Qué pasó") && !phone.text.contains("pagaron"))
        }
    }

    @Test(
        "nothing is kept of a session that somebody ended, of a form of another page, of another's run, or for longer than a day",
        arguments: Engine.available)
    func nothing(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let (rosa, path) = try await Self.asked(opened)
            let page = rosa.text
            let action = try #require(page.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            Self.rest(opened)
            let token = try #require(rosa.token(action))
            // Another's session, even with the token of the right page; and the right session without one.
            try await camila.post(action, ["respuesta=\(Self.words)", "token=\(token)"])
            #expect(try await Self.kept(opened) == 0)
            let bare = opened.browser()
            bare.carry("session", rosa.cookies["session"])
            try await bare.post(action, ["respuesta=\(Self.words)"])
            #expect(try await Self.kept(opened) == 0)
            try await rosa.post(action, ["respuesta=\(Self.words)"])
            #expect(try await Self.kept(opened) == 1)
            opened.clock.move(byMilliseconds: 86_400_001)
            let late = try await ProcedureJourneyTests.citizen(opened)
            try await late.get(path)
            #expect(!late.text.contains("pagaron"))
            try await opened.house.runDesk(isDemonstration: true).sweepTyped()
            #expect(try await Self.kept(opened) == 0)
            // Whoever signs out leaves nothing open.
            try await late.get(path)
            let cookie = late.cookies["session"]
            _ = try await opened.house.sessions.end(
                of: .citizen(
                    PersonID(
                        try #require(try await opened.database.read { try $0.value("SELECT subject FROM procedure_run", as: Int64.self) }))),
                by: OpenedHouse.operators)
            late.carry("session", cookie)
            Self.rest(opened)
            let refused = try await late.post(action, ["respuesta=\(Self.words)"])
            #expect(refused.headers[.location]?.hasPrefix("/ingresar?") == true)
            #expect(try await Self.kept(opened) == 0)
        }
    }

    @Test("a child that was being added is there to be added", arguments: Engine.available)
    func group(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            opened.house.registerDouble.set("familia", .down)
            let camila = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            let path = try await ProcedureJourneyTests.begin(camila, "subsidio-familiar")
            Self.rest(opened)
            try await Self.send(camila, path, ["campo-1=Inés+Soledad", "campo-2=26.000", "campo-3-day=5"])
            let again = try await ProcedureJourneyTests.citizen(opened, run: "20347878-K")
            try await again.get(path)
            #expect(again.text.contains("value=\"Inés Soledad\"") && again.text.contains("value=\"26.000\""), "as it was, right or not")
            #expect(again.text.contains("Su sesión terminó mientras escribía"))
        }
    }
}
