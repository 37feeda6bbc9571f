import Civic
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

/// What becomes of a pension after it was granted (counter-rules 5: nothing is suspended or reduced by itself).
@Suite("A benefit and its life")
struct BenefitJourneyTests {
    private static let rosa = "12345678-5"

    /// Rosa's pension, granted; the code of its run.
    static func granted(_ opened: OpenedHouse) async throws -> String {
        let rosa = try await ProcedureJourneyTests.citizen(opened)
        var path = try await ProcedureJourneyTests.begin(rosa, "pension-garantizada-universal")
        path = try await ProcedureJourneyTests.answer(rosa, path, "cuenta_rut")
        path = try await ProcedureJourneyTests.answer(rosa, path, "yes")
        path = try await ProcedureJourneyTests.file(rosa)
        #expect(rosa.text.contains("Se paga $231.732 al mes"))
        return String(path.dropFirst("/mi/tramites/".count).prefix(8))
    }

    /// Some days later, after something happened, a review that is due. No value of later years is known, and none is invented.
    static func review(_ opened: OpenedHouse, after event: LifeEvent, days: Int = 65) async throws -> Int {
        opened.house.registerDouble.happen(event, to: try #require(RUN(Self.rosa)))
        opened.clock.move(byMilliseconds: Int64(days) * 86_400_000)
        let desk = opened.house.runDesk(isDemonstration: true)
        _ = try await opened.database.write { transaction in
            let runs: [Int64] = try transaction.all("SELECT procedure FROM procedure_benefit WHERE next > 0") { try $0["procedure"] }
            for run in runs {
                if let benefit = try desk.benefits.benefit(of: run, transaction) {
                    try desk.benefits.setNext(benefit, on: opened.house.clock.today, transaction)
                }
            }
            return runs.count
        }
        return try await BenefitReview(desk).reviewDue().done
    }

    static func text(_ opened: OpenedHouse, _ code: String) async throws -> Browser {
        let rosa = try await ProcedureJourneyTests.citizen(opened)
        try await rosa.get("/mi/tramites/\(code)")
        return rosa
    }

    static func settle(_ opened: OpenedHouse, _ code: String, _ choice: String, by name: String = "paula") async throws -> String {
        try await settle(try await AttentionJourneyTests.desk(opened, name, .supervisor), code, choice)
    }

    private static func settle(_ paula: Browser, _ code: String, _ choice: String) async throws -> String {
        try await paula.get("/mesa/casos")
        try await paula.post("/mesa/casos/\(code)/tomar")
        try await paula.get("/mesa/casos/\(code)")
        let seen = paula.text
        let unsaid = try await paula.post("/mesa/casos/\(code)/medida", ["medida=\(choice)"])
        #expect(unsaid.status == .unprocessableContent, "it is signed with a reason")
        try await paula.post("/mesa/casos/\(code)/medida", ["medida=\(choice)", "motivo=Lo+vi+en+el+registro."])
        return seen
    }

    @Test("is suspended only by a signature, and is taken up again by itself when the reason is gone", arguments: Engine.available)
    func suspended(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.granted(opened)
            let reviews = BenefitReview(opened.house.runDesk(isDemonstration: true))
            #expect(try await reviews.reviewDue().done == 0, "it is not due for a year")
            #expect(try await Self.review(opened, after: .uncollected) == 1)
            #expect(try await Self.text(opened, code).text.contains("Se paga $"), "a proposal changes nothing")
            let seen = try await Self.settle(opened, code, "taken")
            #expect(seen.contains("Suspender el pago") && seen.contains("7 meses seguidos sin cobrarla"))
            let rosa = try await Self.text(opened, code)
            #expect(
                rosa.text.contains("Está suspendido desde") && rosa.text.contains("Pida que se reanude")
                    && rosa.text.contains("Lo vi en el registro."))
            #expect(rosa.text.contains("Recurso de reposición"), "against it there are the same remedies")
            // Whoever is shown the paper of the grant learns that it is not the last word.
            let papers = try await opened.database.read { snapshot in
                try snapshot.all("SELECT document, code FROM procedure_document") { row -> (String, String) in
                    (try row["document"], try row["code"])
                }
            }
            let stranger = opened.browser()
            for (document, paper) in papers {
                try await stranger.get("/verificar/\(paper)")
                #expect(stranger.text.contains("Después se firmó otra resolución") == (document == "resolucion"), "\(document)")
            }
            #expect(papers.count == 2)
            try await rosa.post("/mi/tramites/\(code)/reanudar")
            #expect(try await Self.review(opened, after: .none, days: 0) == 1)
            let again = try await Self.text(opened, code)
            #expect(again.text.contains("Se paga $") && again.text.contains("Se reanudó el pago"))
        }
    }

    @Test(
        "ends from the day of the death; what was paid after it comes back in instalments that can be chosen", arguments: Engine.available)
    func ended(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.granted(opened)
            #expect(try await Self.review(opened, after: .death) == 1)
            let seen = try await Self.settle(opened, code, "taken")
            #expect(seen.contains("Terminar el beneficio") && seen.contains("Lo que se pagó de más"))
            let rosa = try await Self.text(opened, code)
            // Two whole months of 231.732 (seventy days), a fifth of one of them a month at most: ten would be 60 cents too much.
            #expect(
                rosa.text.contains("Hay que devolver $463.464, en 11 cuotas de $42.134"),
                "\(rosa.text.firstMatch(of: #/Hay que devolver[^<]*/#).map { String($0.0) } ?? "")")
            let wrong = try await rosa.post("/mi/tramites/\(code)/cuotas", ["cuotas=900"])
            #expect(wrong.status == .badRequest || wrong.status == .unprocessableContent)
            try await rosa.get("/mi/tramites/\(code)")
            try await rosa.post("/mi/tramites/\(code)/cuotas", ["cuotas=24"])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("en 24 cuotas de $19.311"))
            #expect(try await Self.review(opened, after: .none) == 0, "what ended is not reviewed")
        }
    }

    @Test(
        "falls only by a signature, stays as it is when that is denied, and is not touched while a register is silent",
        arguments: Engine.available)
    func lowered(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.granted(opened)
            opened.house.registerDouble.set("pensiones", .down)
            #expect(try await Self.review(opened, after: .richer) == 0)
            opened.house.registerDouble.set("pensiones", .right)
            let reviews = BenefitReview(opened.house.runDesk(isDemonstration: true))
            #expect(try await reviews.reviewDue().done == 0, "it goes behind the others until tomorrow")
            #expect(try await Self.review(opened, after: .richer, days: 0) == 1)
            let seen = try await Self.settle(opened, code, "dropped")
            #expect(seen.contains("Bajar el monto"))
            let rosa = try await Self.text(opened, code)
            #expect(rosa.text.contains("Se paga $231.732 al mes") && rosa.text.contains("se dejó como estaba"))
            let unsigned = try await opened.database.read { snapshot in
                try snapshot.value("SELECT count(*) FROM procedure_measure WHERE decider IS NULL", as: Int.self)
            }
            #expect(unsigned == 0)
        }
    }

    @Test(
        "a measure is appealed once; another official answers, and what was undone is paid again from the day it began",
        arguments: Engine.available)
    func appealed(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.granted(opened)
            #expect(try await Self.review(opened, after: .uncollected) == 1)
            let same = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            _ = try await Self.settle(same, code, "taken")
            var rosa = try await Self.text(opened, code)
            let unsaid = try await rosa.post("/mi/tramites/\(code)/apelar")
            #expect(unsaid.status == .unprocessableContent, "an appeal says why")
            try await rosa.get("/mi/tramites/\(code)")
            try await rosa.post("/mi/tramites/\(code)/apelar", ["motivo=Estuve+hospitalizada."])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Se pidió que se revise. Lo mira otra persona") && !rosa.text.contains("/apelar\""))
            #expect(!rosa.text.contains("/reanudar\""), "one thing at a time")
            #expect(try await Self.review(opened, after: .none, days: 0) == 0, "nothing is reviewed while an appeal waits")
            let mended = try RecallTests.text().nextVersion.replacing(
                "pension_base <= p_inferior ? p_maximo :", with: "pension_base <= p_inferior ? p_maximo + 1000 :")
            _ = try await opened.house.definitions.load(["pgu.yaml": mended], by: OpenedHouse.operators)
            let recalled = try await RecallDesk(opened.house.runDesk(isDemonstration: true)).run(
                "pension-garantizada-universal", .version(try RecallTests.text().version), drafts: true)
            #expect(recalled.map(\.isDrafted) == [false], "nor is anything else proposed")

            try await same.get("/mesa/casos")
            #expect(!same.text.contains("/mesa/casos/\(code)/tomar") && same.text.contains("La apelación la responde otra persona"))
            let other = try await AttentionJourneyTests.desk(opened, "pedro", .supervisor)
            try await other.get("/mesa/casos")
            try await other.post("/mesa/casos/\(code)/tomar")
            try await other.get("/mesa/casos/\(code)")
            #expect(other.text.contains("La medida de la que se apela") && other.text.contains("Estuve hospitalizada."))
            try await other.post("/mesa/casos/\(code)/recurso", ["recurso=undone", "motivo=Trajo+la+epicrisis."])
            rosa = try await Self.text(opened, code)
            #expect(rosa.text.contains("Se paga $231.732 al mes") && rosa.text.contains("Trajo la epicrisis."))
            #expect(!rosa.text.contains("/apelar\""), "once")
            let paper = try #require(rosa.text.matches(of: #/\/documentos\/(\w{8})"/#).last.map { String($0.1) })
            #expect(rosa.text.contains("Resolución sobre un beneficio"))
            try await rosa.get("/verificar/\(paper)")
            #expect(rosa.text.contains("se dejó sin efecto"), "the paper of what was undone is withdrawn")
        }
    }

    @Test(
        "who signed a measure notifies it with its proof, and from that day its term runs; another one begins anew",
        arguments: Engine.available)
    func notified(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.granted(opened)
            #expect(try await Self.review(opened, after: .uncollected) == 1)
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await paula.get("/mesa/casos")
            #expect(!paula.text.contains("Resueltos sin notificar"), "a proposal is nothing to be notified of")
            _ = try await Self.settle(paula, code, "taken")
            var rosa = try await Self.text(opened, code)
            #expect(rosa.text.contains("ningún plazo corre aún") && rosa.text.contains("/apelar\""))
            try await paula.get("/mesa/casos")
            #expect(paula.text.contains("Resueltos sin notificar"))
            try await LateCaseTests.notify(paula, code, opened, proof: "Seguimiento+91")
            try await paula.get("/mesa/casos")
            #expect(!paula.text.contains("Resueltos sin notificar"))
            rosa = try await Self.text(opened, code)
            #expect(rosa.text.contains("Tiene hasta el") && rosa.text.contains("Seguimiento 91") && rosa.text.contains("/apelar\""))
            opened.clock.move(byMilliseconds: 20 * 86_400_000)
            rosa = try await Self.text(opened, code)
            #expect(rosa.text.contains("El plazo terminó el") && !rosa.text.contains("/apelar\""))
        }
    }

    @Test("an appeal that leaves the measure is notified anew; what is left is the remedy above", arguments: Engine.available)
    func upheld(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await Self.granted(opened)
            #expect(try await Self.review(opened, after: .uncollected) == 1)
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            _ = try await Self.settle(paula, code, "taken")
            try await LateCaseTests.notify(paula, code, opened, proof: "Seguimiento+92")
            var rosa = try await Self.text(opened, code)
            try await rosa.post("/mi/tramites/\(code)/apelar", ["motivo=Estuve+hospitalizada."])
            let pedro = try await AttentionJourneyTests.desk(opened, "pedro", .supervisor)
            try await pedro.get("/mesa/casos")
            #expect(!pedro.text.contains("Resueltos sin notificar"), "an appeal has to be answered first")
            try await pedro.post("/mesa/casos/\(code)/tomar")
            try await pedro.get("/mesa/casos/\(code)")
            try await pedro.post("/mesa/casos/\(code)/recurso", ["recurso=stays", "motivo=No+hay+epicrisis+de+esos+días."])
            rosa = try await Self.text(opened, code)
            #expect(rosa.text.contains("ningún plazo corre aún") && rosa.text.contains("Recurso extraordinario de revisión"))
            #expect(!rosa.text.contains("/apelar\""), "once")
            try await pedro.get("/mesa/casos")
            #expect(pedro.text.contains("Resueltos sin notificar"))
            try await LateCaseTests.notify(pedro, code, opened, proof: "Seguimiento+93")
            rosa = try await Self.text(opened, code)
            #expect(rosa.text.contains("Seguimiento 93") && rosa.text.contains("Tiene hasta el"))
            try await pedro.get("/mesa/casos")
            #expect(!pedro.text.contains("Resueltos sin notificar"))
        }
    }
}
