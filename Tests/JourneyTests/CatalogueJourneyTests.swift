import Catalog
import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Storage
import TestKit
import Testing
import Web

@testable import Server

@Suite("A citizen reads the catalogue, from its files to the page")
struct CatalogueJourneyTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path

    /// The whole house in process: every route, on this engine, with the project's own catalogue.
    static func open(
        on engine: Engine, tallies: Tallies = Tallies(),
        _ body: @escaping @Sendable (any TestClientProtocol, Database, PageCache) async throws -> Void
    ) async throws {
        try await engine.withPlace { place in
            let settings = try Settings(environment: ["DATABASE_URL": "sqlite:unused", "VENTANILLA_HOME": root])
            let clock = TestClock()
            try await place.withDatabase(House.schemas, now: clock.now) { database in
                let house = try House(
                    settings: settings, clock: Clock { Instant(milliseconds: clock.now()) }, database: database,
                    keyring: World.keyring, log: Logger(label: "test"))
                _ = try await SheetDesk(database).load(try CatalogueFiles(folder: root + "/Catalogue").catalogue())
                let cache = PageCache()
                let (router, failures) = try house.doorways(
                    cache, visits: Visits(), tallies: tallies, news: Newsroom(house), measures: PrometheusRegistry(), isDemonstration: true)
                let site = Site(router, failures: failures, settings: settings, log: house.log)
                try await site.application().test(.router) { client in try await body(client, database, cache) }
            }
        }
    }

    @Test("and finds what the universal pension takes, with the amounts of the day", arguments: Engine.available)
    func pension(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _, _ in
            try await client.execute(uri: "/fichas/102077-pension-garantizada-universal", method: .get) { answer in
                let text = String(buffer: answer.body)
                #expect(answer.status == .ok)
                #expect(text.contains("Pensión Garantizada Universal"))
                #expect(text.contains("$231.732") && text.contains("Montos al 23 de noviembre de 2026"))
                #expect(text.contains("Demostración."))
            }
        }
    }

    @Test("and reads the limit of the day inside of a sentence, from the one store", arguments: Engine.available)
    func limit(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _, _ in
            try await client.execute(uri: "/fichas/102077-pension-garantizada-universal", method: .get) { answer in
                let text = String(buffer: answer.body)
                #expect(text.contains("pensión superior vigente: $1.252.602 (desde el 1 de febrero de 2026)."))
                let read = text.replacing(#/<script type="application\/ld\+json">.*?<\/script>/#, with: "")
                #expect(read.count < text.count && !read.contains("{"), "no place is left unfilled")
            }
        }
    }

    @Test("and is led from another spelling to the true address, and from nowhere back home", arguments: Engine.available)
    func ways(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _, _ in
            try await client.execute(uri: "/fichas/102077-otro-nombre", method: .get) { answer in
                #expect(answer.status == .permanentRedirect || answer.status == .movedPermanently)
                #expect(answer.headers[.location] == "/fichas/102077-pension-garantizada-universal")
            }
            for path in ["/fichas/1-nada", "/fichas/nada", "/fichas/99999999999999999999-x", "/temas/nada", "/nada"] {
                try await client.execute(uri: path, method: .get) { answer in
                    #expect(answer.status == .notFound, "\(path)")
                    #expect(String(buffer: answer.body).contains("href=\"/\""))
                }
            }
        }
    }

    @Test("and every sheet and topic that a page links to is there", arguments: Engine.available)
    func links(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _, _ in
            var waiting = ["/"]
            var seen: Set<String> = []
            while let path = waiting.popLast() {
                guard seen.insert(path).inserted else { continue }
                try await client.execute(uri: path, method: .get) { answer in
                    // A person's own place leads to the sign-in.
                    #expect(answer.status == (path.hasSuffix("/mi") ? .seeOther : .ok), "\(path)")
                    guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return }
                    let found = String(buffer: answer.body).matches(of: #/href="(/[^"#]*)"/#).map { String($0.1) }
                    waiting += found.filter { !seen.contains($0) }
                }
            }
            #expect(seen.filter { $0.contains(#/^\/fichas\/[^\/]+$/#) }.count == 166)
            #expect(seen.filter { $0.hasPrefix("/momentos/") }.count == 14)
            #expect(seen.filter { $0.hasPrefix("/instituciones/") }.count > 20)
        }
    }

    @Test("and a number of long ago says that it is gone and what took its place", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _, _ in
            for path in ["/fichas/5270-pension-basica-solidaria-de-vejez", "/fichas/5270", "/en/fichas/5270-x", "/fichas/5270-x/imprimir"] {
                try await client.execute(uri: path, method: .get) { answer in
                    #expect(answer.status == .gone, "\(path)")
                    #expect(String(buffer: answer.body).contains("/fichas/102077-pension-garantizada-universal"))
                }
            }
        }
    }

    @Test("and takes a sheet home on paper, without ways on that paper can't follow", arguments: Engine.available)
    func paper(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _, _ in
            try await client.execute(uri: "/fichas/102077-pension-garantizada-universal/imprimir", method: .get) { answer in
                let text = String(buffer: answer.body)
                #expect(answer.status == .ok && text.contains("noindex") && !text.contains("<nav"))
                #expect(text.contains("$231.732") && text.contains("102077") && text.contains("Impreso con los datos del"))
            }
            try await client.execute(uri: "/fichas/102077/imprimir", method: .get) { answer in
                #expect(answer.headers[.location] == "/fichas/102077-pension-garantizada-universal/imprimir")
            }
        }
    }

    @Test("and asks until when, with the day on which it happened, which no page keeps", arguments: Engine.available)
    func lifeEvent(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _, _ in
            let path = "/momentos/fallece-un-ser-querido"
            try await client.execute(uri: path + "?fecha-day=21&fecha-month=11&fecha-year=2026", method: .get) { answer in
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(String(buffer: answer.body).contains("A m\u{E1}s tardar el martes 24 de noviembre de 2026"))
            }
            try await client.execute(uri: path, method: .get) { #expect(!String(buffer: $0.body).contains("tardar el")) }
            try await client.execute(uri: path + "?fecha-day=99&fecha-month=11&fecha-year=2026", method: .get) { answer in
                #expect(answer.status == .ok && String(buffer: answer.body).contains("aria-invalid"))
            }
        }
    }

    @Test("and finds who answers for a sheet, by a name that may be written in other ways", arguments: Engine.available)
    func institution(engine: Engine) async throws {
        try await Self.open(on: engine) { client, _, _ in
            try await client.execute(uri: "/instituciones/IPS", method: .get) { answer in
                #expect(answer.headers[.location]?.hasPrefix("/instituciones/ips-") == true)
            }
            for path in ["/instituciones/nada", "/momentos/nada", "/instituciones/-"] {
                try await client.execute(uri: path, method: .get) { #expect($0.status == .notFound, "\(path)") }
            }
        }
    }

    @Test("and sees a change once it is announced, not the page that was kept", arguments: Engine.available)
    func change(engine: Engine) async throws {
        try await Self.open(on: engine) { client, database, cache in
            let path = "/fichas/102077-pension-garantizada-universal"
            try await client.execute(uri: path, method: .get) { #expect($0.status == .ok) }
            var catalogue = try CatalogueFiles(folder: Self.root + "/Catalogue").catalogue()
            let index = try #require(catalogue.sheets.firstIndex { $0.number.value == 102077 })
            catalogue.sheets[index].title = "Otro título"
            var versions = database.listen(SheetDesk.topic).makeAsyncIterator()
            _ = try await SheetDesk(database).load(catalogue)
            #expect(await versions.next() != nil)
            cache.invalidate(SheetDesk.topic)
            try await client.execute(uri: path, method: .get) { #expect(String(buffer: $0.body).contains("Otro título")) }
        }
    }
}
