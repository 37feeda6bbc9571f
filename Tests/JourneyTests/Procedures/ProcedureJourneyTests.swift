import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Ports
import Procedures
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

@Suite("A person does a service")
struct ProcedureJourneyTests {
    /// A house with the services that are shipped.
    static func open(on engine: Engine, _ body: @escaping @Sendable (OpenedHouse) async throws -> Void) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            try await opened.database.join()
            _ = try await opened.house.definitions.load(
                try ServiceFiles.texts(CatalogueJourneyTests.root + "/Services"),
                registers: try ServiceFiles.registers(CatalogueJourneyTests.root + "/Catalogue"), by: OpenedHouse.operators)
            try await body(opened)
        }
    }

    static func citizen(_ opened: OpenedHouse, run: String = "12345678-5") async throws -> Browser {
        let browser = opened.browser()
        let cookie = try await SignedIn.person(opened.client, run: run).cookie
        browser.carry("session", String(cookie.dropFirst("session=".count)))
        return browser
    }

    /// Follows where an answer leads, page after page, until one is shown.
    static func follow(_ browser: Browser, _ answer: TestResponse) async throws -> String {
        var (path, answer) = ("", answer)
        while let next = answer.headers[.location] {
            path = next
            answer = try await browser.get(next)
        }
        #expect(answer.status == .ok, "\(path): \(browser.text.prefix(300))")
        return path
    }

    static func begin(_ browser: Browser, _ service: String, root: String = "/mi/tramites") async throws -> String {
        try await browser.get("\(root)/nuevo/\(service)")
        return try await follow(browser, try await browser.post("\(root)/nuevo/\(service)"))
    }

    /// Answers the question whose page is shown.
    static func answer(_ browser: Browser, _ path: String, _ value: String) async throws -> String {
        let action = try #require(browser.text.firstMatch(of: #/action="([^"]+\/preguntas\/[^"]+)"/#).map { String($0.1) })
        #expect(action.hasPrefix(path))
        return try await follow(browser, try await browser.post(action.replacing("&amp;", with: "&"), ["respuesta=\(value)"]))
    }

    static func file(_ browser: Browser) async throws -> String {
        let action = try #require(browser.text.firstMatch(of: #/action="([^"]+\/revisar\?r=\d+)"/#).map { String($0.1) })
        return try await follow(browser, try await browser.post(action))
    }

    private static func due(_ opened: OpenedHouse) async throws -> Int {
        try #require(try await opened.database.read { try $0.value("SELECT due FROM procedure_run", as: Int.self) })
    }

    @Test("from the first question to the decision, which says with which data and by which law", arguments: Engine.available)
    func whole(_ engine: Engine) async throws {
        try await Self.open(on: engine) { opened in
            let rosa = try await Self.citizen(opened)
            try await rosa.get("/fichas/102077-pension-garantizada-universal")
            #expect(rosa.text.contains("href=\"/tramites/pension-garantizada-universal\""), "the sheet leads to it")
            var path = try await Self.begin(rosa, "pension-garantizada-universal")
            #expect(path.hasSuffix("/preguntas/forma_pago"), "the registers answered everything else")
            path = try await Self.answer(rosa, path, "cuenta_rut")
            path = try await Self.answer(rosa, path, "yes")
            #expect(path.hasSuffix("/revisar"))
            #expect(rosa.text.contains("$310.000") && rosa.text.contains("Registro de pensiones") && rosa.text.contains("$231.732"))
            #expect(rosa.text.contains("Todavía no está presentado") && !rosa.text.contains("alert done"), "nobody stops here")
            path = try await Self.file(rosa)
            #expect(path.hasSuffix("?presentada=si"))
            #expect(rosa.text.contains("Ya está resuelto") && !rosa.text.contains("Le avisaremos"), "what comes next is not still to come")
            #expect(!rosa.text.contains("pgu.") && !rosa.text.contains("Conocimiento propio"))
            for told in [
                "Edad desde la que se puede solicitar la PGU: <strong>64 años y 9 meses</strong> Norma: Ley N° 21.419. <span class=\"quiet\">Valor "
                    + "no confirmado en una fuente oficial: nadie lo ha leído en la norma.",
                "<strong>$1.252.602</strong> Norma: Ley N° 21.419. <span class=\"quiet\">Valor no confirmado en una fuente oficial: meganoticias.cl",
                "Norma: Ley N° 21.419, artículo 10 c). <span class=\"quiet\">Valor leído en: Ley N° 21.419", "dígalo en su recurso",
                "Años de residencia en Chile que se piden dentro de los últimos cinco: <strong>4 años",
            ] { #expect(rosa.text.contains(told), "\(told)") }
            try await rosa.get("/en" + path.prefix { $0 != "?" })
            for told in [
                "Age from which one may apply for the PGU: <strong>64 years and 9 months</strong>",
                "Upper pension limit: <strong>$1.252.602",
                "Value not confirmed in an official source: <span lang=\"es\">meganoticias.cl",
            ] { #expect(rosa.text.contains(told), "\(told)") }
            try await rosa.get("/mi")
            #expect(rosa.text.contains("Mis trámites</h2>") && rosa.text.contains("Concedido"), "it is on the first screen of her place")
            try await rosa.get("/mi/datos")
            #expect(rosa.text.contains("Depósito en mi CuentaRUT") && !rosa.text.contains("cuenta_rut"), "in words, each on its own")
            try await rosa.get(path)
            for told in ["$231.732", "Ley N° 21.419, artículo 10 c)", "46 años", "Registro Civil", "Lo concedió el sistema"] {
                #expect(rosa.text.contains(told), "\(told)")
            }
            try await rosa.get("/mi/quien-vio?todo=si")
            #expect(rosa.text.contains("presentó un trámite") || rosa.text.contains("Para hacer un trámite suyo"))
            let contacts = try await opened.database.read { snapshot in
                try snapshot.value("SELECT count(*) FROM interaction WHERE deed = \(Deed.application.number)", as: Int.self)
            }
            #expect(contacts == 1, "an application is one contact of the record")
        }
    }

    @Test(
        "is refused by a named official alone, who did not help and saw the data; and reads why and what to do", arguments: Engine.available
    )
    func refused(_ engine: Engine) async throws {
        try await Self.open(on: engine) { opened in
            let jose = try await Self.citizen(opened, run: "44444444-4")
            var path = try await Self.begin(jose, "pension-garantizada-universal")
            path = try await Self.answer(jose, path, "no")
            path = try await Self.answer(jose, path, "cuenta_rut")
            path = try await Self.answer(jose, path, "yes")
            #expect(jose.text.contains("12 años") && jose.text.contains("lo resuelve una persona"))
            path = try await Self.file(jose)
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            #expect(jose.text.contains("a más tardar el") && !jose.text.contains("No cumple</span>"), "nothing is refused yet")

            let official = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await official.get("/mesa/casos")
            #expect(official.text.contains("Solicitud de la Pensión"))
            try await official.post("/mesa/casos/\(code)/tomar")
            try await official.get("/mesa/casos/\(code)")
            #expect(official.text.contains("Revise los datos y resuelva"))
            #expect(official.text.contains("12 años"), "\(official.text.prefix(2000))")
            #expect(official.text.contains("Rodríguez") && official.text.contains("44.444.444-4"), "whose case it is")
            #expect(official.text.contains("Lo que respondió la persona") && !official.text.contains("usted puede denunciar"))
            #expect(
                !official.text.contains("value=\"granted\"") && official.text.contains("no se puede conceder"), "only what may be signed")
            // Something is asked of him: the term stands still, and ends as many business days later; it is extended once.
            let due = try await Self.due(opened)
            try await official.post("/mesa/casos/\(code)/detener", ["antecedentes=Mande+sus+contratos."])
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("El plazo está detenido") && jose.text.contains("Mande sus contratos."))
            #expect(!jose.text.contains("A más tardar el"), "no day is promised while the clock stands still")
            opened.clock.move(byMilliseconds: 60_000)
            try await jose.post("/mi/tramites/\(code)/antecedentes", ["antecedentes=No+los+tengo."])
            #expect(try await Self.due(opened) == due, "the same day")
            try await official.get("/mesa/casos/\(code)")
            #expect(official.text.contains("No los tengo."))
            try await official.post("/mesa/casos/\(code)/ampliar", ["ampliacion=Hay+que+pedir+datos."])
            let longer = try await Self.due(opened)
            #expect(longer > due)
            try await official.get("/mesa/casos/\(code)")
            #expect(!official.text.contains("/ampliar"), "once")

            let empty = try await official.post("/mesa/casos/\(code)", ["decision=refused"])
            #expect(empty.status == .unprocessableContent, "a refusal has a reason")
            #expect(official.text.contains("<title>Error: "))
            let (summary, heading) = (official.text.range(of: "id=\"errores\""), official.text.range(of: "<h1>"))
            #expect(try #require(summary).lowerBound < (try #require(heading)).lowerBound, "what is wrong is told before anything else")
            #expect(
                official.text.components(separatedBy: "id=\"errores\"").count == 2
                    && official.text.contains("href=\"/en/mesa/casos/\(code)\""))
            let bare = try await official.post("/mesa/casos/\(code)", ["decision=refused", "motivo=no"])
            #expect(
                bare.status == .unprocessableContent && official.text.contains("de al menos 20 letras"), "nobody is refused with a 'no'")
            let signed = try await official.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Faltan+ocho+años+de+residencia."])
            #expect(signed.headers[.location] == "/mesa/casos")

            try await jose.get("/mi/tramites/\(code)")
            for told in [
                "No cumple", "12 años", "contratos, cotizaciones", "Faltan ocho años de residencia.",
                "Lo resolvió \(World.Agent.name), Agente",
                "No hizo falta",
                "Resuelto: no concedido", "Presentar este recurso", "No se presenta aquí",
            ] {
                #expect(jose.text.contains(told), "\(told)")
            }
            #expect(!jose.text.contains("Falta: "), "what was not needed is not missing")
            let asked = try await jose.get("/mi/tramites/\(code)/apelar")
            #expect(asked.headers[.location] == "/mi/tramites/\(code)", "the address of the form leads to the case")
            try await jose.get("/mi/tramites/\(code)")
            let stored = try await opened.database.read { try $0.first("SELECT decider, automatic, outcome FROM procedure_run") }
            let row = try #require(stored)
            let (decider, automatic): (Int64?, Int) = (try row["decider"], try row["automatic"])
            #expect(decider != nil && automatic == 0)

            // He appeals; whoever refused it does not answer, and another grants it with a paper of its own.
            let nothing = try await jose.post("/mi/tramites/\(code)/apelar", ["motivo="])
            #expect(nothing.status == .unprocessableContent)
            try await jose.post("/mi/tramites/\(code)/apelar", ["motivo=Vivo+en+Chile+desde+1980."])
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("Se pidió que se revise. Lo mira otra persona") && !jose.text.contains("/apelar"))
            try await official.get("/mesa/casos")
            #expect(!official.text.contains("/mesa/casos/\(code)/tomar") && official.text.contains("La apelación la responde otra persona"))
            let another = try await AttentionJourneyTests.desk(opened, "elena", .supervisor)
            try await another.get("/mesa/casos")
            try await another.post("/mesa/casos/\(code)/tomar")
            try await another.get("/mesa/casos/\(code)")
            #expect(another.text.contains("Vivo en Chile desde 1980."))
            let early = try await another.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Lo+prueba+con+contratos."])
            #expect(early.status == .conflict && another.text.contains("anote lo que pruebe un documento"), "no rule is passed over")
            try await ProofJourneyTests.prove(another, code, "anos_residencia", "22", "Contratos de 1980 a 2002, AFC N° 77")
            let granted = try await another.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Lo+prueba+con+contratos."])
            #expect(granted.headers[.location] == "/mesa/casos")
            try await jose.get("/mi/tramites/\(code)")
            #expect(
                jose.text.contains("22 años")
                    && jose.text.contains("lo prueba: Contratos de 1980 a 2002, AFC N° 77, visto el 23 de noviembre de 2026"))
            #expect(jose.text.contains("Se paga $"), "what is granted is paid")
            #expect(
                jose.text.contains("Lo prueba con contratos.") && jose.text.contains("Lo resolvió \(World.Agent.name), Agente"),
                "by name, with the reason")
            let papers = try await opened.database.read {
                try $0.all("SELECT revoked FROM procedure_document ORDER BY issued, id") { row -> Bool in
                    let revoked: Int64? = try row["revoked"]
                    return revoked != nil
                }
            }
            #expect(papers == [true, false], "the paper of the refusal is withdrawn")
            let month = Month(of: opened.house.clock.today).number
            let told = try await opened.house.runDesk(isDemonstration: true).reversals.month(month)
            #expect(told == Reversals.Reading(decided: 1, refused: 1, answered: 1, reversed: 1), "the boards tell of it")
        }
    }
}
