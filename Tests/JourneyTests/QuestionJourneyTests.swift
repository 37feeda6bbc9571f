import Civic
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

@Suite("Rosa asks why somebody looked at her data")
struct QuestionJourneyTests {
    @Test("the officer reads which look it was, answers with reasons, and she reads the answer", arguments: Engine.available)
    func asks(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let rosa = try await AttentionJourneyTests.rosa(opened)
            let agent = try await AttentionJourneyTests.desk(opened, "andres", .agent)
            let attention = try await AttentionJourneyTests.find(agent, rosa)
            try await agent.get(attention)
            try await agent.post(attention + "/documento", ["run=12345678-5", "documento=100.200.300"])
            #expect(try await agent.get(attention + "/persona").status == .ok)

            let mine = SignedIn(cookie: try await OwnJourney.signIn(rosa, opened.house))
            let trace = String(buffer: try await mine.get("/mi/quien-vio", opened.client).body)
            let form = try #require(trace.firstMatch(of: #/\/mi\/quien-vio\/\d+\/preguntar/#).map { String($0.0) })
            let empty = try await mine.send(["pregunta="], from: form, opened.client)
            #expect(empty.status == .unprocessableContent)
            let sent = try await mine.send(["pregunta=Nunca+fui+a+esa+sucursal"], from: form, opened.client)
            #expect(sent.headers[.location] == "/mi/quien-vio#preguntas")
            let asked = String(buffer: try await mine.get("/mi/quien-vio", opened.client).body)
            let address = try #require(asked.firstMatch(of: #/\/mi\/derechos\/[0-9A-Z]{8}/#).map { String($0.0) })
            let stranger = try await SignedIn.person(opened.client, run: "44444444-4")
            #expect(try await stranger.get(form, opened.client).status == .notFound)
            #expect(try await stranger.get(address, opened.client).status == .notFound)

            let made = try await StaffJourneyTests.account(opened, "olga", role: .officer)
            let officer = opened.browser()
            _ = try await StaffJourneyTests.begin(officer, "olga", made.password, opened)
            let path = "/mesa/derechos/" + address.suffix(8)
            try await officer.get(path)
            #expect(!officer.text.contains("Nunca fui"), "closed until it is taken")
            try await officer.post(path + "/tomar")
            try await officer.get(path)
            #expect(officer.text.contains("Nunca fui a esa sucursal") && officer.text.contains("Agente, Instituto de Previsión Social"))
            #expect(officer.text.contains("Para atenderle") && officer.text.contains("Número en la auditoría"))
            let answered = try await officer.post(path + "/responder", ["razones=Fue+una+llamada+del+23"])
            #expect(answered.status == .seeOther)
            #expect(String(buffer: try await mine.get(address, opened.client).body).contains("Fue una llamada del 23"))
            #expect(String(buffer: try await mine.get("/mi/avisos", opened.client).body).contains(String(address.suffix(4))))
        }
    }
}
