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
                #expect(!text.contains("{"), "no place is left unfilled")
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
                    #expect(answer.status == .ok, "\(path)")
                    guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return }
                    let found = String(buffer: answer.body).matches(of: #/href="(/[^"#]*)"/#).map { String($0.1) }
                    waiting += found.filter { !seen.contains($0) }
                }
            }
            #expect(seen.filter { $0.hasPrefix("/fichas/") && !$0.contains("/opinion") }.count == 166)
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
