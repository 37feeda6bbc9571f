import Catalog
import Civic
import ClaveUnicaSimulator
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestKit
import Testing
import Web

@testable import Identity
@testable import Server

@Suite("Somebody of the staff signs in at their own institution")
struct InstitutionJourneyTests {
    static let camila = "20347878-K"
    static let mail = "20347878@institucion.example"

    /// Goes to the institution as this person of the double, and comes back.
    static func come(_ browser: Browser, as run: String = camila, _ opened: OpenedHouse) async throws -> TestResponse {
        let start = try await browser.get("/mesa/ingresar/institucion?volver=/mesa/cuenta")
        try #require(start.status == .seeOther)
        let provider = try SignedIn.local(try #require(start.headers[.location]))
        let back = try await SignedIn.choose(run, at: provider, opened.client)
        return try await browser.get(back)
    }

    static func refusals(_ opened: OpenedHouse, _ fault: SignInFault) async throws -> Int? {
        try await opened.database.read {
            try $0.value(
                "SELECT COUNT(*) AS n FROM audit WHERE verb = 'entrance.refused' AND object = \(Int64(fault.rawValue))", as: Int.self)
        }
    }

    static func link(_ opened: OpenedHouse, _ staff: Int64, to mail: String = mail) async throws {
        let issuer = try #require(opened.house.entrance(opened.house.double(isDemonstration: true)).institution).provider.issuer
        try await opened.house.staff.link(staff, to: mail, at: issuer, once: OnceKey("\(staff)", scope: "test"), by: OpenedHouse.operators)
    }

    @Test("with the account that an administrator linked on its page, and with the roles of that account", arguments: Engine.available)
    func roundTrip(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let chief = try await StaffJourneyTests.account(opened, "jefa", role: .administrator)
            let made = try await StaffJourneyTests.account(opened, "andres", role: .agent, reach: .point)
            let office = opened.browser()
            _ = try await StaffJourneyTests.begin(office, "jefa", chief.password, opened)
            let page = "/mesa/equipo/\(made.id)"
            try await office.get(page)
            #expect(office.text.contains("Sin vínculo"))

            // Before there is a link the institution's word opens nothing, and the door says whom to ask.
            #expect(try await opened.browser().get("/mesa/ingresar").status == .ok)
            let stranger = opened.browser()
            #expect(try await Self.come(stranger, opened).status == .forbidden && stranger.cookies["session"] == nil)
            #expect(try await Self.refusals(opened, .stranger) == 1)

            try await office.get(page)
            try await office.post(page + "/vinculo", ["cuenta=20347878%40Institucion.example"])
            try await office.get(page)
            #expect(office.text.contains("Todavía no ingresa por ahí"))

            let browser = opened.browser()
            let entered = try await Self.come(browser, opened)
            #expect(entered.status == .seeOther && entered.headers[.location] == "/mesa/cuenta", "\(browser.text.suffix(900))")
            #expect(try await browser.get("/mesa").status == .ok && browser.text.contains("Buscar a una persona"))
            #expect(try await browser.get("/mesa/equipo").status == .forbidden)
            try await office.get(page)
            #expect(office.text.contains("Ya ingresó por ahí"))

            // Without the link the session is over, and there is no way back in.
            try await office.post(page + "/vinculo/quitar")
            #expect(try await browser.get("/mesa").status == .seeOther)
            #expect(try await Self.come(opened.browser(), opened).status == .forbidden)
        }
    }

    @Test("and nobody else: not a closed account, nor whoever is given the same mail later", arguments: Engine.available)
    func others(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let made = try await StaffJourneyTests.account(opened, "andres", role: .agent)
            let other = try await StaffJourneyTests.account(opened, "berta", role: .agent)
            try await Self.link(opened, made.id)
            await #expect(throws: LoginTaken.self) { try await Self.link(opened, other.id) }
            #expect(try await Self.come(opened.browser(), opened).status == .seeOther)
            let signIn = opened.house.staff.signIn
            let issuer = try #require(opened.house.entrance(opened.house.double(isDemonstration: true)).institution).provider.issuer
            #expect(try await signIn.account(StaffSignIn.Claim(issuer: issuer, account: Self.mail, subject: "somebody new")) == nil)
            #expect(try await signIn.account(StaffSignIn.Claim(issuer: "https://otro.example", account: Self.mail, subject: nil)) == nil)
            try await opened.house.staff.close(made.id, by: OpenedHouse.operators)
            #expect(try await Self.come(opened.browser(), opened).status == .forbidden)
        }
    }

    @Test("only after two factors, seen there today", arguments: Engine.available)
    func factors(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let made = try await StaffJourneyTests.account(opened, "andres", role: .agent)
            try await Self.link(opened, made.id)
            for (fault, reason, words) in [
                (Fault.oneFactor, SignInFault.weak, "Falta un segundo paso"), (.longAgo, .stale, "Pasó mucho tiempo"),
            ] {
                _ = try await opened.client.execute(uri: "/simulador/claveunica/falla/\(fault.rawValue)", method: .put)
                let browser = opened.browser()
                #expect(try await Self.come(browser, opened).status == .forbidden && browser.text.contains(words))
                #expect(browser.cookies["session"] == nil)
                #expect(try await Self.refusals(opened, reason) == 1)
            }
            _ = try await opened.client.execute(uri: "/simulador/claveunica/falla/none", method: .put)
            #expect(try await Self.come(opened.browser(), opened).status == .seeOther)
        }
    }

    @Test("begun from a page of ours: another site's link leads to the door and no further", arguments: Engine.available)
    func foreign(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let field = try #require(HTTPField.Name("Sec-Fetch-Site"))
            for (path, door) in [
                ("/mesa/ingresar/institucion?volver=/mesa/cuenta", "/mesa/ingresar?"),
                ("/ingresar/clave?nivel=verificado&volver=/mi", "/ingresar?"),
            ] {
                for (site, isLed) in [("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true)] {
                    let answer = try await opened.client.execute(uri: path, method: .get, headers: [field: site])
                    let location = try #require(answer.headers[.location])
                    #expect(
                        location.hasPrefix(door) != isLed && location.contains("/openid/authorize") == isLed, "\(path) \(site) \(location)")
                }
            }
        }
    }

    @Test("No part of the simulator answers outside of the demonstration", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let paths = [
                "/simulador/claveunica", "/simulador/claveunica/openid/authorize", "/simulador/claveunica/openid/jwks",
                "/simulador/claveunica/openid/token", "/simulador/claveunica/openid/userinfo", "/simulador/claveunica/falla/none",
                "/simulador/claveunica/api/v1/accounts/app/logout", "/simulador/mensajes",
            ]
            let (router, failures) = try opened.house.doorways(
                PageCache(), visits: Visits(), tallies: Tallies(), news: Newsroom(opened.house), measures: PrometheusRegistry(),
                isDemonstration: false)
            let site = Site(router, failures: failures, settings: opened.house.settings, log: opened.house.log)
            try await site.application().test(.router) { client async throws in
                for path in paths {
                    for method in [HTTPRequest.Method.get, .post, .put] {
                        #expect(try await client.execute(uri: path, method: method).status == .notFound, "\(method) \(path)")
                    }
                }
                #expect(try await client.execute(uri: "/ingresar", method: .get).status == .ok)
            }
        }
    }
}
