import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import TestKit
import Testing
import Web

@testable import Server

@Suite("A person at several browsers")
struct OwnSessionJourneyTests {
    @Test("sees where they are signed in, and closes one, the others, or all", arguments: Engine.available)
    func sessions(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let (second, third) = (try await OwnJourney.signIn(own.rosa, own.house), try await OwnJourney.signIn(own.rosa, own.house))
            let text = try await own.text("/mi/sesiones")
            #expect(text.components(separatedBy: "Chrome en Android").count == 4 && text.contains("Es esta"))
            let one = try #require(text.firstMatch(of: #/action="(\/mi\/sesiones\/\d+\/cerrar)"/#).map { String($0.1) })
            _ = try await own.send([], to: one, from: "/mi/sesiones")
            #expect(try await own.get("/mi", as: third).status == .seeOther, "the newest stands first")
            #expect(try await own.get("/mi", as: second).status == .ok)
            _ = try await own.send([], to: "/mi/sesiones/otras", from: "/mi/sesiones")
            #expect(try await own.get("/mi", as: second).status == .seeOther)
            let all = try await own.send([], to: "/mi/sesiones/todas", from: "/mi/sesiones")
            #expect(all.headers[.location] == "/" && all.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await own.get("/mi").status == .seeOther)
        }
    }

    @Test("can't close a session of somebody else", arguments: Engine.available)
    func foreign(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let other = try await own.database.write {
                try PeopleDesk(keyring: World.keyring).register(Registration(), by: .anonymous, $0)
            }
            let cookie = try await OwnJourney.signIn(other, own.house)
            let theirs = try #require(try await own.house.sessions.open(of: .citizen(other)).first)
            let mine = try #require(try await own.house.sessions.open(of: .citizen(own.rosa)).first)
            try await own.house.sessions.close(theirs.id, of: mine)
            #expect(try await own.get("/mi", as: cookie).status == .ok)
        }
    }

    @Test("who is protected has a quick way out on every page, which ends the session; nobody else's page can use it")
    func quickExit() async throws {
        let exit = ["QUICK_EXIT": "https://www.meteochile.gob.cl/"]
        try await OwnJourney.open(on: .sqlite, isProtected: true, environment: exit) { own in
            for path in ["/mi", "/mi/datos", "/mi/quien-vio", "/mi/avisos", "/mi/sesiones", "/mi/datos/contactos"] {
                #expect(try await own.text(path).contains("href=\"/mi/salir-rapido\""), "\(path)")
            }
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            #expect(try await own.get("/mi/salir-rapido", headers: [site: "cross-site"]).headers[.setCookie] == nil)
            #expect(try await own.get("/mi").status == .ok)
            let out = try await own.get("/mi/salir-rapido", headers: [site: "same-origin"])
            #expect(out.status == .seeOther && out.headers[.location] == "https://www.meteochile.gob.cl/")
            #expect(try await own.get("/mi").status == .seeOther)
        }
        try await OwnJourney.open(on: .sqlite) { own in
            let text = try await own.text("/mi")
            #expect(!text.contains("salir-rapido"))
        }
    }
}
