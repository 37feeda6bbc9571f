import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Procedures
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

/// Other institutions tell how their cases go (counter-rules 11).
@Suite("Cases elsewhere")
struct ExternalJourneyTests {
    private static func send(
        _ opened: OpenedHouse, _ token: String?, _ body: String, institution: String = "SERVIU", number: String = "A-77"
    ) async throws
        -> (status: HTTPResponse.Status, text: String)
    {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        let answer = try await opened.client.execute(
            uri: "/api/external-cases/\(institution)/\(number)/events", method: .post, headers: headers, body: ByteBuffer(string: body))
        return (answer.status, String(buffer: answer.body))
    }

    private static func event(_ id: String, _ rest: String = "", run: String = "12345678-5") -> String {
        """
        {"id": "\(id)", "run": "\(run)", "at": "2026-11-20T09:30:00-03:00", "title": "Subsidio de arriendo", "status": "awaiting"\(rest)}
        """
    }

    @Test("are on the same timeline with their age; once each, of one's own institution alone", arguments: Engine.available)
    func told(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let token = try await opened.house.programDesk.add(
                institution: "SERVIU", name: "Postulaciones", days: 30, by: OpenedHouse.operators
            ).token
            #expect(try await Self.send(opened, nil, Self.event("1")).status == .unauthorized)
            #expect(try await Self.send(opened, token, Self.event("1"), institution: "IPS").status == .forbidden)
            let more =
                ", \"stage\": \"Faltan antecedentes\", \"words\": \"Traiga su contrato.\", \"due\": \"2026-12-10\", \"owes\": \"person\""
            #expect(try await Self.send(opened, token, Self.event("1", more)).status == .created)
            #expect(try await Self.send(opened, token, Self.event("1", more)).status == .ok, "sent twice it counts once")
            let other = try await Self.send(opened, token, Self.event("1", ", \"stage\": \"Otra cosa\""))
            #expect(other.status == .conflict && other.text.contains("corrects"), "the same name with another content")
            #expect(try await Self.send(opened, token, Self.event("1b", more + ", \"corrects\": \"0\"")).status == .unprocessableContent)
            let right = more.replacing("Traiga su contrato.", with: "Traiga su contrato de arriendo.") + ", \"corrects\": \"1\""
            #expect(try await Self.send(opened, token, Self.event("1c", right)).status == .created)
            #expect(try await Self.send(opened, token, Self.event("1c", right)).status == .ok, "a correction sent twice counts once")
            #expect(try await Self.send(opened, token, Self.event("1d", right)).status == .unprocessableContent, "it was corrected already")
            for wrong in [
                "[]", Self.event("1 2"), Self.event("3", ", \"mas\": 1"), Self.event("4", ", \"due\": \"mañana\""),
                Self.event("5", run: "1-1"),
                Self.event("6", run: RUN(number: 9_999_991)?.plain ?? ""),
            ] {
                let answer = try await Self.send(opened, token, wrong)
                #expect(answer.status == .unprocessableContent && answer.text.contains("refused"), "\(wrong)")
            }
            _ = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            #expect(try await Self.send(opened, token, Self.event("7", run: "44444444-4")).text.contains("another person"))
            try await rosa.get("/mi/tramites")
            #expect(rosa.text.contains("Subsidio de arriendo") && rosa.text.contains("A-77") && rosa.text.contains("hoy"))
            let path = try #require(rosa.text.firstMatch(of: #/href="(\/mi\/tramites\/externos\/\d+)"/#).map { String($0.1) })
            try await rosa.get(path)
            for told in [
                "Faltan antecedentes", "Traiga su contrato de arriendo.", "Corregido después: Faltan antecedentes", "10 de diciembre",
                "El próximo paso le toca a usted",
            ] {
                #expect(rosa.text.contains(told), "\(told)")
            }
            try await rosa.get("/mi/derechos/copia.json")
            #expect(rosa.text.contains("Traiga su contrato de arriendo."), "what is held of a person is in their copy")
            let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            #expect(try await jose.get(path).status == .notFound)
            let person = try await opened.database.read { try $0.value("SELECT subject FROM external_case", as: Int64.self) }
            let desk = try await AttentionJourneyTests.desk(opened, "andres", .agent)
            let attention = try await AttentionJourneyTests.find(desk, PersonID(try #require(person)))
            let list = try await desk.get(attention.replacing("/mesa/atenciones/", with: "/mesa/tramites/"))
            #expect(list.status == .ok && !desk.text.contains("Subsidio de arriendo"), "an agent sees it once the person is there")
            try await rosa.get("/mi/avisos")
            #expect(rosa.text.contains("Otra institución informó"))
        }
    }
}
