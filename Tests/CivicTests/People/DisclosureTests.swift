import Civic
import Storage
import TestKit
import Testing

@Suite("Opening what is known of a person")
struct DisclosureTests {
    @Test("leaves its trace first, and the person reads who, what and what for", arguments: Engine.available)
    func trace(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let contact = try await civics.contact(with: rosa)
            try await civics.database.write {
                try civics.contacts.prove(.ticketCalled(31), of: rosa, at: contact, by: Civics.agent, $0)
            }
            let disclosure = try await civics.disclosures.open(
                [.name, .identifiers], of: [rosa], for: "attention", in: contact, by: Civics.agent, target: Civics.here)
            let person = try #require(try await civics.database.read { try civics.people.person(rosa, $0) })
            #expect(try disclosure.open(try #require(person.identifiers.first).number) == World.Citizen.run)
            #expect(try disclosure.open(try #require(person.name)).contains("Ñancupil"))
            let last = try #require(try await civics.database.read { try civics.people.traces(of: rosa, limit: 1, $0) }.first)
            #expect(last.verb == "person.read" && last.fields == ["identifiers", "name"] && last.purpose == "attention")
            #expect(last.actor == 7 && last.interaction == contact)
        }
    }

    @Test("without proof of presence is refused to the staff, and nothing is traced as read", arguments: Engine.available)
    func unproven(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let contact = try await civics.contact(with: rosa)
            for interaction in [nil, contact] {
                await #expect(throws: Unproven.self) {
                    try await civics.disclosures.open(
                        [.name], of: [rosa], for: "attention", in: interaction, by: Civics.agent, target: Civics.here)
                }
            }
            let traces = try await civics.database.read { try civics.people.traces(of: rosa, limit: 99, $0) }
            #expect(!traces.contains { $0.verb == "person.read" })
        }
    }

    @Test("by the proof of a colleague's contact, or of another person's, is refused", arguments: Engine.available)
    func proofOfAnother(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let other = try await civics.database.write { try civics.people.register(Registration(), by: Civics.agent, $0) }
            let contact = try await civics.contact(with: other)
            try await civics.database.write {
                try civics.contacts.prove(.callLeg(5), of: other, at: contact, by: Civics.agent, $0)
            }
            await #expect(throws: Unproven.self) {
                try await civics.disclosures.open(
                    [.name], of: [rosa], for: "attention", in: contact, by: Civics.agent, target: Civics.here)
            }
            let colleague = Actor(.staff(8), assurance: .verified, grants: Civics.agent.grants)
            await #expect(throws: Unproven.self) {
                try await civics.disclosures.open(
                    [.name], of: [other], for: "attention", in: contact, by: colleague, target: Civics.here)
            }
        }
    }

    @Test("of one's own needs a verified identity, and is one's own alone", arguments: Engine.available)
    func own(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let other = try await civics.database.write { try civics.people.register(Registration(), by: Civics.agent, $0) }
            for actor in [
                Actor.anonymous, Civics.citizen(rosa, assurance: .phone), Civics.citizen(rosa, assurance: .declared), Civics.citizen(other),
            ] {
                await #expect(throws: Forbidden.self) {
                    try await civics.disclosures.open([.name], of: [rosa], for: "own", by: actor)
                }
            }
            let disclosure = try await civics.disclosures.open([.contacts], of: [rosa], for: "own", by: Civics.citizen(rosa))
            let person = try #require(try await civics.database.read { try civics.people.person(rosa, $0) })
            #expect(try disclosure.open(try #require(person.contacts.first).plain) == "+56987654321")
        }
    }

    @Test("opens the fields and persons of its trace, and no other", arguments: Engine.available)
    func narrow(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let disclosure = try await civics.disclosures.open([.birth], of: [rosa], for: "own", by: Civics.citizen(rosa))
            let person = try #require(try await civics.database.read { try civics.people.person(rosa, $0) })
            #expect(throws: NotDisclosed.self) { try disclosure.open(try #require(person.name)) }
        }
    }

    @Test("of where a protected person is needs a permission of its own", arguments: Engine.available)
    func protected(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa(isProtected: true)
            let contact = try await civics.contact(with: rosa)
            try await civics.database.write {
                try civics.contacts.prove(.documentChecked(4), of: rosa, at: contact, by: Civics.agent, $0)
            }
            await #expect(throws: Forbidden.self) {
                try await civics.disclosures.open(
                    [.contacts], of: [rosa], for: "attention", in: contact, by: Civics.agent, target: Civics.here)
            }
            _ = try await civics.disclosures.open(
                [.name], of: [rosa], for: "attention", in: contact, by: Civics.agent, target: Civics.here)
        }
    }

    @Test("what was sealed under a person's own key opens with a disclosure, and in its own cell alone", arguments: Engine.available)
    func subjectSealed(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let cell = Cell(table: "note", column: "text", row: 1)
            let bytes = try await civics.database.write {
                try SubjectKeyStore(keyring: World.keyring).key(of: rosa, $0).seal("vive sola", at: cell)
            }
            let disclosure = try await civics.disclosures.open(["note"], of: [rosa], for: "own", by: Civics.citizen(rosa))
            #expect(try disclosure.open(SubjectSealed(bytes, at: cell, subject: rosa, "note")) == "vive sola")
            let elsewhere = Cell(table: "note", column: "text", row: 2)
            #expect(throws: StorageFault.self) { try disclosure.open(SubjectSealed(bytes, at: elsewhere, subject: rosa, "note")) }
        }
    }

    @Test(
        "is refused for every permission, point, institution, class and agreement that the actor does not have",
        arguments: [true, false], [true, false])
    func matrix(_ hasRole: Bool, _ hasAgreement: Bool) {
        for sensitivity in Sensitivity.allCases {
            for reached in Sensitivity.allCases {
                let actor = Actor(
                    .staff(7), assurance: .verified, roles: hasRole ? [Role("agent", [.readPersons])] : [],
                    scope: Scope(
                        points: .only([1]), institutions: .only(["IPS"]), sensitivities: [reached], agreements: hasAgreement ? [3] : []))
                for point in [1, 2, nil] as [Int64?] {
                    for (institution, agreement) in [("IPS", nil), ("FONASA", nil), ("FONASA", 3), ("FONASA", 4), (nil, nil)]
                        as [(String?, Int64?)]
                    {
                        let target = Scope.Target(point: point, institution: institution, sensitivity: sensitivity, agreement: agreement)
                        let should =
                            hasRole && reached == sensitivity && point != 2
                            && (agreement.map { hasAgreement && $0 == 3 } ?? (institution != "FONASA"))
                        #expect(actor.may(.readPersons, target) == should)
                        #expect(!actor.may(.readAudit, target))
                    }
                }
            }
        }
    }
}
