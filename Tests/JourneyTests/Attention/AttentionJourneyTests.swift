import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Server

@Suite("An agent attends somebody at the desk")
struct AttentionJourneyTests {
    /// Rosa, with her RUN verified and a contact about violence and one about her pension.
    static func rosa(_ opened: OpenedHouse) async throws -> PersonID {
        let people = PeopleDesk(keyring: World.keyring)
        return try await opened.database.write { transaction in
            let rosa = try people.register(
                Registration(name: PersonName(given: "Rosa Elena", first: "Muñoz", second: "Ñancupil"), needs: [.signLanguage]),
                by: OpenedHouse.operators, transaction)
            guard let run = RUN(World.Citizen.run) else { throw NotFound() }
            try people.add(.run(run), to: rosa, evidence: "srcei", by: OpenedHouse.operators, transaction)
            for sheet: Int64 in [102077, 900_001] {
                try transaction.record(
                    Event(
                        "test.contact",
                        contact: Interaction(.page, .web, .transaction, .pending, product: sheet, person: rosa, assurance: .verified)),
                    by: OpenedHouse.operators)
            }
            return rosa
        }
    }

    /// Somebody of the staff at their desk, signed in with password and code.
    static func desk(_ opened: OpenedHouse, _ login: String, _ role: StaffRole, of institution: String = "IPS") async throws -> Browser {
        let made = try await StaffJourneyTests.account(opened, login, role: role, reach: .point, institution: institution)
        let browser = opened.browser()
        _ = try await StaffJourneyTests.begin(browser, login, made.password, opened)
        return browser
    }

    /// Looks Rosa up by her number and opens an attention; gives back its path.
    static func find(_ desk: Browser, _ rosa: PersonID) async throws -> String {
        try await desk.get("/mesa/personas")
        let found = try await desk.post("/mesa/personas/numero", ["numero=12.345.678-5"])
        #expect(found.status == .ok && found.headers[.cacheControl] == "no-store")
        #expect(desk.text.contains("R. E. M. Ñ.") && !desk.text.contains("Ñancupil") && !desk.text.contains("12.345.678-5"))
        let opened = try await desk.post("/mesa/personas/\(rosa.number)/atender")
        #expect(opened.status == .seeOther)
        return try #require(opened.headers[.location])
    }

    @Test("without a reason is refused, with a document is let in, and the person sees it in their trace", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let rosa = try await Self.rosa(opened)
            let desk = try await Self.desk(opened, "andres", .agent)
            let path = try await Self.find(desk, rosa)

            let refused = try await desk.get(path + "/persona")
            #expect(refused.status == .forbidden && !desk.text.contains("Ñancupil") && desk.text.contains("Falta comprobar"))
            try await desk.get(path)
            #expect(desk.text.contains("R. E. M. Ñ.") && !desk.text.contains("Ñancupil") && desk.text.contains("Pida un documento"))
            let lost = try await desk.post(path + "/documento", ["run=12345678-5", "documento=100200999"])
            #expect(lost.status == .ok && desk.text.contains("bloqueada o vencida") && !desk.text.contains("Ñancupil"))

            let proven = try await desk.post(path + "/documento", ["run=12345678-5", "documento=100.200.300"])
            #expect(proven.headers[.location] == path + "/persona")
            let person = try await desk.get(path + "/persona")
            #expect(person.status == .ok && person.headers[.cacheControl] == "no-store")
            #expect(desk.text.contains("Rosa Elena Muñoz Ñancupil") && desk.text.contains("12.345.678-5"))
            let (needs, name) = (try #require(desk.text.range(of: "Lengua de señas")), try #require(desk.text.range(of: "id=\"quien\"")))
            #expect(needs.lowerBound < name.lowerBound, "what the person asked for stands first")

            let reads = try await opened.database.read {
                try PeopleDesk(keyring: World.keyring).traces(of: rosa, verb: .read, limit: 99, $0)
            }
            #expect(reads.count(where: { $0.fields.contains("name") }) == 1, "one trace for the screen")
            let cookie = try await OwnJourney.signIn(rosa, opened.house)
            let mine = try await opened.client.execute(uri: "/mi/quien-vio", method: .get, headers: [.cookie: cookie])
            let text = String(buffer: mine.body)
            #expect(mine.status == .ok && text.contains("Para atenderle") && text.contains("Para encontrar a la persona que atendía"))
        }
    }

    @Test("and ends it: what was open closes, and the next page says so", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let rosa = try await Self.rosa(opened)
            let desk = try await Self.desk(opened, "andres", .agent)
            let path = try await Self.find(desk, rosa)
            try await desk.get(path)
            try await desk.post(path + "/documento", ["run=12345678-5", "documento=100.200.300"])
            try await desk.get(path + "/persona")
            #expect(desk.text.contains("/mesa/representacion?contacto=") && desk.text.contains("/mesa/derechos/nueva?atencion="))
            try await desk.get(path + "/terminar")
            #expect(desk.text.contains("Cómo terminó") && desk.text.contains("Pensión Garantizada Universal"))
            let unsaid = try await desk.post(path + "/terminar", ["resultado=resuelta"])
            #expect(unsaid.status == .unprocessableContent && desk.text.contains("Elija de qué se trató"))
            let ended = try await desk.post(path + "/terminar", ["resultado=resuelta", "ficha=102077"])
            let place = try #require(ended.headers[.location])
            #expect(place.hasPrefix("/mesa/atenciones?hecho=terminada&encuesta="))
            let survey = try await opened.client.execute(uri: "/encuesta/" + place.suffix(8), method: .get)
            #expect(survey.status == .ok && !String(buffer: survey.body).contains("Ñancupil"), "it names nobody")
            try await desk.get("/mesa/atenciones?hecho=terminada")
            #expect(desk.text.contains("La atención terminó.") && desk.text.contains("Resuelta"))
            for page in ["", "/persona", "/terminar"] {
                let gone = try await desk.get(path + page)
                #expect(
                    gone.status == .gone && desk.text.contains("Esta atención ya terminó") && !desk.text.contains("Ñancupil"), "\(page)")
            }
            let cookie = try await OwnJourney.signIn(rosa, opened.house)
            let mine = try await opened.client.execute(uri: "/mi/quien-vio", method: .get, headers: [.cookie: cookie])
            #expect(String(buffer: mine.body).contains("Terminó la atención a su nombre"))
        }
    }

    @Test("is let in when the person says yes in their own session, and not before", arguments: Engine.available)
    func approval(engine: Engine) async throws {
        try await OpenedHouse.open(on: engine) { opened in
            let rosa = try await Self.rosa(opened)
            let desk = try await Self.desk(opened, "andres", .agent)
            let path = try await Self.find(desk, rosa)
            try await desk.get(path)
            try await desk.post(path + "/aprobacion")
            try await desk.get(path)
            let code = try #require(desk.text.firstMatch(of: #/<strong class="folio">([A-Z0-9]{8})<\/strong>/#).map { String($0.1) })
            #expect(try await desk.get(path + "/persona").status == .forbidden)

            let her = opened.browser()
            let cookie = try await OwnJourney.signIn(rosa, opened.house)
            her.carry("session", String(cookie.dropFirst("session=".count)))
            try await her.get("/mi")
            #expect(her.text.contains("/mi/aprobar/\(code)"))
            try await her.get("/mi/aprobar/\(code)")
            #expect(her.text.contains(code) && her.text.contains("pide ver sus datos"))
            let said = try await her.post("/mi/aprobar/\(code)", ["respuesta=si"])
            #expect(said.status == .seeOther)
            #expect(try await desk.get(path + "/persona").status == .ok)
        }
    }

    @Test("and every page of the desk about persons is refused to whoever may not, and to whoever is not signed in")
    func doors() async throws {
        try await OpenedHouse.open(on: .sqlite) { opened in
            let rosa = try await Self.rosa(opened)
            let editor = try await Self.desk(opened, "editora", .editor)
            let nobody = opened.browser()
            for path in [
                "/mesa/personas", "/mesa/personas/nueva", "/mesa/atenciones", "/mesa/vidrio", "/mesa/vidrio/nuevo/\(rosa.number)",
                "/mesa/vidrio/revision", "/mesa/comprobaciones", "/mesa/fusiones", "/mesa/fusiones/nueva/\(rosa.number)",
                "/mesa/fusiones/pendientes", "/mesa/defunciones", "/mesa/defunciones/nueva/\(rosa.number)",
            ] {
                #expect(try await editor.get(path).status == .forbidden, "\(path)")
                let away = try await nobody.get(path)
                #expect(away.status == .seeOther && away.headers[.location]?.hasPrefix("/mesa/ingresar") == true, "\(path)")
            }
        }
    }

    @Test("and a supervisor breaks the glass with a reason, which another reads; the pages of records and deaths open")
    func supervisor() async throws {
        try await OpenedHouse.open(on: .sqlite) { opened in
            let rosa = try await Self.rosa(opened)
            let one = try await Self.desk(opened, "marta", .supervisor)
            let path = "/mesa/vidrio/nuevo/\(rosa.number)"
            #expect(try await one.get(path).status == .ok && !one.text.contains("Ñancupil"))
            let short = try await one.post(path, ["motivo=porque"])
            #expect(short.status == .unprocessableContent && one.text.contains("al menos 20 letras"))
            let open = try await one.post(path, ["motivo=Su+hija+llama:+no+responde+en+su+casa"])
            let look = try #require(open.headers[.location])
            #expect(try await one.get(look).status == .ok && one.text.contains("Rosa Elena Muñoz Ñancupil"))

            let other = try await Self.desk(opened, "pablo", .supervisor)
            #expect(try await other.get(look).status == .notFound)
            try await other.get("/mesa/vidrio/revision")
            let review = try #require(other.text.firstMatch(of: #/href="(\/mesa\/vidrio\/revision\/\d+)"/#).map { String($0.1) })
            try await other.get(review)
            #expect(other.text.contains("no responde en su casa") && !other.text.contains("Ñancupil"))
            let done = try await other.post(review, ["resultado=si", "observacion=Correcto"])
            #expect(done.status == .seeOther)
            for page in [
                "/mesa", "/mesa/fusiones", "/mesa/fusiones/pendientes", "/mesa/defunciones", "/mesa/comprobaciones", "/mesa/vidrio",
            ] {
                #expect(try await other.get(page).status == .ok, "\(page)")
            }
        }
    }
}
