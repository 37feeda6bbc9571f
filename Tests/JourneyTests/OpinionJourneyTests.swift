import Catalog
import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@Suite("A person says what they think of a sheet")
struct OpinionJourneyTests {
    private static let path = "/fichas/102077/opinion"

    @Test("from the question at its foot to the thanks, and only then it is kept", arguments: Engine.available)
    func journey(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let sheet = try await client.execute(uri: "/fichas/102077-pension-garantizada-universal", method: .get)
            #expect(String(buffer: sheet.body).contains("href=\"\(Self.path)?sirvio=no\""))
            let page = try await client.execute(uri: Self.path + "?sirvio=no", method: .get)
            let text = String(buffer: page.body)
            #expect(text.matches(of: #/value="no"[^>]* checked/#).count == 1 && text.matches(of: #/ checked/#).count == 1)
            #expect(page.headers[try #require(HTTPField.Name("X-Robots-Tag"))] == "noindex, nofollow")
            #expect(page.headers[.cacheControl] == "no-store")
            let token = try KitFormJourneyTests.token(text)
            func count() async throws -> Int? { try await database.read { try $0.value("SELECT COUNT(*) AS n FROM sheet_opinion") } }
            #expect(try await count() == 0)
            for _ in 0..<2 {
                let sent = try await KitFormJourneyTests.send(client, ["sirvio=no", "palabras=Falta+el+horario", token], path: Self.path)
                #expect(sent.status == .seeOther && sent.headers[.location] == Self.path + "/gracias")
            }
            #expect(try await count() == 1)
            let thanks = try await client.execute(uri: Self.path + "/gracias", method: .get)
            #expect(String(buffer: thanks.body).contains("Gracias, recibimos su opini\u{F3}n"))
        }
    }

    @Test("writes a RUN among the words, and is asked to take it out", arguments: Engine.available)
    func personal(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let page = try await client.execute(uri: "/en" + Self.path, method: .get)
            #expect(!String(buffer: page.body).contains(" checked"))
            let token = try KitFormJourneyTests.token(String(buffer: page.body))
            let sent = try await KitFormJourneyTests.send(
                client, ["sirvio=no", "palabras=soy+12.345.678-5", token], path: "/en" + Self.path)
            #expect(sent.status == .unprocessableContent && String(buffer: sent.body).contains("looks like a RUN"))
            let n: Int? = try await database.read { try $0.value("SELECT COUNT(*) AS n FROM sheet_opinion") }
            #expect(n == 0)
        }
    }

    @Test("and there is no form for a sheet that is not there")
    func nowhere() async throws {
        try await CatalogueJourneyTests.open(on: .sqlite) { client, _, _ in
            for path in ["/fichas/1/opinion", "/fichas/x/opinion", "/fichas/102077-pension/opinion", "/fichas/1/opinion/gracias"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .notFound, "\(path)")
            }
        }
    }

    @Test("reading a sheet is counted once for each reader, whether its page was kept or not", arguments: Engine.available)
    func openings(engine: Engine) async throws {
        let tallies = Tallies()
        try await CatalogueJourneyTests.open(on: engine, tallies: tallies) { client, database, _ in
            let path = "/fichas/102077-pension-garantizada-universal"
            let headers: HTTPFields = [.userAgent: "Mozilla/5.0 (X11; Linux) Firefox/120.0", .referer: "http://localhost/buscar?q=pension"]
            for _ in 0..<3 { _ = try await client.execute(uri: path, method: .get, headers: headers) }
            _ = try await client.execute(uri: "/fichas/102077-otra", method: .get, headers: headers)
            let now = Instant(milliseconds: TestClock.monday)
            try await tallies.flush(to: database, at: now)
            let counts = try await TallyDesk(database).popularity(since: Day(of: now))
            #expect(counts == [102077: 3])
        }
    }
}
