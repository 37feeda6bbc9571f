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

/// An institution proposes answers; the person files (decision 0040).
@Suite("Prepared by others")
struct PreparationJourneyTests {
    private static let pension = "pension-garantizada-universal"

    private static func send(
        _ opened: OpenedHouse, _ token: String?, _ body: String? = nil, institution: String = "SERVIU", number: String = "P-1"
    ) async throws -> (status: HTTPResponse.Status, text: String) {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        let answer = try await opened.client.execute(
            uri: "/api/preparations/\(institution)/\(number)", method: body == nil ? .get : .post, headers: headers,
            body: body.map { ByteBuffer(string: $0) })
        return (answer.status, String(buffer: answer.body))
    }

    private static func answers(_ answers: String, service: String = pension, run: String = "12345678-5") -> String {
        "{\"service\": \"\(service)\", \"run\": \"\(run)\", \"answers\": {\(answers)}}"
    }

    private static func token(_ opened: OpenedHouse, _ institution: String = "SERVIU") async throws -> String {
        try await opened.house.programDesk.add(institution: institution, name: "Apoyo", days: 30, by: OpenedHouse.operators).token
    }

    @Test("an answer stands where it is asked, with who proposes it, and counts once the person gave it", arguments: Engine.available)
    func used(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let token = try await Self.token(opened)
            let body = Self.answers("\"forma_pago\": \"cuenta_rut\"")
            #expect(try await Self.send(opened, token, body).status == .created)
            #expect(try await Self.send(opened, token, body).status == .ok, "sent twice it counts once")
            #expect(try await Self.send(opened, token, Self.answers("\"forma_pago\": \"presencial\"")).status == .conflict)
            #expect(try await Self.send(opened, token).text.contains("waiting"))
            let older = try await Self.token(opened, "IPS")
            _ = try await Self.send(opened, older, Self.answers("\"forma_pago\": \"presencial\""), institution: "IPS")
            #expect(try await Self.send(opened, token, body, number: "P-2").status == .created, "of several the newest counts")
            let runs = try await opened.database.read { try $0.value("SELECT count(*) FROM procedure_run", as: Int.self) }
            #expect(runs == 0, "nothing is begun by it")
            try await rosa.get("/mi/avisos")
            #expect(rosa.text.contains("le dejó adelantado un trámite: Solicitud de la Pensión Garantizada Universal"))
            try await rosa.get("/mi/derechos/copia.json")
            #expect(rosa.text.contains("\"value\":\"Depósito en mi CuentaRUT\""), "what is held of a person is in their copy, in words")
            try await rosa.get("/mi/tramites")
            #expect(rosa.text.contains("Preparado para usted") && rosa.text.contains("Queda guardado hasta el"))
            var path = try await ProcedureJourneyTests.begin(rosa, Self.pension)
            #expect(path.hasSuffix("/preguntas/forma_pago"), "it is asked, for only the person answers")
            #expect(rosa.text.contains("Esta respuesta la propone otra institución: SERVIU."))
            #expect(rosa.text.contains(#/value="cuenta_rut"[^>]*checked/#))
            try await rosa.get("/api/applications/\(path.dropFirst("/mi/tramites/".count).prefix(8))")
            #expect(rosa.text.contains("\"proposed\":\"cuenta_rut\",\"proposedBy\":\"SERVIU\""), "programs of the person read the same")
            try await rosa.get(path)
            path = try await ProcedureJourneyTests.answer(rosa, path, "cuenta_rut")
            #expect(!rosa.text.contains("propone esta respuesta"), "the next one nobody proposed")
            path = try await ProcedureJourneyTests.answer(rosa, path, "yes")
            _ = try await ProcedureJourneyTests.file(rosa)
            let state = try await Self.send(opened, token).text
            #expect(state == "{\"state\":\"decided\"}", "and not a word of what was decided: \(state)")
            try await rosa.get("/mi/tramites")
            #expect(!rosa.text.contains("Preparado para usted"), "nothing that was prepared waits any more")
            #expect(try await Self.send(opened, older, institution: "IPS").text.contains("decided"))
            try await rosa.get("/mi/quien-vio")
            #expect(rosa.text.contains("le dejó preparado un trámite"))
        }
    }

    @Test("the person may not want it; after its days it is gone", arguments: Engine.available)
    func declined(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            let token = try await Self.token(opened)
            let body = Self.answers("\"forma_pago\": \"cuenta_rut\"")
            #expect(try await Self.send(opened, token, body).status == .created)
            #expect(try await Self.send(opened, token, body, number: "P-2").status == .created)
            try await rosa.get("/mi/tramites")
            let form = try #require(rosa.text.firstMatch(of: #/action="(\/mi\/tramites\/preparados\/\d+)"/#).map { String($0.1) })
            try await jose.get("/mi/tramites")
            #expect(!jose.text.contains("Preparado para usted"))
            let his = Self.answers("\"forma_pago\": \"cuenta_rut\"", run: "44444444-4")
            #expect(try await Self.send(opened, token, his, number: "P-3").status == .created)
            try await jose.get("/mi/tramites")
            let own = try #require(jose.text.firstMatch(of: #/action="(\/mi\/tramites\/preparados\/\d+)"/#).map { String($0.1) })
            let ticket = try #require(jose.token(own))
            #expect(try await jose.post(form, ["token=\(ticket)"]).status == .notFound, "another's is not there")
            try await rosa.get("/mi/tramites")
            _ = try await ProcedureJourneyTests.follow(rosa, try await rosa.post(form))
            #expect(try await Self.send(opened, token, number: "P-2").text.contains("declined"), "of two the newest is shown")
            #expect(rosa.text.contains("Preparado para usted"), "the one before stands again")
            opened.clock.move(byMilliseconds: 61 * 86_400_000)
            #expect(try await Self.send(opened, try await Self.token(opened)).text.contains("lapsed"))
            let later = try await ProcedureJourneyTests.citizen(opened)
            try await later.get("/mi/tramites")
            #expect(!later.text.contains("Preparado para usted"))
        }
    }

    @Test("what is no answer, or not theirs to give, is refused with every reason", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            _ = try await ProcedureJourneyTests.citizen(opened)
            let token = try await Self.token(opened)
            let good = Self.answers("\"forma_pago\": \"cuenta_rut\"")
            #expect(try await Self.send(opened, nil, good).status == .unauthorized)
            #expect(try await Self.send(opened, token, good, institution: "IPS").status == .forbidden)
            #expect(try await Self.send(opened, token, institution: "IPS").status == .forbidden)
            #expect(try await Self.send(opened, token, number: "none").status == .notFound)
            for (wrong, reason) in [
                ("[]", "no preparation"), (Self.answers("\"forma_pago\": \"oro\""), "answers.forma_pago"),
                (Self.answers("\"color\": \"rojo\""), "no such question"), (Self.answers(""), "there is none"),
                (Self.answers("\"veraz\": true"), "only the person"), (Self.answers("\"forma_pago\": 7", service: "nada"), "service:"),
                (Self.answers("\"forma_pago\": \"cuenta_rut\"", run: "1-1"), "no RUN"),
                (Self.answers("\"forma_pago\": \"cuenta_rut\"", run: RUN(number: 9_999_991)?.plain ?? ""), "nobody"),
            ] {
                let answer = try await Self.send(opened, token, wrong)
                #expect(answer.status == .unprocessableContent && answer.text.contains(reason), "\(wrong): \(answer.text)")
            }
        }
    }
}
