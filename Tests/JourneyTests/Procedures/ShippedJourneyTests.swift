import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Storage
import TestKit
import Testing

@testable import Server

/// Each shipped service that has no journey of its own elsewhere, done by its person from the first question to what comes of it.
@Suite("A shipped service")
struct ShippedJourneyTests {
    /// Answers whatever is asked, by the name of the question, and files. Gives back the code.
    private static func done(_ person: Browser, _ service: String, _ answers: [String: String]) async throws -> String {
        var path = try await ProcedureJourneyTests.begin(person, service)
        while let question = path.firstMatch(of: #/\/preguntas\/([a-z_]+)/#).map({ String($0.1) }) {
            let given = try #require(answers[question], "\(service) asks \(question)")
            let action = try #require(person.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
            let fields = given.contains("=") ? given.split(separator: "&").map(String.init) : ["respuesta=\(given)"]
            path = try await ProcedureJourneyTests.follow(person, try await person.post(action.replacing("&amp;", with: "&"), fields))
        }
        path = try await ProcedureJourneyTests.file(person)
        return String(path.dropFirst("/mi/tramites/".count).prefix(8))
    }

    private static func due(_ opened: OpenedHouse) async throws -> Int? {
        try await opened.database.read { try $0.value("SELECT due FROM procedure_run", as: Int.self) }
    }

    @Test("the family contribution is consulted, claimed, and granted by whoever pays it", arguments: Engine.available)
    func contribution(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let code = try await Self.done(rosa, "aporte-familiar-permanente", ["destino": "cuenta_rut"])
            let paula = try await ProofJourneyTests.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("Ordene el pago a la cuenta"))
            try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Se+ordenó+el+pago."])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("El pago es suyo.") && rosa.text.contains(#/\$(64\.574|129\.148|193\.722)/#))
        }
    }

    @Test("that somebody abroad is alive is shown by the consulate, and decided by whoever asks there", arguments: Engine.available)
    func survival(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let code = try await Self.done(
                rosa, "supervivencia-en-el-exterior",
                [
                    "pais": "Canadá", "como": "consulado", "consulado": "Toronto",
                    "papel_consulado": "", "fecha_consulado": "respuesta-day=3&respuesta-month=11&respuesta-year=2026", "veraz": "yes",
                ])
            #expect(!rosa.text.contains("cumple los requisitos") && rosa.text.contains("confirma con el consulado"))
            let paula = try await ProofJourneyTests.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("Toronto") && !paula.text.contains("A qué correo"), "what is not asked is not there")
            try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=El+consulado+lo+confirmó."])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Su supervivencia quedó acreditada."))
        }
    }

    @Test("the certificate of a pensioner comes at once, and names before whom", arguments: Engine.available)
    func certificate(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let code = try await Self.done(rosa, "certificado-de-pensionado", ["para_quien": "Banco+Uno"])
            #expect(rosa.text.contains("Su certificado está listo."))
            if let text = try await ProofJourneyTests.paper(rosa, code) {
                for said in ["Certificado de pensionado o pensionada", "Pensión de vejez", "Para ser presentado ante: Banco Uno"] {
                    #expect(text.contains(said), "\(said)")
                }
                #expect(!text.contains("Se concede lo solicitado"), "a certificate is no decision")
            }
        }
    }

    @Test("public information is due in twenty business days, and once in ten more", arguments: Engine.available)
    func information(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let code = try await Self.done(
                rosa, "acceso-a-informacion-publica",
                ["que_pide": "El+contrato+de+aseo.", "formato": "correo", "correo": "rosa@example.cl"])
            let calendar = BusinessCalendar(opened.house.holidays)
            let filed = opened.house.clock.today
            let first = try Term.businessDays(20).end(from: filed, calendar)
            #expect(try await Self.due(opened) == first.number)
            let paula = try await ProofJourneyTests.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            try await paula.post("/mesa/casos/\(code)/ampliar", ["ampliacion=Hay+que+reunir+archivos."])
            #expect(try await Self.due(opened) == Term.businessDays(10).end(from: first, calendar).number)
            try await paula.get("/mesa/casos/\(code)")
            #expect(!paula.text.contains("/ampliar\""), "once")
            // What was asked for is given with the case, and its person reads it.
            let wrong = try await paula.post("/mesa/casos/\(code)/adjuntar", file: "documento", name: "a.pdf", Array("MZ".utf8))
            #expect(wrong.status == .unprocessableContent, "a file is what its bytes are")
            let pdf = Array("%PDF-1.4 contrato".utf8)
            try await paula.get("/mesa/casos/\(code)")
            let sent = try await paula.post(
                "/mesa/casos/\(code)/adjuntar", file: "documento", name: "c.pdf", pdf, ["titulo": "Contrato de aseo"])
            #expect(sent.headers[.location] == "/mesa/casos/\(code)")
            try await paula.get("/mesa/casos/\(code)")
            try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Va+adjunto."])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Contrato de aseo") && rosa.text.contains("/archivos/adjunto-1\""))
            let read = try await rosa.get("/mi/tramites/\(code)/archivos/adjunto-1")
            #expect(Array(read.body.readableBytesView) == pdf && read.headers[.contentType] == "application/pdf")
            #expect(try await rosa.get("/mi/tramites/\(code)/archivos/adjunto-2").status == .notFound)
            let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            #expect(try await jose.get("/mi/tramites/\(code)/archivos/adjunto-1").status == .notFound)
        }
    }

    @Test(
        "who is not answered in time may complain of that: the term to do so runs from the day on which the other ended",
        arguments: Engine.available)
    func unanswered(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            let code = try await Self.done(
                rosa, "acceso-a-informacion-publica", ["que_pide": "El+contrato+de+aseo.", "formato": "aqui"])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(!rosa.text.contains("Amparo del derecho de acceso"), "nothing is late")
            let calendar = BusinessCalendar(opened.house.holidays)
            let due = try Term.businessDays(20).end(from: opened.house.clock.today, calendar)
            opened.clock.move(byMilliseconds: 35 * 86_400_000)
            #expect(opened.house.clock.today > due)
            let later = try await ProcedureJourneyTests.citizen(opened)
            try await later.get("/mi/tramites/\(code)")
            let texts = opened.house.paperTexts
            let until = try Term.businessDays(15).end(from: due, calendar)
            for told in [
                "Amparo del derecho de acceso", "El Consejo para la Transparencia", "Ley N° 20.285, artículo 24",
                "No le respondieron dentro del plazo, que terminó el \(texts.long(due))", "Tiene hasta el \(texts.long(until))",
            ] {
                #expect(later.text.contains(told), "\(told)")
            }
            #expect(later.text.contains("Si no le responden") && later.text.contains("denuncie la demora"))
            #expect(!later.text.contains("certificado\""), "no silence of this law is certified")
        }
    }
}
