import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestKit
import Testing

@testable import Server

@Suite("A citizen searches, through the whole house")
struct SearchJourneyTests {
    private func ask(_ client: any TestClientProtocol, _ path: String, _ accept: String = "text/html") async throws -> (
        status: HTTPResponse.Status, headers: HTTPFields, text: String
    ) {
        try await client.execute(uri: path, method: .get, headers: [.accept: accept]) {
            ($0.status, $0.headers, String(buffer: $0.body))
        }
    }

    @Test("she mistypes, is answered at once, and may insist", arguments: Engine.available)
    func corrections(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let answer = try await ask(client, "/buscar?q=sertificado+de+nasimiento").text
            #expect(answer.contains("href=\"/fichas/900030-certificado-de-nacimiento\"") && answer.contains("exacta=1"))
            let literal = try await ask(client, "/buscar?q=sertificado+de+nasimiento&exacta=1").text
            #expect(!literal.contains("exacta=1\">") && literal.contains("name=\"q\""))
        }
    }

    @Test("she narrows what was found, and values that nobody knows change nothing", arguments: Engine.available)
    func filters(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let narrowed = try await ask(client, "/buscar?q=certificado&institucion=FONASA").text
            #expect(narrowed.contains("/fichas/5241-") && !narrowed.contains("/fichas/900030-") && narrowed.contains("class=\"chips\""))
            let all = try await ask(client, "/buscar?q=certificado").text
            let unknown = try await ask(client, "/buscar?q=certificado&institucion=NADIE&tema=%27&canal=x&gratis=no&comuna=0&tipo=%3Cb%3E")
                .text
            #expect(unknown == all)
            let places = try await ask(client, "/buscar?q=&comuna=06101").text
            #expect(places.contains("Registro Civil Rancagua") && !places.contains("href=\"/fichas/"))
        }
    }

    @Test("programs read the same, in JSON, by name or by what they accept", arguments: Engine.available)
    func json(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let named = try await ask(client, "/buscar.json?q=pgu")
            let accepted = try await ask(client, "/buscar?q=pgu", "application/json")
            #expect(named.headers[.contentType] == "application/json" && named.text == accepted.text)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(named.text.utf8)) as? [String: Any])
            let items = try #require(object["items"] as? [[String: Any]])
            #expect(items.first?["address"] as? String == "/fichas/102077-pension-garantizada-universal")
            let english = try await ask(client, "/en/buscar.json?q=pgu").text
            #expect(english.contains("/en/fichas/102077-pension-garantizada-universal"))
            let personal = try await ask(client, "/buscar.json?q=12.345.678-5").text
            #expect(personal.contains("\"total\":0") && !personal.contains("12.345"))
        }
    }

    @Test("while she types she is shown what there is, and a number of a person is not repeated", arguments: Engine.available)
    func suggestions(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let answer = try await ask(client, "/buscar/sugerencias?q=licencia+de+cond")
            #expect(answer.headers[.cacheControl] == "no-store" && answer.text.contains("/fichas/20592-"))
            #expect(try await ask(client, "/en/buscar/sugerencias?q=ranca").text.contains("\"address\":\"/en/lugares/06101-rancagua\""))
            for typed in ["", "a", "12345678-5", "%F0%9F%99%82", "%00"] {
                #expect(try await ask(client, "/buscar/sugerencias?q=\(typed)").text == "{\"suggestions\":[]}", "\(typed)")
            }
            for page in ["/", "/buscar"] { #expect(try await ask(client, page).text.contains("/suggest.js\""), "\(page)") }
        }
    }
}
