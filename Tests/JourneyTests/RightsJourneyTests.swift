import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing
import Web

@testable import Server

@Suite("A person asks for what is theirs")
struct RightsJourneyTests {
    /// Rosa, signed in with her State identity: her id and the cookie of her browser.
    static func rosa(_ database: Database) async throws -> (person: PersonID, headers: HTTPFields) {
        let person = try await database.write { transaction in
            let people = PeopleDesk(keyring: World.keyring)
            let rosa = try people.register(
                Registration(name: PersonName(given: "Rosa Elena", first: "Muñoz", second: "Ñancupil")), by: .anonymous, transaction)
            if let run = RUN(World.Citizen.run) { try people.add(.run(run), to: rosa, evidence: "srcei", by: .anonymous, transaction) }
            return rosa
        }
        return (person, try await signedIn(.citizen(person), database))
    }

    static func signedIn(_ identity: Actor.Identity, _ database: Database) async throws -> HTTPFields {
        let sessions = Sessions(
            database, keyring: World.keyring, terms: .init(idle: 30 * 60_000, whole: 12 * 3_600_000), isSecure: false,
            clock: Clock { Instant(milliseconds: TestClock.monday) })
        let request = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"), body: RequestBody(buffer: ByteBuffer()))
        let cookie = try await sessions.open(for: identity, assurance: .verified, at: request).setCookie
        return [.cookie: String(cookie.prefix { $0 != ";" })]
    }

    static func post(
        _ client: any TestClientProtocol, _ path: String, _ fields: [String], _ headers: HTTPFields
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: fields.joined(separator: "&")))
    }

    static func traces(of person: PersonID, _ database: Database) async throws -> [Trace] {
        try await database.read { try PeopleDesk(keyring: World.keyring).traces(of: person, verb: .read, limit: 50, $0) }
    }

    @Test(
        "asks for a copy of everything, and has it at once as a page and as a file, with one line of the trace each",
        arguments: Engine.available)
    func copy(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let (person, headers) = try await Self.rosa(database)
            let page = try await client.execute(uri: "/mi/derechos/copia", method: .get, headers: headers)
            let text = String(buffer: page.body)
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store" && text.contains("Copia de todo lo que guardamos"))
            #expect(try await Self.traces(of: person, database).map(\.purpose) == ["trace.purpose.rightsCopy"])
            let file = try await client.execute(uri: "/mi/derechos/copia.json", method: .get, headers: headers)
            let read = try #require(try JSONSerialization.jsonObject(with: Data(String(buffer: file.body).utf8)) as? [String: Any])
            #expect(read["format"] as? String == "ventanilla-personal-copy/1" && read["made"] as? String == "2026-11-23T12:00:00Z")
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(!String(buffer: file.body).contains("\(person.number)"), "no id of ours goes out")
            #expect(try await Self.traces(of: person, database).count == 2)
        }
    }

    @Test("and nobody else has it: not without signing in, not on a telephone's word", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            for path in [
                "/mi/derechos", "/mi/derechos/copia", "/mi/derechos/copia.json", "/mi/derechos/nueva", "/mi/derechos/consentimientos",
            ] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .seeOther && answer.headers[.location]?.hasPrefix("/ingresar?nivel=verificado") == true, "\(path)")
            }
            for path in ["/mesa/derechos", "/mesa/derechos/nueva"] {
                #expect(try await client.execute(uri: path, method: .get).status == .seeOther, "\(path)")
            }
        }
    }

    @Test("asks to be corrected, gets a code and a clock, and follows it", arguments: Engine.available)
    func request(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let (person, headers) = try await Self.rosa(database)
            let form = try await client.execute(uri: "/mi/derechos/nueva?derecho=rectification", method: .get, headers: headers)
            let token = try KitFormJourneyTests.token(String(buffer: form.body))
            let empty = try await Self.post(client, "/mi/derechos/nueva", ["derecho=rectification", token], headers)
            #expect(empty.status == .unprocessableContent && String(buffer: empty.body).contains("href=\"#palabras\""))
            let sent = try await Self.post(
                client, "/mi/derechos/nueva", ["derecho=rectification", "palabras=Mi+segundo+apellido", token], headers)
            let place = try #require(sent.headers[.location])
            #expect(sent.status == .seeOther && place.contains(#/^\/mi\/derechos\/[2-9A-Z]{8}$/#))
            let page = try await client.execute(uri: place, method: .get, headers: headers)
            let text = String(buffer: page.body)
            #expect(text.contains("Mi segundo apellido") && text.contains("Faltan 2 días: el plazo termina el 25 de noviembre de 2026"))
            let list = try await client.execute(uri: "/mi/derechos", method: .get, headers: headers)
            #expect(String(buffer: list.body).contains(place))
            #expect(try await Self.traces(of: person, database).map(\.purpose) == ["trace.purpose.rightsOwn"], "the list opens nothing")
            let other = try await Self.signedIn(
                .citizen(try await database.write { try PeopleDesk(keyring: World.keyring).register(Registration(), by: .anonymous, $0) }),
                database)
            #expect(try await client.execute(uri: place, method: .get, headers: other).status == .notFound)
        }
    }

    @Test("says yes to offers in words that stay as they were, and takes it back", arguments: Engine.available)
    func consent(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let (_, headers) = try await Self.rosa(database)
            let path = "/mi/derechos/consentimientos"
            func page() async throws -> String {
                String(buffer: try await client.execute(uri: path, method: .get, headers: headers).body)
            }
            let token = try KitFormJourneyTests.token(try await page())
            #expect(try await Self.post(client, path + "/ofertas", [token], headers).status == .unprocessableContent)
            #expect(try await Self.post(client, path + "/ofertas", ["acepto=yes", token], headers).status == .seeOther)
            let given = try await page()
            #expect(given.contains("Desde el 23 de noviembre de 2026. Usted dijo que sí a este texto"))
            _ = try await Self.post(client, path + "/ofertas/retirar", [try KitFormJourneyTests.token(given)], headers)
            #expect(try await page().contains("retirado el 23 de noviembre de 2026"))
        }
    }
}
