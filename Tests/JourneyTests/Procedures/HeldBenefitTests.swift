import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Persons
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

/// What a death does to what is paid, and what a mistaken one gives back (counter-rules 4).
@Suite("A benefit after a death")
struct HeldBenefitTests {
    private static func rosa(_ opened: OpenedHouse) async throws -> PersonID {
        let number = try #require(try await opened.database.read { try $0.value("SELECT subject FROM procedure_run", as: Int64.self) })
        return PersonID(number)
    }

    private static func page(_ opened: OpenedHouse, _ code: String) async throws -> String {
        let rosa = try await ProcedureJourneyTests.citizen(opened)
        try await rosa.get("/mi/tramites/\(code)")
        return rosa.text
    }

    private static func row(_ opened: OpenedHouse) async throws -> [String?] {
        try await opened.database.read { snapshot in
            guard let row = try snapshot.first("SELECT status, since, held, body FROM procedure_benefit") else { return [] }
            let (status, since, held, body): (String, Int, Int?, [UInt8]) = (
                try row["status"], try row["since"], try row["held"], try row["body"]
            )
            return [status, "\(since)", held.map { "\($0)" }, "\(body)"]
        }
    }

    private static func reverse(_ death: Int64, _ opened: OpenedHouse, _ first: Actor, _ second: Actor) async throws {
        try await opened.house.deaths.propose(death, because: "Era otra persona", by: first, once: Self.once("propuesta de muerte"))
        try await opened.house.deaths.reverse(death, by: second, once: Self.once("muerte deshecha"))
    }

    private static func colleague(_ id: Int64) -> Actor {
        Actor(
            .staff(id), assurance: .verified, roles: [Role("persons", [.recordDeaths, .readPersons])],
            scope: Scope(points: .all, institutions: .all, sensitivities: [.ordinary]))
    }

    private static func once(_ name: String) -> OnceKey { OnceKey(name, scope: "deaths", term: 60_000) }

    @Test("nothing is paid after the day; a mistake gives everything back", arguments: Engine.available)
    func mistaken(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            let before = try await Self.row(opened)
            let (first, second) = (Self.colleague(7_001), Self.colleague(7_002))
            let death = try await opened.house.deaths.record(
                try await Self.rosa(opened), died: opened.house.clock.today, register: "77", by: first, once: Self.once("muerte"))
            let held = try await Self.row(opened)
            #expect(held[2] == "\(opened.house.clock.today.number)" && held[0] == "active")
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            // The register says so too: the review, due at once, drafts the ending, and somebody signs it.
            opened.house.registerDouble.happen(.death, to: try #require(RUN("12345678-5")))
            #expect(try await BenefitReview(opened.house.runDesk(isDemonstration: true)).reviewDue().done == 1)
            try await paula.get("/mesa/casos")
            try await paula.post("/mesa/casos/\(code)/tomar")
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("Nada se paga después del") && paula.text.contains("Pagos detenidos: se informó un fallecimiento"))
            #expect(!paula.text.contains("Se paga $"))
            try await paula.post("/mesa/casos/\(code)/medida", ["medida=taken", "motivo=Lo+vi+en+el+registro."])
            #expect(try await Self.row(opened)[0] == "ended")

            try await Self.reverse(death, opened, first, second)
            #expect(try await Self.row(opened) == before, "to the last byte")
            let page = try await Self.page(opened, code)
            #expect(page.contains("Se paga $231.732 al mes") && page.contains("todo sigue como estaba"))
            #expect(!page.contains("Recurso de reposición"), "nothing stands against her")
            let standing = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_document WHERE document = 'medida' AND revoked IS NULL", as: Int.self)
            }
            #expect(standing == 0, "the paper that ended it is withdrawn")
        }
    }

    @Test("what waited to be signed because of a mistake waits no more", arguments: Engine.available)
    func unsigned(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            _ = try await BenefitJourneyTests.granted(opened)
            let before = try await Self.row(opened)
            let (first, second) = (Self.colleague(7_001), Self.colleague(7_002))
            let death = try await opened.house.deaths.record(
                try await Self.rosa(opened), died: opened.house.clock.today, register: "77", by: first, once: Self.once("muerte"))
            opened.house.registerDouble.happen(.death, to: try #require(RUN("12345678-5")))
            #expect(try await BenefitReview(opened.house.runDesk(isDemonstration: true)).reviewDue().done == 1)
            try await Self.reverse(death, opened, first, second)
            #expect(try await Self.row(opened) == before)
            let waiting = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_measure WHERE settled IS NULL", as: Int.self)
            }
            let queued = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_run WHERE owner IS NOT NULL", as: Int.self)
            }
            #expect(waiting == 0 && queued == 0)
        }
    }

    @Test("what was suspended before a mistaken death is suspended after it, by the same paper", arguments: Engine.available)
    func suspended(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            #expect(try await BenefitJourneyTests.review(opened, after: .uncollected) == 1)
            _ = try await BenefitJourneyTests.settle(opened, code, "taken")
            let before = try await Self.row(opened)
            #expect(before[0] == "suspended")
            let (first, second) = (Self.colleague(7_001), Self.colleague(7_002))
            opened.clock.move(byMilliseconds: 86_400_000)
            let death = try await opened.house.deaths.record(
                try await Self.rosa(opened), died: opened.house.clock.today, register: "77", by: first, once: Self.once("muerte"))
            opened.house.registerDouble.happen(.death, to: try #require(RUN("12345678-5")))
            #expect(try await BenefitReview(opened.house.runDesk(isDemonstration: true)).reviewDue().done == 1)
            _ = try await BenefitJourneyTests.settle(opened, code, "taken", by: "camila")
            #expect(try await Self.row(opened)[0] == "ended")
            try await Self.reverse(death, opened, first, second)
            #expect(try await Self.row(opened) == before, "to the last byte")
            let kinds = try await opened.database.read { snapshot in
                try snapshot.all("SELECT kind FROM procedure_measure WHERE outcome = 'taken' ORDER BY id") { try $0["kind"] as String }
            }
            #expect(kinds == ["suspend"], "what was signed before stands")
            let page = try await Self.page(opened, code)
            #expect(page.contains("Está suspendido desde") && page.contains("Recurso de reposición"))
            let standing = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_document WHERE document = 'medida' AND revoked IS NULL", as: Int.self)
            }
            #expect(standing == 1, "the paper of the suspension, and not that of the ending")
        }
    }

    @Test("what is granted during a mistaken death is paid once it is corrected", arguments: Engine.available)
    func granted(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            opened.house.registerDouble.set("focalizacion", .down)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            var path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
            while path.contains("/preguntas/") {
                let isPayment = path.contains("forma_pago")
                path = try await ProcedureJourneyTests.answer(rosa, path, isPayment ? "cuenta_rut" : path.contains("veraz") ? "yes" : "no")
            }
            _ = try await ProcedureJourneyTests.file(rosa)
            let code = String(path.dropFirst("/mi/tramites/".count).prefix(8))
            let (first, second) = (Self.colleague(7_001), Self.colleague(7_002))
            let death = try await opened.house.deaths.record(
                try await Self.rosa(opened), died: opened.house.clock.today, register: "77", by: first, once: Self.once("muerte"))
            opened.house.registerDouble.set("focalizacion", .right)
            #expect(try await opened.house.runDesk(isDemonstration: true).verifyProvisional().done == 1)
            let paula = try await ProofJourneyTests.take(opened, "paula", code)
            try await paula.get("/mesa/casos/\(code)")
            try await paula.post("/mesa/casos/\(code)", ["decision=granted", "motivo=Se+devengó+en+vida."])
            #expect(try await Self.row(opened)[2] == "\(opened.house.clock.today.number)")
            try await Self.reverse(death, opened, first, second)
            let after = try await Self.row(opened)
            #expect(after[0] == "active" && after[2] == nil)
            #expect(try await Self.page(opened, code).contains("Se paga $231.732 al mes"))
        }
    }

    @Test("a death told twice is one, and a true one after a mistake holds anew, from its own day", arguments: Engine.available)
    func twice(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            _ = try await BenefitJourneyTests.granted(opened)
            let before = try await Self.row(opened)
            let (person, today) = (try await Self.rosa(opened), opened.house.clock.today)
            let (first, second) = (Self.colleague(7_001), Self.colleague(7_002))
            let deaths = opened.house.deaths
            let death = try await deaths.record(person, died: today, register: "77", by: first, once: Self.once("muerte"))
            let again = try await deaths.record(
                person, died: today.adding(days: -3), register: "78", by: second, once: Self.once("otra vez"))
            #expect(again == death)
            #expect(try await Self.row(opened)[2] == "\(today.number)", "the first that was told holds")
            try await Self.reverse(death, opened, first, second)
            #expect(try await Self.row(opened) == before, "one correction undoes it")
            opened.clock.move(byMilliseconds: 10 * 86_400_000)
            let later = opened.house.clock.today
            try await deaths.record(person, died: later, register: "79", by: first, once: Self.once("de verdad"))
            let held = try await Self.row(opened)
            #expect(held[2] == "\(later.number)" && held[0] == "active")
        }
    }
}
