import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

@Suite("Somebody of the staff comes to work")
struct StaffJourneyTests {
    static let own = "clave=cuatro+lluvias+sin+paraguas"

    /// A new account with the password that was shown once.
    static func account(
        _ opened: OpenedHouse, _ login: String, role: StaffRole? = nil, reach: StaffReach = .network, institution: String = "IPS"
    ) async throws -> (
        id: Int64, password: String
    ) {
        let made = try await opened.house.staff.create(
            NewAccount(
                login: try #require(StaffLogin(login)), name: World.Agent.name, institution: institution, post: "Agente",
                point: World.Branch.id),
            by: OpenedHouse.operators)
        if let role {
            try await opened.house.staff.give(
                try #require(NewRole(role, reach, point: reach == .point ? 1 : nil)), to: made.id, by: OpenedHouse.operators)
        }
        return (made.id, try #require(made.password))
    }

    /// The first sign-in, from the one-time password to the session. Gives back the second factor and the recovery codes.
    static func begin(_ browser: Browser, _ login: String, _ password: String, _ opened: OpenedHouse) async throws -> (
        code: TimeCode, recovery: [String]
    ) {
        try await browser.get("/mesa/ingresar?volver=/mesa/equipo")
        let first = try await browser.post("/mesa/ingresar?volver=/mesa/equipo", ["cuenta=\(login)", "clave=\(password)"])
        #expect(first.headers[.location] == "/mesa/ingresar/clave?volver=/mesa/equipo")
        #expect(browser.cookies["session"] == nil, "a one-time password opens nothing")
        try await browser.get("/mesa/ingresar/clave?volver=/mesa/equipo")
        let chosen = try await browser.post(
            "/mesa/ingresar/clave?volver=/mesa/equipo",
            ["clave-nueva=cuatro+lluvias+sin+paraguas", "clave-otra-vez=cuatro+lluvias+sin+paraguas"])
        #expect(chosen.headers[.location] == "/mesa/ingresar/segundo-paso?volver=/mesa/equipo")
        try await browser.get("/mesa/ingresar/segundo-paso?volver=/mesa/equipo")
        let secret = try #require(browser.text.firstMatch(of: #/secret=([A-Z2-7]+)/#).map { String($0.1) })
        let code = try #require(TimeCode(stored: secret))
        let done = try await browser.post(
            "/mesa/ingresar/segundo-paso?volver=/mesa/equipo", ["codigo=\(code.code(at: TimeCode.step(at: opened.clock.now())))"])
        #expect(done.status == .ok && browser.cookies["session"] != nil && browser.cookies["entry"] == nil)
        let codes = browser.text.matches(of: #/<li><code>([A-Z2-7 ]+)<\/code>/#).map { String($0.1) }
        #expect(codes.count == 8)
        return (code, codes)
    }

    @Test("chooses a password and a second step at the first sign-in, and then both are asked each time", arguments: Engine.available)
    func firstDay(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let made = try await Self.account(opened, "andres", role: .administrator)
            let browser = opened.browser()
            let (code, recovery) = try await Self.begin(browser, "Andres", made.password, opened)
            #expect(try await browser.get("/mesa/equipo").status == .ok)

            // The one-time password is worth nothing any more, and a code is good once.
            let other = opened.browser()
            try await other.get("/mesa/ingresar")
            #expect(try await other.post("/mesa/ingresar", ["cuenta=andres", "clave=\(made.password)"]).status == .unprocessableContent)
            try await other.get("/mesa/ingresar")
            let second = try await other.post("/mesa/ingresar", ["cuenta=andres", Self.own])
            #expect(second.headers[.location] == "/mesa/ingresar/codigo" && other.cookies["session"] == nil)
            try await other.get("/mesa/ingresar/codigo")
            let used = code.code(at: TimeCode.step(at: opened.clock.now()))
            #expect(try await other.post("/mesa/ingresar/codigo", ["codigo=\(used)"]).status == .unprocessableContent)
            opened.clock.move(byMilliseconds: 30_000)
            let now = code.code(at: TimeCode.step(at: opened.clock.now()))
            #expect(try await other.post("/mesa/ingresar/codigo", ["codigo=\(now)"]).headers[.location] == "/mesa")
            #expect(try await other.get("/mesa").status == .ok && other.text.contains(World.Agent.name))

            // A recovery code is good once too.
            for expected in [true, false] {
                let third = opened.browser()
                try await third.get("/mesa/ingresar")
                try await third.post("/mesa/ingresar", ["cuenta=andres", Self.own])
                try await third.get("/mesa/ingresar/recuperacion")
                let answer = try await third.post(
                    "/mesa/ingresar/recuperacion", ["codigo=" + recovery[0].lowercased().replacing(" ", with: "+")])
                #expect((answer.headers[.location] == "/mesa") == expected)
            }
        }
    }

    @Test("is told the same whether the account exists or not, and leaves events without what was typed", arguments: Engine.available)
    func unknown(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            _ = try await Self.account(opened, "andres")
            var answers: [String] = []
            for login in ["andres", "nadie", "Rosa+%C3%91+%3Cb%3E"] {
                let browser = opened.browser()
                try await browser.get("/mesa/ingresar")
                let answer = try await browser.post("/mesa/ingresar", ["cuenta=\(login)", "clave=lo+que+sea+que+no+es"])
                #expect(answer.status == .unprocessableContent && browser.cookies.isEmpty)
                answers.append(browser.text.replacing(#/name="token" value="[^"]+"/#, with: "").replacing(#/value="[^"]*"/#, with: ""))
            }
            #expect(Set(answers).count == 1)
            let events = try await opened.database.read { snapshot in
                try snapshot.all("SELECT verb, object, detail FROM audit WHERE verb = 'staff.signInFailed' ORDER BY id") {
                    ($0.cells.count, try $0["object"] as Int64?, try $0["detail"] as [UInt8]?)
                }
            }
            #expect(events.count == 3 && events.allSatisfy { $0.2 == nil } && events.filter { $0.1 != nil }.count == 1)
        }
    }

    @Test("waits longer and longer after wrong passwords, but never where they got in before", arguments: Engine.available)
    func brake(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let made = try await Self.account(opened, "andres")
            let desk = opened.browser()
            let (code, _) = try await Self.begin(desk, "andres", made.password, opened)
            desk.carry("session", nil)
            let stranger = opened.browser()
            var waits: [Int] = []
            for _ in 0..<30 {
                try await stranger.get("/mesa/ingresar")
                let answer = try await stranger.post("/mesa/ingresar", ["cuenta=andres", "clave=una+clave+cualquiera"])
                guard answer.status == .tooManyRequests else { continue }
                let seconds = Int(try #require(answer.headers[.retryAfter])) ?? 0
                waits.append(seconds)
                opened.clock.move(byMilliseconds: Int64(seconds) * 1000)
            }
            #expect(waits.count > 5 && waits.prefix(6).elementsEqual([15, 30, 60, 120, 240, 480]) && (waits.last ?? 0) <= 900)

            // Even the right password must wait there now; where they got in before, it does not.
            try await stranger.get("/mesa/ingresar")
            try await stranger.post("/mesa/ingresar", ["cuenta=andres", "clave=una+clave+cualquiera"])
            try await stranger.get("/mesa/ingresar")
            #expect(try await stranger.post("/mesa/ingresar", ["cuenta=andres", Self.own]).status == .tooManyRequests)
            try await desk.get("/mesa/ingresar")
            #expect(try await desk.post("/mesa/ingresar", ["cuenta=andres", Self.own]).headers[.location] == "/mesa/ingresar/codigo")
            try await desk.get("/mesa/ingresar/codigo")
            let now = code.code(at: TimeCode.step(at: opened.clock.now()))
            #expect(try await desk.post("/mesa/ingresar/codigo", ["codigo=\(now)"]).headers[.location] == "/mesa")
        }
    }

    @Test(
        "ends with the account: closing it closes its sessions in the same act, and reopening gives none back", arguments: Engine.available)
    func closing(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let chief = try await Self.account(opened, "jefa", role: .administrator)
            let agent = try await Self.account(opened, "andres", role: .auditor)
            let (browser, other) = (opened.browser(), opened.browser())
            _ = try await Self.begin(browser, "jefa", chief.password, opened)
            _ = try await Self.begin(other, "andres", agent.password, opened)
            #expect(try await other.get("/mesa/cuenta").status == .ok)
            try await browser.get("/mesa/equipo/\(agent.id)")
            #expect(try await browser.post("/mesa/equipo/\(agent.id)/cerrar").status == .seeOther)
            #expect(try await other.get("/mesa/cuenta").headers[.location]?.hasPrefix("/mesa/ingresar") == true)
            try await browser.get("/mesa/equipo/\(agent.id)")
            #expect(try await browser.post("/mesa/equipo/\(agent.id)/reabrir").status == .seeOther)
            #expect(try await other.get("/mesa/cuenta").headers[.location]?.hasPrefix("/mesa/ingresar") == true)
        }
    }

    @Test("gives roles to others and never to oneself", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let chief = try await Self.account(opened, "jefa", role: .administrator)
            let agent = try await Self.account(opened, "andres")
            let browser = opened.browser()
            _ = try await Self.begin(browser, "jefa", chief.password, opened)
            try await browser.get("/mesa/equipo/\(agent.id)")
            let given = try await browser.post(
                "/mesa/equipo/\(agent.id)/roles",
                ["rol=supervisor", "alcance=point", "punto=1", "materias=1", "hasta-day=24", "hasta-month=11", "hasta-year=2026"])
            #expect(given.status == .seeOther)
            let actor = try #require(try await opened.house.staff.actor(agent.id))
            #expect(actor.may(.writePersons, .init(point: 1, sensitivity: .health)))
            #expect(!actor.may(.writePersons, .init(point: 2)) && !actor.may(.writePersons, .init(point: 1, sensitivity: .violence)))
            opened.clock.move(byMilliseconds: 2 * 86_400_000)
            #expect(try await opened.house.staff.actor(agent.id)?.maySomewhere(.writePersons) == false, "its last day has passed")

            let back = opened.browser()
            try await back.get("/mesa/ingresar")
            let own = try #require(try await opened.house.staff.actor(chief.id))
            await #expect(throws: OwnAccount.self) {
                try await opened.house.staff.give(try #require(NewRole(.agent, .network)), to: chief.id, by: own)
            }
            await #expect(throws: OwnAccount.self) { try await opened.house.staff.close(chief.id, by: own) }
        }
    }
}
