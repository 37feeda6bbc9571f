import Catalog
import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import TestKit
import Testing
import Web

@testable import Server

@Suite("A developer takes the catalogue away, through the whole house")
struct OpenDataJourneyTests {
    private func ask(_ client: any TestClientProtocol, _ path: String, _ headers: HTTPFields = [:]) async throws -> (
        status: HTTPResponse.Status, headers: HTTPFields, text: String
    ) {
        try await client.execute(uri: path, method: .get, headers: headers) { ($0.status, $0.headers, String(buffer: $0.body)) }
    }

    @Test("every form of it answers with its type, is open to pages of other sites, and is not sent twice", arguments: Engine.available)
    func forms(engine: Engine) async throws {
        let types = [
            ("/datos/servicios.ttl", "text/turtle; charset=utf-8"), ("/datos/servicios.jsonld", "application/ld+json"),
            ("/datos/fichas/102077.ttl", "text/turtle; charset=utf-8"), ("/datos/fichas/102077.jsonld", "application/ld+json"),
            ("/api/fichas", "application/json"), ("/api/fichas/102077", "application/json"),
            ("/api/fichas?type=xml", "text/xml; charset=utf-8"), ("/api/fichas?callback=f", "text/javascript; charset=utf-8"),
            ("/api/servicios/IPS/fichas", "application/json"), ("/api/sucursales", "application/json"), ("/api/hsds", "application/json"),
            ("/api/hsds/services?minimal=true", "application/json"), ("/api/hsds/organizations?full=true", "application/json"),
            ("/api/hsds/service_at_locations", "application/json"), ("/api/openapi.json", "application/json"),
            ("/sitemap.xml", "application/xml; charset=utf-8"), ("/cambios.xml", "application/rss+xml; charset=utf-8"),
            ("/datos/puntos/26.ics", "text/calendar; charset=utf-8"),
        ]
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            for (path, type) in types {
                let answer = try await ask(client, path)
                #expect(answer.status == .ok && answer.headers[.contentType] == type, "\(path)")
                #expect(answer.headers[.accessControlAllowOrigin] == "*" && answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
                let tag = try #require(answer.headers[.eTag])
                let again = try await ask(client, path, [.ifNoneMatch: tag])
                #expect(again.status == .notModified && again.text.isEmpty, "\(path)")
            }
        }
    }

    @Test("the address of a sheet's data leads to the form that is accepted, and to the page otherwise", arguments: Engine.available)
    func negotiation(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            for (accepted, target) in [
                ("text/turtle", "/datos/fichas/102077.ttl"), ("application/ld+json", "/datos/fichas/102077.jsonld"),
                ("text/html,application/json", "/fichas/102077-pension-garantizada-universal"),
            ] {
                let answer = try await ask(client, "/datos/fichas/102077", [.accept: accepted])
                #expect(
                    answer.status == .seeOther && answer.headers[.location] == target && answer.headers[.vary]?.contains("Accept") == true)
            }
            #expect(try await ask(client, "/datos/servicios").headers[.location] == "/datos")
        }
    }

    @Test("what is not there and what can't be understood is a problem in JSON, or a page", arguments: [Engine.sqlite])
    func refusals(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            for path in [
                "/api/fichas/1", "/api/fichas/x-y", "/api/servicios/NADIE", "/api/servicios/NADIE/fichas", "/api/hsds/services/x",
                "/api/hsds/organizations/x", "/api/hsds/service_at_locations/x", "/api/nada",
            ] {
                let answer = try await ask(client, path)
                #expect(answer.status == .notFound && answer.headers[.contentType] == "application/problem+json", "\(path)")
            }
            for path in [
                "/api/fichas?type=yaml", "/api/fichas?callback=a(b)", "/api/fichas/1?callback=%3Cscript%3E", "/api/hsds/services?page=0",
                "/api/hsds/services?per_page=x", "/api/hsds/services?full=yes", "/api/hsds/services?modified_after=2026-02-30",
            ] {
                #expect(try await ask(client, path).status == .badRequest, "\(path)")
            }
            for path in [
                "/datos/fichas/1", "/datos/fichas/0102077", "/datos/fichas/102077.xml", "/datos/fichas/102077.ttl.ttl",
                "/datos/fichas/.ttl",
                "/datos/puntos/1", "/datos/puntos/23.ics", "/datos/puntos/026.ics", "/datos/puntos/99999999999999999999.ics",
            ] {
                #expect(try await ask(client, path).status == .notFound, "\(path)")
            }
        }
    }

    @Test("a sheet's page carries its data and its feed, and a comuna's only the points that were seen", arguments: Engine.available)
    func pages(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let sheet = try await ask(client, "/fichas/102077-pension-garantizada-universal").text
            #expect(sheet.components(separatedBy: "<script type=\"application/ld+json\">").count == 2)
            #expect(sheet.contains("\"@type\":\"GovernmentService\"") && sheet.contains("type=\"text/turtle\""))
            #expect(sheet.contains("<link rel=\"alternate\" type=\"application/rss+xml\""))
            let commune = try await ask(client, "/lugares/07303-licanten").text
            #expect(commune.contains("\"@type\":\"GovernmentOffice\""))
            for prefix in ["", "/en"] {
                for path in ["/datos", "/cambios"] { #expect(try await ask(client, prefix + path).status == .ok, "\(prefix + path)") }
            }
            #expect(try await ask(client, "/robots.txt").text.hasSuffix("\nSitemap: http://localhost:8080/sitemap.xml\n"))
        }
    }

    @Test("a search over the API finds what the page finds, and says back nothing of a person's number", arguments: Engine.available)
    func search(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let found = try await ask(client, "/api/fichas?query=pension+de+viejitos&maxResults=3").text
            #expect(found.contains("\"id\":\"102077\""))
            let personal = try await ask(client, "/api/fichas?query=12.345.678-5").text
            #expect(personal.contains("\"total\":0") && !personal.contains("12.345"))
            let services = try await ask(client, "/api/hsds/services?search=pension&per_page=5").text
            #expect(services.contains("\"empty\":false"))
        }
    }

    @Test("every path of the description is a route, and every route of the interface is described")
    func description() async throws {
        let settings = try Settings(environment: ["DATABASE_URL": "sqlite:unused", "VENTANILLA_HOME": CatalogueJourneyTests.root])
        let clock = Clock.fixed(Instant(milliseconds: TestClock.monday))
        let routes = try await Engine.sqlite.withDatabase { database in
            let house = try House(
                settings: settings, clock: clock, database: database, keyring: World.keyring, log: Logger(label: "test"))
            let (router, _) = try house.doorways(
                PageCache(), visits: Visits(), tallies: Tallies(), news: Newsroom(house), measures: PrometheusRegistry(),
                isDemonstration: true)
            return Set(router.routes.map { "\($0.method.rawValue.lowercased()) \(Self.written($0.path.description))" })
        }
        let document = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: CatalogueJourneyTests.root + "/Docs/openapi.json")))
        let paths = try #require((document as? [String: Any])?["paths"] as? [String: [String: Any]])
        let described = Set(paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } })
        #expect(described.isSubset(of: routes), "\(described.subtracting(routes))")
        // What is under /api/v2 is a person's own, and has its description elsewhere (Docs/usage-log.md).
        let interface = routes.filter { $0.contains(" /api/") && !$0.contains(" /api/v2/") && !$0.hasPrefix("head ") }
        #expect(interface.count > 10 && interface.isSubset(of: described), "\(interface.subtracting(described))")
    }

    /// `/api/fichas/:ficha` as OpenAPI writes it: `/api/fichas/{ficha}`.
    private static func written(_ path: String) -> String {
        let steps = path.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : $0.hasPrefix("{") ? "\($0)" : String($0) }
        return "/" + steps.joined(separator: "/")
    }
}
