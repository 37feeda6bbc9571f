import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@Suite("Rosa gives her daughter leave to act for her, and takes it back")
struct MandateJourneyTests {
    static let path = "/mi/representacion"

    static func link(_ page: TestResponse) throws -> String {
        try #require(String(buffer: page.body).firstMatch(of: #/href="(\/mi\/representacion\/[0-9]+)"/#).map { String($0.1) })
    }

    @Test("through the pages of both", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let (rosa, camila) = (try await SignedIn.person(client), try await SignedIn.person(client, run: "20347878-K"))
            let own = try await rosa.send(["run=12345678-5", "plazo=30", "entiendo=yes"], from: Self.path, client)
            #expect(own.status == .unprocessableContent)
            let sent = try await rosa.send(["run=20347878-K", "plazo=30", "entiendo=yes"], from: Self.path, client)
            #expect(sent.status == .seeOther && sent.headers[.location] == Self.path)
            let offers = try await camila.get(Self.path, client)
            #expect(String(buffer: offers.body).contains("Rosa Elena Muñoz Ñancupil"))
            let offer = try Self.link(offers)
            #expect(String(buffer: try await camila.get(offer, client).body).contains("quiere que usted actúe en su nombre"))
            #expect(try await camila.send([], from: offer, to: offer + "/aceptar", client).status == .seeOther)
            let acting = String(buffer: try await camila.get(offer, client).body)
            #expect(acting.contains("Actuar por Rosa Elena Muñoz Ñancupil") && !acting.contains("12.345.678-5"))
            let trace = String(buffer: try await rosa.get("/mi/quien-vio", client).body)
            #expect(trace.contains("Representación: alguien actúa por usted"))
            let given = try Self.link(try await rosa.get(Self.path, client))
            #expect(try await rosa.send([], from: given, to: given + "/terminar", client).status == .seeOther)
            #expect(try await camila.get(offer, client).status == .notFound)
            #expect(!String(buffer: try await camila.get(Self.path, client).body).contains("Rosa Elena"))
            let notices = String(buffer: try await rosa.get("/mi/avisos", client).body)
            #expect(notices.contains("Un permiso para actuar por usted terminó"))
        }
    }

    @Test("and nobody else comes near it", arguments: Engine.available)
    func others(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let (rosa, jose) = (try await SignedIn.person(client), try await SignedIn.person(client, run: "44444444-4"))
            _ = try await rosa.send(["run=20347878-K", "plazo=30", "entiendo=yes"], from: Self.path, client)
            let given = try Self.link(try await rosa.get(Self.path, client))
            #expect(try await jose.get(given, client).status == .notFound)
            #expect(try await client.execute(uri: given, method: .get).status == .seeOther)
            #expect(
                try await client.execute(uri: "/mesa/representacion", method: .get).headers[.location]?.hasPrefix("/mesa/ingresar") == true)
        }
    }
}
