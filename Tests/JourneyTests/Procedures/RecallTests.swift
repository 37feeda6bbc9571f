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

@testable import DataRights
@testable import Procedures
@testable import Server

/// What goes out to many at once: an error corrected, a benefit offered (counter-rules 5).
@Suite("Many cases at once")
struct RecallTests {
    static func text() throws -> String {
        try String(contentsOfFile: CatalogueJourneyTests.root + "/Services/pension-garantizada-universal.yaml", encoding: .utf8)
    }

    @Test(
        "who was decided under a faulty version is found, reckoned again, and waits for a signature with the words of the letter",
        arguments: Engine.available)
    func recalled(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            let desk = RecallDesk(opened.house.runDesk(isDemonstration: true))
            let same = try await desk.run("pension-garantizada-universal", .version(try Self.text().version), drafts: true)
            #expect(same.map(\.change) == [.none] && same.map(\.isDrafted) == [false], "by the same version nothing changes")
            #expect(try await desk.run("pension-garantizada-universal", .version(7), drafts: true).isEmpty)
            #expect(try await desk.run("pension-garantizada-universal", .parameter("suf.monto"), drafts: true).isEmpty)
            #expect(try await desk.run("pension-garantizada-universal", .parameter("pgu.maximo"), drafts: false).count == 1)
            // The next version pays a thousand more; a month was paid by then.
            opened.clock.move(byMilliseconds: 35 * 86_400_000)
            let mended = try Self.text().nextVersion.replacing(
                "pension_base <= p_inferior ? p_maximo :", with: "pension_base <= p_inferior ? p_maximo + 1000 :")
            _ = try await opened.house.definitions.load(["pgu.yaml": mended], by: OpenedHouse.operators)
            let found = try await desk.run("pension-garantizada-universal", .version(try Self.text().version), drafts: true)
            #expect(found.map(\.change) == [.raised] && found.map(\.after) == [232_732] && found.map(\.isDrafted) == [true])
            #expect(
                try await desk.run("pension-garantizada-universal", .version(try Self.text().version), drafts: true).map(\.isDrafted) == [
                    false
                ],
                "it waits already")
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Se abrió de nuevo por un error nuestro") && rosa.text.contains("Se paga $231.732"))
            let paula = try await AttentionJourneyTests.desk(opened, "paula", .supervisor)
            try await paula.get("/mesa/casos")
            try await paula.post("/mesa/casos/\(code)/tomar")
            try await paula.get("/mesa/casos/\(code)")
            #expect(paula.text.contains("el monto era $231.732 y debió ser $232.732"))
            #expect(paula.text.contains("Por 1 mes que se pagó de menos, la institución le debe $1.000"))
            try await paula.post("/mesa/casos/\(code)/medida", ["medida=taken", "motivo=Es+un+error+nuestro."])
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Se paga $232.732 al mes") && rosa.text.contains("Le pedimos disculpas."))
        }
    }

    @Test("a review under a faulty version is reckoned again too, and what it owes since is told", arguments: Engine.available)
    func reviewed(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            let desk = RecallDesk(opened.house.runDesk(isDemonstration: true))
            let abroad = RecallDesk.Fault.parameter("pgu.dias-fuera")
            #expect(try await desk.run("pension-garantizada-universal", abroad, drafts: true).isEmpty, "no grant looks at that")
            #expect(try await BenefitJourneyTests.review(opened, after: .none, days: 31) == 1)
            #expect(try await desk.run("pension-garantizada-universal", abroad, drafts: true).map(\.change) == [.none])
            opened.clock.move(byMilliseconds: 33 * 86_400_000)
            // The next version pays more to whoever is looked at again, and the same at first.
            let mended = try Self.text().nextVersion.replacing(
                "pension_base <= p_inferior_hoy ? p_maximo_hoy :", with: "pension_base <= p_inferior_hoy ? p_maximo_hoy + 500 :")
            _ = try await opened.house.definitions.load(["pgu.yaml": mended], by: OpenedHouse.operators)
            let found = try await desk.run("pension-garantizada-universal", .version(try Self.text().version), drafts: true)
            #expect(found.map(\.change) == [.raised] && found.map(\.after) == [232_232] && found.map(\.isDrafted) == [true])
            let seen = try await BenefitJourneyTests.settle(opened, code, "taken")
            #expect(seen.contains("el monto era $231.732 y debió ser $232.232"))
            #expect(seen.contains("Por 1 mes que se pagó de menos, la institución le debe $500"))
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            try await rosa.get("/mi/tramites/\(code)")
            #expect(rosa.text.contains("Se paga $232.232 al mes"))
        }
    }

    @Test("what a review ended by an error of ours is given back from then on, by a signature", arguments: Engine.available)
    func ended(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            #expect(try await BenefitJourneyTests.review(opened, after: .travel, days: 10) == 1)
            _ = try await BenefitJourneyTests.settle(opened, code, "taken")
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            try await rosa.get("/mi/tramites/\(code)")
            #expect(!rosa.text.contains("Se paga $231.732 al mes"))
            opened.clock.move(byMilliseconds: 32 * 86_400_000)
            let desk = RecallDesk(opened.house.runDesk(isDemonstration: true))
            #expect(
                try await desk.run("pension-garantizada-universal", .version(try Self.text().version), drafts: true).map(\.change) == [
                    .none
                ])
            let mended = try Self.text().nextVersion.replacing(
                "when: dias_fuera > p_dias_fuera", with: "when: dias_fuera > p_dias_fuera + 100")
            _ = try await opened.house.definitions.load(["pgu.yaml": mended], by: OpenedHouse.operators)
            let found = try await desk.run("pension-garantizada-universal", .version(try Self.text().version), drafts: true)
            #expect(found.map(\.change) == [.granted] && found.map(\.isDrafted) == [true])
            let seen = try await BenefitJourneyTests.settle(opened, code, "taken", by: "pedro")
            #expect(seen.contains("Por 1 mes que se pagó de menos, la institución le debe $231.732"))
            let again = try await ProcedureJourneyTests.citizen(opened)
            try await again.get("/mi/tramites/\(code)")
            #expect(again.text.contains("Se paga $231.732 al mes"))
        }
    }

    @Test("what a review ended is not given back beside a newer one: the official is told what to do instead", arguments: Engine.available)
    func newer(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let code = try await BenefitJourneyTests.granted(opened)
            #expect(try await BenefitJourneyTests.review(opened, after: .travel, days: 10) == 1)
            _ = try await BenefitJourneyTests.settle(opened, code, "taken")
            let second = try await BenefitJourneyTests.granted(opened)
            #expect(second != code)
            let mended = try Self.text().nextVersion.replacing(
                "when: dias_fuera > p_dias_fuera", with: "when: dias_fuera > p_dias_fuera + 100")
            _ = try await opened.house.definitions.load(["pgu.yaml": mended], by: OpenedHouse.operators)
            let desk = RecallDesk(opened.house.runDesk(isDemonstration: true))
            let found = try await desk.run("pension-garantizada-universal", .version(try Self.text().version), drafts: true)
            #expect(found.first { $0.code.plain == code }?.isDrafted == true)
            let pedro = try await ProofJourneyTests.take(opened, "pedro", code)
            try await pedro.get("/mesa/casos/\(code)")
            let refused = try await pedro.post("/mesa/casos/\(code)/medida", ["medida=taken", "motivo=Fue+un+error+nuestro."])
            #expect(refused.status == .conflict && pedro.text.contains("por otro caso, que sigue vigente"), "\(pedro.text.prefix(3000))")
            let kept = try await opened.database.read {
                try $0.value("SELECT count(*) FROM procedure_benefit WHERE status = 'active'", as: Int.self)
            }
            #expect(kept == 1)
        }
    }

    @Test("whoever said yes is told once of what may be theirs, and nobody else is looked at", arguments: Engine.available)
    func offered(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let desk = opened.house.offers(isDemonstration: true)
            let rosa = try await ProcedureJourneyTests.citizen(opened)
            _ = try await ProcedureJourneyTests.citizen(opened, run: "44444444-4")
            await #expect(throws: OfferDesk.NotSeen.self, "nobody looked at it") {
                _ = try await desk.release("pension-garantizada-universal", mostChange: 20)
            }
            #expect(try await desk.look("pension-garantizada-universal") == OfferDesk.Tally(), "nobody said yes")
            let people = try await opened.database.read { try $0.all("SELECT id FROM person ORDER BY id") { PersonID(try $0["id"]) } }
            _ = try await opened.database.write { transaction in
                for person in people {
                    _ = try ConsentStore().give(OfferDesk.purpose, words: "Sí, avísenme.", language: "es", by: person, transaction)
                }
                return people.count
            }
            await #expect(throws: OfferDesk.ChangedSince.self, "more would be told than somebody saw") {
                _ = try await desk.release("pension-garantizada-universal", mostChange: 20)
            }
            let seen = try await desk.look("pension-garantizada-universal")
            #expect(seen.told == 1 && seen.groups["age"]?.contains("60-69") == true, "\(seen)")
            for name in ["age", "sex", "comuna", "nationality"] {
                #expect(seen.groups[name]?.count == seen.qualifies.count && seen.groups[name]?.contains("?") == false, "\(name)")
            }
            try await rosa.get("/mi/avisos")
            #expect(!rosa.text.contains("puede corresponderle"), "before somebody looked at the groups nobody is told")
            let tally = try await desk.release("pension-garantizada-universal", mostChange: 100)
            #expect(tally.told == 1 && tally.nearly + tally.no + tally.open == people.count - 1, "\(tally)")
            try await rosa.get("/mi/avisos")
            #expect(rosa.text.contains("puede corresponderle: Solicitud de la Pensión Garantizada Universal"))
            #expect(try await desk.release("pension-garantizada-universal", mostChange: 100).known == 1, "told once")
            try await rosa.get("/mi/quien-vio")
            #expect(rosa.text.contains("Para avisarle de un beneficio"))
        }
    }
}
