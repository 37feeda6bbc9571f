import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import DataRights

@Suite("A person's yes")
struct ConsentTests {
    private static func texts(_ language: String) throws -> Texts {
        try Texts(file: Reference.root + "/Texts/\(language).json", language: language)
    }

    @Test("is kept with the very words, is taken back at once, and rests when the person asks", arguments: Engine.available)
    func given(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let desk = ConsentDesk(world.database)
            func isGiven() async throws -> Bool { try await world.database.read { try desk.isGiven(world.rosa, "ofertas", $0) } }
            let texts = try Self.texts("es")
            #expect(try await !isGiven())
            for key in ["1", "2"] { try await desk.give(.offers, texts, once: Rights.once(key), by: world.citizen, world.rosa) }
            #expect(try await isGiven())
            let kept = try await world.database.read { try desk.store.consents(of: world.rosa, $0) }
            #expect(kept.count == 1 && kept[0].words == texts["consents.offers.words"])
            #expect(kept[0].digest != ConsentStore.digest("ofertas", try Self.texts("en")["consents.offers.words"], "en"))
            _ = try await world.file(.blocking, purposes: ["ofertas"])
            #expect(try await !isGiven())
            try await desk.withdraw(.offers, once: Rights.once("3"), by: world.citizen, world.rosa)
            let after = try await world.database.read { try desk.store.consents(of: world.rosa, $0) }
            #expect(after.count == 1 && after[0].withdrawn != nil)
        }
    }
}

@Suite("The register of activities")
struct RegisterTests {
    private static let good = """
        version: 2026-11-25
        activities:
          - id: uno
            name: Uno
            purpose: Para algo
            legalBasis: Ley 1
            confidence: low
            source: propio
            data: [Nombre]
            persons: [Todos]
            recipients: [Nadie]
            retention:
              words: Un mes
              months: 1
              signs: [session.]
              confidence: low
              source: propio
            transfers: No
            security: [Llave]
        """

    @Test("of the catalogue is whole, and each activity that keeps something says for how long")
    func real() throws {
        let register = try Rights.register()
        #expect(register.activities.count >= 9)
        for activity in register.activities where activity.holds != nil { #expect(activity.retention.months != nil, "\(activity.id)") }
    }

    @Test(
        "refuses what is missing, unknown, doubled or impossible",
        arguments: [
            ("    transfers: No\n", ""), ("    transfers: No\n", "    transfers: No\n    trasnfers: No\n"), ("months: 1", "months: 0"),
            ("      signs: [session.]\n", ""), ("signs: [session.]", "signs: [\"session\"]"), ("confidence: low", "confidence: sure"),
            ("data: [Nombre]", "data: []"), ("id: uno", "id: Uno_1"), ("version: 2026-11-25", "version: 25-11-2026"),
        ])
    func strict(_ change: (String, String)) throws {
        #expect(try RegisterFile.register(Self.good).activities.map(\.id) == ["uno"])
        let changed = Self.good.replacing(change.0, with: change.1)
        #expect(changed != Self.good)
        #expect(throws: RegisterFault.self) { try RegisterFile.register(changed) }
    }
}
