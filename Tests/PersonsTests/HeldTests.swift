import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Persons

@Suite("What is kept about a person by whoever attends them")
struct HeldTests {
    private func texts() throws -> Texts { try Texts(file: Reference.root + "/Texts/es.json", language: "es") }

    private func held(_ counter: Counter) throws -> [HeldData] {
        try HeldIdentity(counter.database, keyring: World.keyring).all
            + HeldAttentions(
                counter.database, keyring: World.keyring,
                posts: StaffPosts { _ in StaffPosts.Post(title: "Supervisora", institution: "IPS", point: nil) },
                facts: counter.flags.facts,
                products: ProductFacts { _ in
                    [:]
                } all: {
                    [:]
                }, clock: counter.civilClock
            ).all
    }

    @Test("is shown to them whole, by one disclosure, with where each thing comes from", arguments: Engine.available)
    func items(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa(isProtected: true)
            _ = try await counter.attend(rosa)
            let (held, texts) = (try held(counter), try texts())
            let disclosure = try await counter.disclosures.open(
                held.reduce(into: []) { $0.formUnion($1.fields) }, of: [rosa], for: "own", by: Actor(.citizen(rosa), assurance: .verified))
            var items: [String: HeldData.Item] = [:]
            for each in held { for item in try await each.items(rosa, disclosure, texts) { items[item.name] = item } }
            #expect(items["name"]?.value == "Rosa Elena Muñoz Ñancupil" && items["run"]?.value == "12.345.678-5")
            #expect(items["run"]?.source == "Registro: srcei" && items["phone"]?.value == "+56987654321")
            #expect(items["signLanguage"] != nil && items["language"]?.value == "español" && items["protection"] != nil)
            #expect(items["document"]?.value == "Vigente" && items["contact"]?.value == "Atención general. Sucursal")
            #expect(items["document"]?.source == "Registro Civil", "as people call it, not as programs do")
            #expect(items.values.allSatisfy { $0.use != nil && !$0.label.contains(".") })
        }
    }

    @Test("does not tell of a look before the person is told", arguments: Engine.available)
    func later(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let store = GlassStore(keyring: World.keyring)
            let tell = Instant(milliseconds: TestClock.monday + 86_400_000)
            let day = try #require(Day(iso: "2026-11-25"))
            try await counter.database.write { transaction in
                _ = try store.insert(
                    rosa, 8, GlassDesk.Grounds(reason: "x", delay: (days: 1, reason: "y")),
                    until: Instant(milliseconds: TestClock.monday + 1), tell: tell, due: day, transaction)
            }
            let (held, texts) = (try held(counter), try texts())
            for isTold in [false, true] {
                let disclosure = try await counter.disclosures.open(
                    [.history], of: [rosa], for: "own", by: Actor(.citizen(rosa), assurance: .verified))
                let items = try await held[3].items(rosa, disclosure, texts)
                #expect(items.contains { $0.name == "glass" } == isTold)
                counter.clock.move(byMilliseconds: 86_400_000)
            }
        }
    }

    @Test("goes with them: nothing about them is left, and the erasure says how much there was", arguments: Engine.available)
    func erasure(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let id = try await counter.attend(rosa)
            _ = try await counter.approvals.ask(at: id, by: Counter.agent)
            let (held, people) = (try held(counter), counter.people)
            let touched = try await counter.database.write { transaction in
                let touched = try held.reduce(0) { try $0 + $1.erase(rosa, transaction) }
                try people.erase(rosa, by: Counter.supervisor, transaction)
                return touched
            }
            #expect(touched == 2)
            for table: SQL in [
                "document_check", "approval", "glass", "merger_request", "merger_allotment", "death", "interaction_presence",
            ] {
                let count = try await counter.database.read { try $0.value("SELECT COUNT(*) AS n FROM \(table)", as: Int.self) }
                #expect(count == 0, "\(table)")
            }
        }
    }
}
