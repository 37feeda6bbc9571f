import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestKit
import Testing

@testable import Server

@Suite("A citizen finds where to go and what to ask for, through the whole house")
struct PortalJourneyTests {
    private func ask(_ client: any TestClientProtocol, _ path: String, _ accept: String = "text/html") async throws -> (
        status: HTTPResponse.Status, headers: HTTPFields, text: String
    ) {
        try await client.execute(uri: path, method: .get, headers: [.accept: accept]) {
            ($0.status, $0.headers, String(buffer: $0.body))
        }
    }

    @Test("she types her comuna and is led to its page, which nobody keeps", arguments: Engine.available)
    func places(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let exact = try await ask(client, "/lugares?comuna=%20LICANT%C3%89N")
            #expect(exact.status == .seeOther && exact.headers[.location] == "/lugares/07303-licanten")
            #expect(try await ask(client, "/lugares?comuna=puerto+montt").headers[.location] == "/lugares/10101-puerto-montt")
            #expect(try await ask(client, "/lugares?comuna=%C3%91uble").headers[.location] == "/lugares/region/16-nuble")
            let page = try await ask(client, "/lugares/07303-licanten")
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store")
            #expect(page.text.contains("Registro Civil Licant") && page.text.contains("Abierto ahora, hasta las 14:00"))
            #expect(page.text.contains("href=\"tel:101\""))
            let wrong = try await ask(client, "/lugares/07303-otra")
            #expect(wrong.status == .movedPermanently && wrong.headers[.location] == "/lugares/07303-licanten")
            #expect(try await ask(client, "/en/lugares/region/16-x").headers[.location] == "/en/lugares/region/16-nuble")
            #expect(try await ask(client, "/lugares/region").headers[.location] == "/lugares")
            for path in ["/lugares/00000-nada", "/lugares/x", "/lugares/region/99-nada"] {
                #expect(try await ask(client, path).status == .notFound, "\(path)")
            }
        }
    }

    @Test("she mistypes it, leaves it empty, or types a number, and is told what to do", arguments: Engine.available)
    func mistyped(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let near = try await ask(client, "/lugares?comuna=Ranchagua").text
            #expect(near.contains("href=\"/lugares/06101-rancagua\""))
            let blank = try await ask(client, "/lugares?comuna=").text
            #expect(blank.contains("solo con letras"))
            let unknown = try await ask(client, "/lugares?comuna=Springfield").text
            #expect(unknown.contains("elija su regi"))
            let number = try await ask(client, "/lugares?comuna=12345678-5").text
            #expect(!number.contains("12345678") && number.contains("solo con letras"))
        }
    }

    @Test("she says it in her own words and finds it; whatever is typed gets an answer", arguments: Engine.available)
    func search(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let found = try await ask(client, "/buscar?q=pension+de+viejitos")
            #expect(found.text.contains("href=\"/fichas/102077-pension-garantizada-universal\"") && found.text.contains("<mark>"))
            #expect(found.headers[.cacheControl] == "no-store")
            let english = try await ask(client, "/en/buscar?q=pgu").text
            #expect(english.contains("href=\"/en/fichas/102077-pension-garantizada-universal\""))
            let personal = try await ask(client, "/buscar?q=12.345.678-5")
            #expect(personal.text.contains("No escriba su RUN") && !personal.text.contains("12.345"))
            let long = String(repeating: "a", count: 500)
            for typed in ["", "%", "%zz", "%ff%fe", "%F0%9F%99%82", "';DROP%20TABLE%20sheet--", "%3Cscript%3E", "%00%01", long, "q&q=2"] {
                let answer = try await ask(client, "/buscar?q=\(typed)")
                #expect(answer.status == .ok && !answer.text.contains("<script>"), "\(typed)")
            }
            #expect(try await ask(client, "/buscar?q=bono&pagina=99999999999999999999").status == .ok)
        }
    }

    @Test("she sees how the service does, and programs read it", arguments: Engine.available)
    func status(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let page = try await ask(client, "/estado")
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store" && page.text.contains("166 fichas"))
            let json = try await ask(client, "/estado", "application/json")
            #expect(json.headers[.contentType] == "application/json")
            #expect(json.text.contains("\"points\":148") && json.text.contains("\"dead\":0"))
        }
    }

    @Test("help, accessibility, privacy and the way on from nowhere are there in every language", arguments: Engine.available)
    func guides(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            for prefix in ["", "/en"] {
                for path in ["/ayuda", "/accesibilidad", "/privacidad", "/estado", "/buscar", "/lugares"] {
                    #expect(try await ask(client, prefix + path).status == .ok, "\(prefix + path)")
                }
                let lost = try await ask(client, prefix + "/nada")
                #expect(lost.status == .notFound && lost.text.contains("action=\"\(prefix)/buscar\""))
            }
            let help = try await ask(client, "/ayuda").text
            #expect(help.contains("De lunes a viernes, de 8:00 a 18:00."))
        }
    }
}
