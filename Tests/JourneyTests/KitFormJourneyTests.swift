import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@Suite("A person tries the form of the kit")
struct KitFormJourneyTests {
    static let good = [
        "nombre=Rosa+Mu%C3%B1oz", "run=12.345.678-5", "nacimiento-day=28", "nacimiento-month=2", "nacimiento-year=1951", "respuesta=carta",
        "declaro=yes",
    ]

    static func send(_ client: any TestClientProtocol, _ fields: [String], path: String = "/kit/formularios/prueba") async throws
        -> TestResponse
    {
        try await client.execute(
            uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: fields.joined(separator: "&")))
    }

    static func token(_ text: String) throws -> String {
        try #require(text.firstMatch(of: #/name="token" value="([^"]+)"/#).map { "token=\($0.1)" })
    }

    @Test("sends it twice, and sees the same number both times", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let page = try await client.execute(uri: "/kit/formularios/prueba", method: .get)
            let token = try Self.token(String(buffer: page.body))
            let before = try await database.read { try $0.value("SELECT COUNT(*) AS n FROM audit", as: Int.self) }
            let first = try await Self.send(client, Self.good + [token])
            let second = try await Self.send(client, Self.good + [token])
            #expect(first.status == .seeOther && first.headers[.location] != nil)
            #expect(second.headers[.location] == first.headers[.location])
            let done = try await client.execute(uri: try #require(first.headers[.location]), method: .get)
            #expect(done.status == .ok && String(buffer: done.body).contains("La prueba llegó bien"))
            #expect(try await database.read { try $0.value("SELECT COUNT(*) AS n FROM audit", as: Int.self) } == before)
        }
    }

    @Test("mistypes the RUN, forgets an answer, and finds all that was typed", arguments: Engine.available)
    func mistakes(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let page = try await client.execute(uri: "/en/kit/formularios/prueba", method: .get)
            let token = try Self.token(String(buffer: page.body))
            let wrong = [
                "nombre=%3Cb%3ERosa", "run=12.345.678-4", "nacimiento-day=30", "nacimiento-month=2", "nacimiento-year=1951", token,
            ]
            let answer = try await Self.send(client, wrong, path: "/en/kit/formularios/prueba")
            let text = String(buffer: answer.body)
            #expect(answer.status == .unprocessableContent && answer.headers[.cacheControl] == "no-store")
            #expect(
                text.contains("There are 4 things to check") && text.contains("value=\"12.345.678-4\"") && text.contains("value=\"30\""))
            #expect(text.contains("&lt;b&gt;Rosa") && !text.contains("<b>Rosa"))
            let mended = try await Self.send(client, Self.good + [token], path: "/en/kit/formularios/prueba")
            #expect(mended.headers[.location]?.hasPrefix("/en/kit/formularios/prueba/") == true)
        }
    }

    @Test("asks for the answer by mail without saying where, and is told so at that field")
    func rule() async throws {
        try await CatalogueJourneyTests.open(on: .sqlite) { client, _, _ in
            let page = try await client.execute(uri: "/kit/formularios/prueba", method: .get)
            let fields = Self.good.filter { $0 != "respuesta=carta" } + ["respuesta=correo", try Self.token(String(buffer: page.body))]
            let answer = try await Self.send(client, fields)
            #expect(answer.status == .unprocessableContent && String(buffer: answer.body).contains("href=\"#correo\""))
            for folio in ["x", "-1", "1000000", "99999999999999999999"] {
                let nothing = try await client.execute(uri: "/kit/formularios/prueba/\(folio)", method: .get)
                #expect(nothing.status == .notFound, "\(folio)")
            }
        }
    }
}
