import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing
import Typography

@Suite("A person goes out to another institution and comes back")
struct HandoffJourneyTests {
    private static let browser: HTTPFields = [.userAgent: "Mozilla/5.0 (X11; Linux) Firefox/120.0"]

    private static func code(_ text: String) throws -> String {
        try #require(Unbroken.plain(text).firstMatch(of: #/class="folio">([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})</#).map { String($0.1) })
    }

    @Test("takes a code along, and says with it where it broke, once", arguments: Engine.available)
    func journey(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let out = try await client.execute(uri: "/salida/102077", method: .get, headers: Self.browser)
            let text = String(buffer: out.body)
            #expect(out.status == .ok && out.headers[.cacheControl] == "no-store")
            #expect(
                text.contains("Va a salir a www.chileatiende.gob.cl")
                    && text.matches(of: #/<a class="button" href="https:\/\/[^"]+" rel="external noopener"/#).count == 1)
            #expect(!text.contains("class=\"alert"), "nothing is said of an address that was never visited")
            let path = "/volver/" + (try Self.code(text))
            let asked = try await client.execute(uri: path, method: .get)
            #expect(String(buffer: asked.body).contains("\u{BF}C\u{F3}mo le fue?"))
            let token = try KitFormJourneyTests.token(String(buffer: asked.body))
            let half = try await KitFormJourneyTests.send(client, ["termino=no", token], path: path)
            #expect(half.status == .unprocessableContent && String(buffer: half.body).contains("href=\"#donde\""))
            let sent = try await KitFormJourneyTests.send(client, ["termino=no", "donde=key", token], path: path)
            #expect(sent.status == .seeOther && sent.headers[.location] == path)
            let thanks = try await client.execute(uri: path, method: .get)
            #expect(String(buffer: thanks.body).contains("Gracias, ya tenemos su respuesta"))
            let n: Int? = try await database.read { try $0.value("SELECT COUNT(*) AS n FROM outside_return WHERE reason = 'key'") }
            #expect(n == 1)
        }
    }

    @Test("types the code by hand, wrongly and then rightly", arguments: Engine.available)
    func typed(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let out = try await client.execute(uri: "/en/salida/102077", method: .get, headers: Self.browser)
            let code = try Self.code(String(buffer: out.body))
            let page = try await client.execute(uri: "/en/volver", method: .get)
            let token = try KitFormJourneyTests.token(String(buffer: page.body))
            let wrong = try await KitFormJourneyTests.send(client, ["codigo=K7PM-2QX0", token], path: "/en/volver")
            #expect(wrong.status == .unprocessableContent && String(buffer: wrong.body).contains("has a mistake"))
            let right = try await KitFormJourneyTests.send(
                client, ["codigo=" + code.lowercased().replacing("-", with: "+"), token], path: "/en/volver")
            #expect(right.headers[.location] == "/en/volver/" + code)
            let nobody = try await client.execute(uri: "/volver/2222-2222", method: .get)
            #expect(String(buffer: nobody.body).contains("No encontramos ese c\u{F3}digo"))
        }
    }

    @Test("and a robot is shown the way and given no code", arguments: Engine.available)
    func robot(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let out = try await client.execute(uri: "/salida/102077", method: .get, headers: [.userAgent: "curl/8.5"])
            #expect(out.status == .ok && !String(buffer: out.body).contains("class=\"folio\""))
            let n: Int? = try await database.read { try $0.value("SELECT COUNT(*) AS n FROM outside_exit") }
            #expect(n == 0)
        }
    }

    @Test("nobody is led out to where the catalogue does not lead")
    func nowhere() async throws {
        try await CatalogueJourneyTests.open(on: .sqlite) { client, _, _ in
            for path in ["/salida/1", "/salida/x", "/salida/-1", "/salida/99999999999999999999", "/salida/https:%2F%2Fevil.cl"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .notFound, "\(path)")
            }
            let hit = try await client.execute(uri: "/salida/102077?to=https://evil.cl", method: .get)
            #expect(!String(buffer: hit.body).contains("evil"))
        }
    }

    @Test("and sees on one page where it breaks, as a table and as data", arguments: Engine.available)
    func breaks(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let page = try await client.execute(uri: "/datos/quiebres", method: .get)
            let text = String(buffer: page.body)
            #expect(page.status == .ok && text.contains("sin datos") && text.contains("no hemos visitado ninguna"))
            for (path, headers) in [("/datos/quiebres.json", HTTPFields()), ("/datos/quiebres", [.accept: "application/json"])] {
                let answer = try await client.execute(uri: path, method: .get, headers: headers)
                let read = try #require(
                    try JSONSerialization.jsonObject(with: Data(answer.body.readableBytesView)) as? [String: Any])
                #expect(((read["institutions"] as? [Any])?.count ?? 0) > 10 && read["day"] as? String == "2026-11-23")
            }
        }
    }
}
