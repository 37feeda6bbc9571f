import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

/// What the paper of a decision says, what a paper proves against a register, and who looks at what a system decided (counter-rules 5 and 6).
@Suite("A decision stands on what was seen")
struct ProofJourneyTests {
    private static let pension = "pension-garantizada-universal"

    static func prove(_ official: Browser, _ code: String, _ datum: String, _ value: String, _ paper: String) async throws {
        try await official.get("/mesa/casos/\(code)")
        #expect(official.text.contains("/mesa/casos/\(code)/probar/\(datum)\""), "\(datum) is offered")
        try await official.get("/mesa/casos/\(code)/probar/\(datum)")
        let sent = try await official.post(
            "/mesa/casos/\(code)/probar/\(datum)", ["respuesta=\(value)", "documento=\(paper.replacing(" ", with: "+"))"])
        #expect(sent.headers[.location] == "/mesa/casos/\(code)", "\(official.text.prefix(3000))")
        try await official.get("/mesa/casos/\(code)")
    }

    /// José asks for the pension, and a rule is not met.
    static func filed(_ opened: OpenedHouse) async throws -> String {
        let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
        var path = try await ProcedureJourneyTests.begin(jose, pension)
        for answer in ["no", "cuenta_rut", "yes"] { path = try await ProcedureJourneyTests.answer(jose, path, answer) }
        path = try await ProcedureJourneyTests.file(jose)
        return String(path.dropFirst("/mi/tramites/".count).prefix(8))
    }

    static func take(_ opened: OpenedHouse, _ name: String, _ code: String, of institution: String = "IPS") async throws -> Browser {
        let official = try await AttentionJourneyTests.desk(opened, name, .supervisor, of: institution)
        try await official.get("/mesa/casos")
        try await official.post("/mesa/casos/\(code)/tomar")
        return official
    }

    /// The words of the paper that stands for a case, as its person hears them; nil without poppler's tools.
    static func paper(_ person: Browser, _ code: String) async throws -> String? {
        try await person.get("/mi/tramites/\(code)")
        let link = try #require(person.text.matches(of: #/href="(\/mi\/tramites\/[A-Z0-9]+\/documentos\/[A-Z0-9]{8})"/#).last).1
        let pdf = try await person.get(String(link))
        let bytes = Data(pdf.body.readableBytesView)
        #expect(bytes.starts(with: Data("%PDF-1.".utf8)))
        return try PaperJourneyTests.text(bytes)?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("a refusal says what was seen and what was not, why, who signs it and what can be done", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.filed(opened)
            let paula = try await Self.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)/probar/anos_residencia")
            let absurd = try await paula.post("/mesa/casos/\(code)/probar/anos_residencia", ["respuesta=5000", "documento=Carta"])
            #expect(absurd.status == .unprocessableContent, "the bounds of the person's own answer hold")
            try await paula.get("/mesa/casos/\(code)")
            try await paula.post("/mesa/casos/\(code)", ["decision=refused", "motivo=Faltan+ocho+años+de+residencia."])
            let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            let page = String(buffer: try await jose.get("/mi/tramites/\(code)").body)
            #expect(page.contains("Ley\u{A0}N°\u{A0}21.419") && page.contains("\(code.prefix(4))-\u{2060}\(code.suffix(4))"), "on one line")
            #expect(jose.text.contains("Emitida el ") && jose.text.contains("<h2>Por qué se resolvió así</h2>"))
            guard let text = try await Self.paper(jose, code) else { return }
            for said in [
                "No se concede lo solicitado: Solicitud de la Pensión Garantizada Universal.", "12 años en Chile",
                "consultado el 23 de noviembre de 2026",
                "Residencia en Chile: No cumple", "Edad: Cumple", "Focalización: No hizo falta", "Si el dato está mal: Reúna lo que pruebe",
                "No se adjuntaron documentos.", "Si no está de acuerdo",
                "Se presenta en Mi Ventanilla, en el trámite \(code.prefix(4))-\(code.suffix(4))",
                "El plazo no termina antes del", "Se entrega directamente a quien lo resuelve.",
                "Motivo de quien firma: Faltan ocho años de residencia.",
                "Resuelve y firma: Andrés Iturra Sáez, Agente, Instituto de Previsión Social", "Recurso de reposición",
            ] { #expect(text.contains(said), "\(said) in \(text)") }
            for unseen in ["bajo el corte", "Su pensión base es", "Monto mensual", "Se paga desde"] {
                #expect(!text.contains(unseen), "nobody saw that: \(unseen)")
            }
        }
    }

    @Test(
        "what a paper proves is reckoned, and is paid from the day on which it was due", arguments: Engine.available
    )
    func proved(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.filed(opened)
            let filed = opened.house.clock.today
            opened.clock.move(byMilliseconds: 3 * 86_400_000)
            let paula = try await Self.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            #expect(!paula.text.contains("/probar/dias_fuera"), "what no rule turns on is not proved")
            #expect(try await paula.get("/mesa/casos/\(code)/probar/dias_fuera").status == .notFound)
            try await paula.get("/mesa/casos/\(code)/probar/anos_residencia")
            #expect(paula.text.contains("Registro de residencia dice: 12") || paula.text.contains(" dice: 12."))
            let wrong = try await paula.post("/mesa/casos/\(code)/probar/anos_residencia", ["respuesta=muchos", "documento=Contrato"])
            #expect(wrong.status == .unprocessableContent && paula.text.contains("Contrato"), "what was written stays")
            let bare = try await paula.post("/mesa/casos/\(code)/probar/anos_residencia", ["respuesta=22", "documento="])
            #expect(bare.status == .unprocessableContent, "without a paper nothing is proved")
            try await Self.prove(paula, code, "anos_residencia", "22", "Contratos de 1980 a 2002")
            #expect(!paula.text.contains("No cumple</span>"))
            try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Lo+prueba."])
            let benefit = try await opened.database.read { try $0.value("SELECT since FROM procedure_benefit", as: Int.self) }
            #expect(benefit == filed.number, "due from the day it was asked for, not from the signature")
            let jose = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            try await jose.get("/mi/tramites/\(code)")
            #expect(jose.text.contains("Se tomó por probado") && jose.text.contains("Contratos de 1980 a 2002"))
            if let text = try await Self.paper(jose, code) {
                for said in [
                    "Se concede lo solicitado", "Monto mensual: $", "lo prueba: Contratos de 1980 a 2002",
                    "Se paga desde: lunes 23 de noviembre de 2026",
                ] {
                    #expect(text.contains(said), "\(said) in \(text)")
                }
            }
            let camila = try await AttentionJourneyTests.desk(opened, "camila", .supervisor)
            try await camila.get("/mesa/casos")
            #expect(try await camila.get("/mesa/casos/\(code)/probar/anos_residencia").status != .ok, "only whoever holds it")
        }
    }

    @Test("what the system granted somebody looks at when its person asks, and it turns out no worse", arguments: Engine.available)
    func looked(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Pedir que lo revise una persona"))
            try await rosa.post("/mi/tramites/\(code)/persona", ["motivo=Mi+pensión+es+menor."])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Lo concedido sigue vigente") && rosa.text.contains("Se paga $231.732 al mes"))
            #expect(!rosa.text.contains("/persona\""), "once")
            let paula = try await Self.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("Mi pensión es menor."))
            #expect(paula.text.contains("value=\"granted\"") && !paula.text.contains("value=\"refused\""), "asking takes nothing away")
            #expect(paula.text.contains("Pedir una revisión no quita lo concedido"), "and it says so")
            let worse = try await paula.post("/mesa/casos/\(code)", ["decision=refused", "motivo=No+cumple+lo+que+se+pide."])
            #expect(worse.status == .unprocessableContent, "whatever is sent")
            try await paula.get("/mesa/casos/\(code)/probar/nacimiento")
            try await paula.post(
                "/mesa/casos/\(code)/probar/nacimiento",
                ["respuesta-day=1", "respuesta-month=3", "respuesta-year=1940", "documento=Partida+de+nacimiento"])
            try await paula.get("/mesa/casos/\(code)")
            try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=La+liquidación+lo+muestra."])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Se paga $250.275 al mes") && rosa.text.contains("Lo resolvió \(World.Agent.name), Agente"))
            #expect(rosa.text.contains("lo prueba: Partida de nacimiento"))
        }
    }

    @Test("each stage is its owner's, with a term of its own; only the last one decides", arguments: Engine.available)
    func staged(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let file = CatalogueJourneyTests.root + "/Services/acceso-a-informacion-publica.yaml"
            let staged = try String(contentsOfFile: file, encoding: .utf8).nextVersion.replacing(
                "  - {id: busqueda,",
                with:
                    "  - {id: examen, title: Examen de admisibilidad, owner: ips.oirs, business_days: 5, task: Vea si se puede admitir.}\n  - {id: busqueda,"
            )
            _ = try await opened.house.definitions.load(["acceso.yaml": staged], by: OpenedHouse.operators)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            var path = try await ProcedureJourneyTests.begin(rosa, "acceso-a-informacion-publica")
            for answer in ["El+contrato+de+aseo.", "aqui"] { path = try await ProcedureJourneyTests.answer(rosa, path, answer) }
            path = try await ProcedureJourneyTests.file(rosa)
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            let first = try await opened.database.read { try $0.value("SELECT due FROM procedure_run", as: Int.self) }
            let whole = opened.house.paperTexts.long(Day(number: try #require(first)))
            #expect(!rosa.text.contains("a más tardar el \(whole)"), "the first stage's term is not the decision's")
            let unread = try await AttentionJourneyTests.desk(opened, "olga", .supervisor)
            #expect(try await unread.get("/mesa/casos/\(code)").status == .conflict && unread.text.contains("Tómelo primero"))
            let paula = try await Self.take(opened, "paula", code)
            #expect(try await unread.get("/mesa/casos/\(code)").status == .conflict && unread.text.contains("Otra persona del equipo"))
            #expect(unread.text.contains("class=\"button\" href=\"/mesa/casos\""), "with a way on")
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("Vea si se puede admitir."), "what the stage asks for")
            #expect(paula.text.contains("Pasar a la etapa siguiente") && !paula.text.contains("name=\"decision\""))
            let early = try await paula.post("/mesa/casos/\(code)", ["decision=refused", "motivo=No+cumple+lo+que+se+pide."])
            #expect(early.status != .seeOther, "nobody decides in a stage that does not")
            let before = try await opened.database.read { try $0.value("SELECT due FROM procedure_run", as: Int.self) }
            try await paula.get("/mesa/casos/\(code)")
            let handed = try await paula.post("/mesa/casos/\(code)/seguir", ["hecho=Es+admisible."])
            #expect(handed.headers[.location] == "/mesa/casos")
            let after = try await opened.database.read { try $0.first("SELECT stage, due, owner, holder FROM procedure_run") }
            let row = try #require(after)
            let (stage, due, owner, holder): (String, Int, String, Int64?) = (
                try row["stage"], try row["due"], try row["owner"], try row["holder"]
            )
            #expect(stage == "busqueda" && owner == "ips.transparencia" && holder == nil && due > (before ?? 0))
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("En búsqueda") && rosa.text.contains("Es admisible."))
            try await paula.get("/mesa/casos")
            try await paula.post("/mesa/casos/\(code)/tomar")
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("No acoger") && !paula.text.contains("Lo que dicen las reglas hoy"), "there are no rules")
            #expect(paula.text.contains("name=\"decision\"") && !paula.text.contains("Pasar a la etapa siguiente"))
            try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Va+adjunto."])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Va adjunto."))
        }
    }
}
