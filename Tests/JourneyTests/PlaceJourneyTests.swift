import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestKit
import Testing

@testable import Server

@Suite("A citizen finds a place, what can be done there and whether it is open, through the whole house")
struct PlaceJourneyTests {
    private func ask(_ client: any TestClientProtocol, _ path: String) async throws -> (
        status: HTTPResponse.Status, headers: HTTPFields, text: String
    ) {
        try await client.execute(uri: path, method: .get, headers: [.accept: "text/html"]) {
            ($0.status, $0.headers, String(buffer: $0.body))
        }
    }

    @Test("from a comuna to a point and to what can be done there", arguments: Engine.available)
    func point(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let path = "/lugares/puntos/26-registro-civil-licanten"
            #expect(try await ask(client, "/lugares/07303-licanten").text.contains("href=\"\(path)\""))
            let page = try await ask(client, path)
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store")
            #expect(page.text.contains("Abierto ahora, hasta las 14:00") && page.text.contains("/fichas/900027-cedula-de-identidad"))
            #expect(try await ask(client, "/en" + path).text.contains("Open now"))
            let wrong = try await ask(client, "/lugares/puntos/26-otro")
            #expect(wrong.status == .movedPermanently && wrong.headers[.location] == path)
            #expect(try await ask(client, "/lugares/puntos").headers[.location] == "/lugares")
            for gone in [
                "/lugares/puntos/999-nada", "/lugares/puntos/x", "/lugares/puntos/026-registro-civil-licanten", "/lugares/puntos/-1",
            ] {
                #expect(try await ask(client, gone).status == .notFound, "\(gone)")
            }
        }
    }

    @Test("what is asked for goes with her from the finder to the comuna, and nonsense is not asked for", arguments: Engine.available)
    func filters(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let finder = try await ask(client, "/lugares?lugar=civil-registry")
            #expect(finder.text.contains("name=\"lugar\" value=\"civil-registry\"") && finder.headers[.cacheControl] == "no-store")
            let led = try await ask(client, "/lugares?comuna=antofagasta&lugar=civil-registry")
            #expect(led.status == .seeOther && led.headers[.location]?.hasSuffix("antofagasta?lugar=civil-registry") == true)
            let page = try await ask(client, "/lugares/02101-antofagasta?lugar=civil-registry").text
            #expect(page.contains("Registro Civil Antofagasta Norte") && !page.contains("ChileAtiende Antofagasta</a>"))
            let kind = try await ask(client, "/lugares/02101-antofagasta?clase=branch&abierto=si").text
            #expect(kind.contains("No conocemos en Antofagasta un lugar como el que pide"))
            let short = try await ask(client, "/lugares/02101?lugar=civil-registry")
            #expect(short.headers[.location] == "/lugares/02101-antofagasta?lugar=civil-registry")
            for nonsense in ["clase=shop", "lugar=%3Cb%3E", "clase=call-centre", "abierto=quizas", "lugar=", "x=%zz"] {
                let answer = try await ask(client, "/lugares/02101-antofagasta?\(nonsense)")
                #expect(answer.status == .ok && !answer.text.contains("class=\"chosen\"") && !answer.text.contains("<b>"), "\(nonsense)")
            }
            let unknown = try await ask(client, "/lugares/02101-antofagasta?lugar=serviu").text
            #expect(unknown.contains("Oficinas del Serviu") && unknown.contains("Tampoco en ninguna otra parte"))
        }
    }

    @Test(
        "the map of the country and of a region lead to what they show, and only the finder may ask where she is",
        arguments: Engine.available)
    func maps(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let policy = try #require(HTTPField.Name("Permissions-Policy"))
            let finder = try await ask(client, "/lugares")
            #expect(finder.headers[policy]?.contains("geolocation=(self)") == true && finder.headers[values: policy].count == 1)
            #expect(finder.text.contains("<a href=\"/lugares/region/16-nuble\" tabindex=\"-1\">"))
            #expect(try await ask(client, "/en/lugares").headers[policy]?.contains("geolocation=(self)") == true)
            for other in ["/", "/lugares/region/16-nuble", "/lugares/02101-antofagasta", "/nada"] {
                #expect(try await ask(client, other).headers[policy]?.contains("geolocation=()") == true, "\(other)")
            }
            #expect(try await ask(client, "/lugares/region/16-nuble").text.contains("<a href=\"/lugares/16101-chillan\" tabindex=\"-1\">"))
            let file = try await ask(client, "/lugares/comunas.json")
            #expect(file.headers[.contentType] == "application/json" && file.headers[.cacheControl] == "public, max-age=86400")
            #expect(file.text.hasPrefix("[[\"01101\",\"Iquique\","))
        }
    }
}
