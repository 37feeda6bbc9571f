import Civic
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

@Suite("An officer takes more time for a request")
struct ExtensionJourneyTests {
    /// 3 business days to answer, and 5 more.
    private static func terms(_ opened: OpenedHouse) async throws {
        let first = try #require(Day(iso: "1999-10-27"))
        let parameters = try [
            ("ley-21719.respuesta", 3, Parameter.Unit.businessDays), ("ley-21719.prorrogas", 1, .count),
            ("ley-21719.prorroga-plazo", 5, .businessDays),
        ].map { name, amount, unit in
            let value = try #require(
                DatedValue(Int64(amount), from: first, to: nil, sources: [Source(id: "x", name: "x")], confidence: .low))
            return try Parameter(try #require(Parameter.ID(name)), name: .init(es: "x", en: "x"), unit: unit, values: [value])
        }
        try await opened.database.write { _ = try ParameterDesk().replace(parameters, by: .anonymous, $0) }
    }

    @Test("once, within the term and with a reason, which the person reads with the new day", arguments: Engine.available)
    func extends(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            try await Self.terms(opened)
            let (rosa, form) = (try await SignedIn.person(opened.client), "/mi/derechos/nueva")
            let sent = try await rosa.send(["derecho=access"], from: form, opened.client)
            let mine = try #require(sent.headers[.location])
            let path = "/mesa/derechos/" + mine.suffix(8)
            let made = try await StaffJourneyTests.account(opened, "olga", role: .officer)
            let desk = opened.browser()
            _ = try await StaffJourneyTests.begin(desk, "olga", made.password, opened)

            try await desk.get(path)
            #expect(!desk.text.contains("Tomar más tiempo"), "not before taking it")
            try await desk.post(path + "/tomar")
            try await desk.get(path)
            #expect(desk.text.contains("Tomar más tiempo"))
            let silent = try await desk.post(path + "/prorrogar", ["motivo="])
            #expect(silent.status == .unprocessableContent)
            try await desk.get(path)
            let given = try await desk.post(path + "/prorrogar", ["motivo=Esperamos+el+archivo+de+Temuco"])
            #expect(given.status == .seeOther && given.headers[.location] == path)
            try await desk.get(path)
            #expect(!desk.text.contains("Tomar más tiempo"), "once")

            let read = String(buffer: try await rosa.get(mine, opened.client).body)
            #expect(read.contains("Esperamos el archivo de Temuco") && read.contains("3 de diciembre de 2026"))
            #expect(String(buffer: try await rosa.get("/mi/avisos", opened.client).body).contains("Tomamos más tiempo"))
        }
    }

    @Test("not once the term has passed", arguments: Engine.available)
    func late(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            try await Self.terms(opened)
            let rosa = try await SignedIn.person(opened.client)
            let sent = try await rosa.send(["derecho=access"], from: "/mi/derechos/nueva", opened.client)
            let path = "/mesa/derechos/" + (try #require(sent.headers[.location])).suffix(8)
            opened.clock.move(byMilliseconds: 10 * 86_400_000)
            let made = try await StaffJourneyTests.account(opened, "olga", role: .officer)
            let desk = opened.browser()
            _ = try await StaffJourneyTests.begin(desk, "olga", made.password, opened)
            try await desk.get(path)
            try await desk.post(path + "/tomar")
            try await desk.get(path)
            #expect(desk.text.contains("name=\"razones\"") && !desk.text.contains("Tomar más tiempo"))
        }
    }
}
