import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@Suite("A person signs in through the provider, and out again")
struct SignInJourneyTests {
    static func open(
        on engine: Engine, _ body: @escaping @Sendable (any TestClientProtocol, Database) async throws -> Void
    ) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            try await body(client, database)
        }
    }

    static func persons(_ database: Database) async throws -> Int? {
        try await database.read { try $0.value("SELECT COUNT(*) AS n FROM person", as: Int.self) }
    }

    @Test("comes back to where they were, and is the same person the next time", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await Self.open(on: engine) { client, database in
            let first = try await SignedIn.person(client, at: "/fichas/102077-pension-garantizada-universal")
            #expect(try await Self.persons(database) == 1)
            let second = try await SignedIn.person(client)
            #expect(try await Self.persons(database) == 1 && first.cookie != second.cookie)
            _ = try await SignedIn.person(client, run: "44444444-4")
            #expect(try await Self.persons(database) == 2)
            let opened = try await database.read {
                try $0.value("SELECT COUNT(*) AS n FROM audit WHERE verb = 'session.opened'", as: Int.self)
            }
            #expect(opened == 3)
        }
    }

    @Test("has a name of two hundred characters, one surname, none, or another script", arguments: Engine.available)
    func names(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _ in
            for run in ["5126663-3", "1000005-K", "10000013-K", "10000004-0"] { _ = try await SignedIn.person(client, run: run) }
        }
    }

    @Test("is told what to do when the answer was taken, forged, doubled, or is another browser's", arguments: Engine.available)
    func forged(engine: Engine) async throws {
        try await Self.open(on: engine) { client, database in
            let visit = try await SignedIn.begin(client, at: "/mi")
            let back = try await SignedIn.choose("12345678-5", at: visit.provider, client)
            let other = try await SignedIn.begin(client, at: "/mi")
            for (path, cookie) in [
                (back, ""), (back, other.cookie), (back, visit.cookie + "x"), (back + "&state=x", visit.cookie),
                (back + "&error=access_denied", visit.cookie), (back + "&c%6Fde=1", visit.cookie), ("/ingresar/vuelta", visit.cookie),
                (back.replacing("state=", with: "state=x"), visit.cookie), (back, visit.cookie + "; " + visit.cookie),
            ] {
                let answer = try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
                #expect(answer.status == .badRequest && answer.headers[values: .setCookie].isEmpty, "\(path) \(cookie)")
                #expect(String(buffer: answer.body).contains("Este ingreso no empezó aquí"))
            }
            let right = try await client.execute(uri: back, method: .get, headers: [.cookie: visit.cookie])
            #expect(right.status == .seeOther)
            let again = try await client.execute(uri: back, method: .get, headers: [.cookie: visit.cookie])
            #expect(again.status == .badRequest && again.headers[values: .setCookie].isEmpty)
            let refused = try await database.read {
                try $0.value("SELECT COUNT(*) AS n FROM audit WHERE verb = 'entrance.refused' AND subject IS NULL", as: Int.self)
            }
            #expect(refused == 10)
        }
    }

    @Test("says no at the provider, and keeps the way back to what was begun", arguments: Engine.available)
    func cancelled(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _ in
            let visit = try await SignedIn.begin(client, at: "/temas")
            let no = visit.provider.replacing("/openid/authorize?", with: "/openid/authorize/negar?")
            let denied = try await client.execute(uri: no, method: .get)
            let back = try #require(denied.headers[.location])
            let answer = try await client.execute(uri: try SignedIn.local(back), method: .get, headers: [.cookie: visit.cookie])
            let text = String(buffer: answer.body)
            #expect(answer.status == .ok && text.contains("href=\"/temas\""))
            #expect(text.contains("volver=/temas") || text.contains("volver=%2Ftemas"), "\(text)")
            #expect(text.contains("tel:101"))
        }
    }

    @Test("had a session before that somebody else knew: it is worth nothing after", arguments: Engine.available)
    func fixed(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _ in
            let planted = try await SignedIn.person(client, run: "44444444-4")
            let visit = try await SignedIn.begin(client, at: "/mi", cookie: planted.cookie)
            let back = try await SignedIn.choose("12345678-5", at: visit.provider, client)
            let end = try await client.execute(
                uri: back, method: .get, headers: [.cookie: "\(visit.cookie); \(planted.cookie)"])
            let mine = SignedIn(cookie: try SignedIn.session(of: end))
            #expect(mine.cookie != planted.cookie)
            #expect(String(buffer: try await planted.get("/ingresar", client).body).contains("Ingresar con ClaveÚnica"))
            #expect(String(buffer: try await mine.get("/ingresar", client).body).contains("Ya ingresó"))
        }
    }

    @Test("says only a RUN where that is enough, whoever it belongs to, and is told nothing", arguments: Engine.available)
    func declared(engine: Engine) async throws {
        try await Self.open(on: engine) { client, database in
            let rosa = try await SignedIn.person(client)
            var answers: [TestResponse] = []
            for run in ["12345678-5", "11111111-1"] {
                let page = try await client.execute(uri: "/ingresar?nivel=declarado&volver=/temas", method: .get)
                let token = try KitFormJourneyTests.token(String(buffer: page.body))
                answers.append(
                    try await KitFormJourneyTests.send(client, ["run=\(run)", token], path: "/ingresar?nivel=declarado&volver=/temas"))
            }
            #expect(answers.map(\.status) == [.seeOther, .seeOther] && answers[0].headers[.location] == answers[1].headers[.location])
            #expect(answers[0].body == answers[1].body && answers.allSatisfy { $0.headers[values: .setCookie].count == 1 })
            // The number that is known was tied to nobody: only the true person is Rosa.
            let said = SignedIn(cookie: try SignedIn.session(of: answers[0]))
            #expect(String(buffer: try await said.get("/ingresar", client).body).contains("no basta con decir el RUN"))
            #expect(try await Self.persons(database) == 3)
            let again = try await SignedIn.person(client)
            #expect(try await Self.persons(database) == 3 && again.cookie != rosa.cookie)
            // A RUN alone is no way in where more is needed.
            let page = try await client.execute(uri: "/ingresar?nivel=declarado", method: .get)
            let token = try KitFormJourneyTests.token(String(buffer: page.body))
            #expect(try await KitFormJourneyTests.send(client, ["run=12345678-5", token], path: "/ingresar").status == .notFound)
        }
    }

    @Test("signs out here and at the provider, or everywhere", arguments: Engine.available)
    func out(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _ in
            let (here, there) = (try await SignedIn.person(client), try await SignedIn.person(client))
            let one = try await here.send(["donde=aqui"], from: "/salir", client)
            #expect(one.headers[.location] == "/salir/clave" && one.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(one.headers[try #require(HTTPField.Name("Clear-Site-Data"))] == "\"cache\"")
            let leaving = try await client.execute(uri: "/salir/clave", method: .get)
            let field = try #require(HTTPField.Name("Refresh"))
            let refresh = try #require(leaving.headers[field])
            let logout = try SignedIn.local(String(refresh.dropFirst("0; url=".count)))
            let back = try await client.execute(uri: logout, method: .get)
            #expect(try SignedIn.local(back.headers[.location] ?? "") == "/salir/listo")
            #expect(String(buffer: try await here.get("/ingresar", client).body).contains("Ingresar con ClaveÚnica"))
            #expect(String(buffer: try await there.get("/ingresar", client).body).contains("Ya ingresó"))
            let third = try await SignedIn.person(client)
            _ = try await third.send(["donde=todas"], from: "/salir", client)
            #expect(String(buffer: try await there.get("/ingresar", client).body).contains("Ingresar con ClaveÚnica"))
            #expect(try await client.execute(uri: "/salir/listo", method: .get).status == .ok)
        }
    }

    @Test("never leaves for another site, whatever the address says")
    func elsewhere() async throws {
        try await Self.open(on: .sqlite) { client, _ in
            for path in ["//example.org", "https://example.org", "/%5Cexample.org", "javascript:alert(1)"] {
                let visit = try await client.execute(uri: "/ingresar/clave?volver=\(path)", method: .get)
                let cookie = try #require(visit.headers[.setCookie]?.prefix { $0 != ";" })
                let provider = try #require(visit.headers[.location])
                let back = try await SignedIn.choose("12345678-5", at: try SignedIn.local(provider), client)
                let end = try await client.execute(uri: back, method: .get, headers: [.cookie: String(cookie)])
                #expect(end.headers[.location] == "/mi", "\(path)")
            }
        }
    }
}
