import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestKit
import Testing
import Web

@testable import Identity
@testable import Server

@Suite("Somebody of the staff changes what they sign in with")
struct OwnSecretsJourneyTests {
    private static let new = "clave-nueva=siete+mates+bajo+el+parr%C3%B3n&clave-otra-vez=siete+mates+bajo+el+parr%C3%B3n"

    /// How often the audit has each of these verbs.
    private static func events(_ opened: OpenedHouse, _ verbs: String...) async throws -> [Int] {
        try await opened.database.read { snapshot in
            try verbs.map { try snapshot.value("SELECT COUNT(*) AS n FROM audit WHERE verb = \($0)") ?? 0 }
        }
    }

    /// The code that is good now, after the ones that were used.
    private static func next(_ code: TimeCode, _ opened: OpenedHouse) -> String {
        opened.clock.move(byMilliseconds: 30_000)
        return "codigo=\(code.code(at: TimeCode.step(at: opened.clock.now())))"
    }

    @Test("a password, with the present one and a code of the moment; the other sessions end", arguments: Engine.available)
    func password(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let made = try await StaffJourneyTests.account(opened, "andres")
            let (desk, other) = (opened.browser(), opened.browser())
            let (code, recovery) = try await StaffJourneyTests.begin(desk, "andres", made.password, opened)
            try await other.get("/mesa/ingresar")
            try await other.post("/mesa/ingresar", ["cuenta=andres", StaffJourneyTests.own])
            try await other.get("/mesa/ingresar/codigo")
            try await other.post("/mesa/ingresar/codigo", [Self.next(code, opened)])
            #expect(try await other.get("/mesa/cuenta").status == .ok)

            let path = "/mesa/cuenta/clave"
            try await desk.get(path)
            #expect(desk.text.contains("autocomplete=\"current-password\"") && desk.text.contains("autocomplete=\"new-password\""))
            #expect(desk.text.matches(of: #/type="password"/#).count == 3)
            #expect(!desk.text.contains("onpaste"), "what a keeper of passwords writes is taken")
            let wrong = try await desk.post(path, ["clave=otra+cosa+que+no+es", Self.next(code, opened), Self.new])
            #expect(
                wrong.status == .unprocessableContent && !desk.text.contains("otra cosa que no es"), "what was typed does not come back")
            try await desk.get(path)
            let unproven = try await desk.post(path, [StaffJourneyTests.own, "codigo=000000", Self.new])
            #expect(unproven.status == .unprocessableContent)
            try await desk.get(path)
            let long = String(repeating: "copihue+", count: 26)
            let much = try await desk.post(
                path, [StaffJourneyTests.own, Self.next(code, opened), "clave-nueva=\(long)", "clave-otra-vez=\(long)"])
            #expect(much.status == .unprocessableContent, "more than 200 characters")
            try await desk.get(path)
            let short = try await desk.post(
                path, [StaffJourneyTests.own, Self.next(code, opened), "clave-nueva=mate", "clave-otra-vez=mate"])
            #expect(short.status == .unprocessableContent)
            #expect(try await other.get("/mesa/cuenta").status == .ok)
            try await desk.get(path)
            #expect(
                try await desk.post(path, [StaffJourneyTests.own, Self.next(code, opened), Self.new]).headers[.location] == "/mesa/cuenta")
            #expect(try await desk.get("/mesa/cuenta").status == .ok)
            #expect(try await other.get("/mesa/cuenta").status == .seeOther, "the other session ended with the old password")
            #expect(try await Self.events(opened, "staff.passwordAgainFailed", "staff.passwordChosen") == [1, 2])

            // The telephone is lost: a recovery code stands for it.
            try await desk.get("/mesa/cuenta/codigos")
            let lost = "codigo=" + recovery[1].replacing(" ", with: "+")
            let renewed = try await desk.post(
                "/mesa/cuenta/codigos", ["clave=siete+mates+bajo+el+parr%C3%B3n", lost])
            #expect(renewed.status == .ok && desk.text.matches(of: #/<li><code>/#).count == 8)
            try await desk.get("/mesa/cuenta/codigos")
            let again = try await desk.post("/mesa/cuenta/codigos", ["clave=siete+mates+bajo+el+parr%C3%B3n", lost])
            #expect(again.status == .unprocessableContent, "new codes took the place of all former ones")
        }
    }

    @Test(
        "and a password of one's own has no term, a one-time one has three days; no account comes with the house",
        arguments: Engine.available)
    func terms(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let count = try await opened.database.read { try $0.value("SELECT COUNT(*) AS n FROM staff_account") ?? -1 }
            #expect(count == 0)
            let old = try await StaffJourneyTests.account(opened, "andres")
            _ = try await StaffJourneyTests.begin(opened.browser(), "andres", old.password, opened)
            let late = try await StaffJourneyTests.account(opened, "berta")
            opened.clock.move(byMilliseconds: 3 * 86_400_000)
            func begin(_ login: String, _ password: String) async throws -> HTTPResponse.Status {
                let browser = opened.browser()
                try await browser.get("/mesa/ingresar")
                return try await browser.post("/mesa/ingresar", ["cuenta=\(login)", password]).status
            }
            #expect(try await begin("berta", "clave=\(late.password)") == .unprocessableContent)
            opened.clock.move(byMilliseconds: 2 * 365 * 86_400_000)
            #expect(try await begin("andres", StaffJourneyTests.own) == .seeOther)
        }
    }

    @Test("closes the other sessions with the password, and not without it", arguments: Engine.available)
    func sessions(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let made = try await StaffJourneyTests.account(opened, "andres")
            let (desk, other) = (opened.browser(), opened.browser())
            let (code, _) = try await StaffJourneyTests.begin(desk, "andres", made.password, opened)
            try await other.get("/mesa/ingresar")
            try await other.post("/mesa/ingresar", ["cuenta=andres", StaffJourneyTests.own])
            try await other.get("/mesa/ingresar/codigo")
            try await other.post("/mesa/ingresar/codigo", [Self.next(code, opened)])
            try await desk.get("/mesa/cuenta")
            let wrong = try await desk.post("/mesa/cuenta/sesiones", ["clave=no+es+la+clave"])
            #expect(wrong.status == .unprocessableContent)
            #expect(try await other.get("/mesa/cuenta").status == .ok)
            try await desk.get("/mesa/cuenta")
            #expect(try await desk.post("/mesa/cuenta/sesiones", [StaffJourneyTests.own]).headers[.location] == "/mesa/cuenta")
            #expect(try await other.get("/mesa/cuenta").status == .seeOther)
            #expect(try await desk.get("/mesa/cuenta").status == .ok)
        }
    }

    @Test(
        "begins anew when they lost the password: the second step stays, and how it was made sure is written down",
        arguments: Engine.available)
    func restart(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let chief = try await StaffJourneyTests.account(opened, "jefa", role: .administrator)
            let agent = try await StaffJourneyTests.account(opened, "andres")
            let (browser, desk) = (opened.browser(), opened.browser())
            _ = try await StaffJourneyTests.begin(browser, "jefa", chief.password, opened)
            let (code, recovery) = try await StaffJourneyTests.begin(desk, "andres", agent.password, opened)
            let (account, path) = ("/mesa/equipo/\(agent.id)", "/mesa/equipo/\(agent.id)/clave")
            try await browser.get(account)
            #expect(try await browser.post(path, ["perdio=clave"]).status == .unprocessableContent, "how was it made sure?")
            #expect(try await desk.get("/mesa/cuenta").status == .ok)
            try await browser.get(account)
            #expect(try await browser.post(path, ["perdio=clave", "prueba=jefatura"]).status == .ok)
            let shown = try #require(browser.text.firstMatch(of: #/<p><code>([^<]+)<\/code><\/p>/#).map { String($0.1) })
            #expect(try await desk.get("/mesa/cuenta").status == .seeOther, "no session stays")
            #expect(try await Self.events(opened, "staff.restartedBySuperior", "staff.secondFactorTaken") == [1, 0])

            let again = opened.browser()
            try await again.get("/mesa/ingresar")
            try await again.post("/mesa/ingresar", ["cuenta=andres", "clave=\(shown)"])
            try await again.get("/mesa/ingresar/clave")
            let chosen = try await again.post("/mesa/ingresar/clave", [Self.new])
            #expect(chosen.headers[.location] == "/mesa/ingresar/codigo", "the code of the telephone that they have")
            try await again.get("/mesa/ingresar/codigo")
            #expect(try await again.post("/mesa/ingresar/codigo", [Self.next(code, opened)]).headers[.location] == "/mesa")

            try await browser.get(account)
            #expect(try await browser.post(path, ["perdio=todo", "prueba=video"]).status == .ok)
            #expect(try await Self.events(opened, "staff.restartedByVideo", "staff.secondFactorTaken") == [1, 1])
            #expect(recovery.count == 8)
            let left = try await opened.database.read {
                try $0.value("SELECT COUNT(*) AS n FROM staff_recovery WHERE staff = \(agent.id)") ?? -1
            }
            #expect(left == 0)
        }
    }

    @Test("and each sign-in says in the audit by which factor, good and wrong", arguments: Engine.available)
    func factors(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let made = try await StaffJourneyTests.account(opened, "andres")
            let (code, recovery) = try await StaffJourneyTests.begin(opened.browser(), "andres", made.password, opened)
            for (step, field) in [
                ("codigo", "codigo=000000"), ("codigo", Self.next(code, opened)),
                ("recuperacion", "codigo=" + recovery[0].replacing(" ", with: "+")),
            ] {
                let browser = opened.browser()
                try await browser.get("/mesa/ingresar")
                try await browser.post("/mesa/ingresar", ["cuenta=andres", StaffJourneyTests.own])
                try await browser.get("/mesa/ingresar/" + step)
                try await browser.post("/mesa/ingresar/" + step, [field])
            }
            let counts = try await Self.events(
                opened, "staff.codeFailed", "staff.codeAccepted", "staff.recoveryAccepted", "staff.secondFactorChosen")
            #expect(counts == [1, 1, 1, 1])
        }
    }

    @Test("and an operator ends the sessions of one, of the staff, or of everybody", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let made = try await StaffJourneyTests.account(opened, "andres")
            let desk = opened.browser()
            let (code, _) = try await StaffJourneyTests.begin(desk, "andres", made.password, opened)
            let rosa = try await SignedIn.person(opened.client)
            let sessions = opened.house.sessions
            #expect(try await sessions.end(of: .staff(made.id + 1), by: OpenedHouse.operators) == 0)
            #expect(try await desk.get("/mesa/cuenta").status == .ok)
            #expect(try await sessions.endEverybody(onlyStaff: true, by: OpenedHouse.operators) == 1)
            #expect(try await desk.get("/mesa/cuenta").status == .seeOther)
            #expect(try await rosa.get("/mi", opened.client).status == .ok)
            try await desk.get("/mesa/ingresar")
            try await desk.post("/mesa/ingresar", ["cuenta=andres", StaffJourneyTests.own])
            try await desk.get("/mesa/ingresar/codigo")
            try await desk.post("/mesa/ingresar/codigo", [Self.next(code, opened)])
            #expect(try await sessions.endEverybody(onlyStaff: false, by: OpenedHouse.operators) == 2)
            #expect(try await desk.get("/mesa/cuenta").status == .seeOther)
            #expect(try await rosa.get("/mi", opened.client).status == .seeOther)
        }
    }
}
