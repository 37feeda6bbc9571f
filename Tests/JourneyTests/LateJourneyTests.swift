import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@testable import Server

@Suite("The term of a request passes")
struct LateJourneyTests {
    @Test("and the person is told what they can do, and complains, which keeps its day and hour", arguments: Engine.available)
    func complains(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let (id, first) = (try #require(Parameter.ID("ley-19628.respuesta")), try #require(Day(iso: "1999-10-27")))
            let term = try #require(
                DatedValue(2, from: first, to: nil, sources: [Source(id: "x", name: "x")], confidence: .low))
            let parameter = try Parameter(id, name: .init(es: "x", en: "x"), unit: .businessDays, values: [term])
            try await own.database.write { _ = try ParameterDesk().replace([parameter], by: .anonymous, $0) }
            let form = "/mi/derechos/nueva"
            let sent = try await own.send(["derecho=access"], to: form, from: form)
            let address = try #require(sent.headers[.location])
            #expect(try await !own.text(address).contains("El plazo pasó"))
            own.clock.move(byMilliseconds: 7 * 86_400_000)
            let rosa = SignedIn(cookie: try await OwnJourney.signIn(own.rosa, own.house))
            let late = String(buffer: try await rosa.get(address, own.client).body)
            #expect(late.contains("El plazo pasó") && late.contains("Agencia de Protección de Datos Personales"))
            #expect(late.contains("Reclamar por el atraso"))
            let complained = try await rosa.send([], from: address, to: address + "/atraso", own.client)
            #expect(complained.headers[.location] == address)
            let after = String(buffer: try await rosa.get(address, own.client).body)
            #expect(
                after.contains("Usted reclamó el 30 de noviembre de 2026")
                    || after.contains("Usted reclamó el lunes 30 de noviembre de 2026"))
            #expect(!after.contains("Reclamar por el atraso"))
            #expect(String(buffer: try await rosa.get("/mi/avisos", own.client).body).contains("su reclamo por el atraso"))
            let stranger = try await SignedIn.person(own.client, run: "44444444-4")
            #expect(try await stranger.get(address, own.client).status == .notFound)
        }
    }
}
