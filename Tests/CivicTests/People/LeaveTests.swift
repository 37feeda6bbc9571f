import Civic
import Storage
import TestKit
import Testing

@Suite("Leave to open what is known of a person")
struct LeaveTests {
    private static let minute: Int64 = 60_000

    private static func open(
        _ fields: Set<PersonalField>, of person: PersonID, by actor: Actor, _ civics: Civics, target: Scope.Target = Civics.here
    ) async throws {
        _ = try await civics.disclosures.open(fields, of: [person], for: "attention", by: actor, target: target)
    }

    private static func grant(
        _ kind: Leave.Kind, of person: PersonID, to holder: Actor.Identity, minutes: Int64 = 30, fields: Set<PersonalField>? = nil,
        _ civics: Civics
    ) async throws {
        let until = Instant(milliseconds: civics.clock.now() + minutes * minute)
        try await civics.database.write {
            try LeaveDesk().grant(kind, of: person, to: holder, until: until, reference: 41, fields: fields, by: Civics.agent, $0)
        }
    }

    @Test("lets one of the staff in while it lasts, and nobody else", arguments: Engine.available)
    func glass(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            await #expect(throws: Unproven.self) { try await Self.open([.name], of: rosa, by: Civics.agent, civics) }
            try await Self.grant(.glass, of: rosa, to: .staff(7), civics)
            try await Self.open([.name], of: rosa, by: Civics.agent, civics)
            let colleague = Actor(.staff(8), assurance: .verified, grants: Civics.agent.grants)
            await #expect(throws: Unproven.self) { try await Self.open([.name], of: rosa, by: colleague, civics) }
            civics.clock.move(byMilliseconds: 30 * Self.minute)
            await #expect(throws: Unproven.self) { try await Self.open([.name], of: rosa, by: Civics.agent, civics) }
        }
    }

    @Test("takes the permission and the reach for granted of nobody", arguments: Engine.available)
    func reach(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            try await Self.grant(.matter, of: rosa, to: .staff(7), civics)
            let powerless = Actor(.staff(7), assurance: .verified)
            await #expect(throws: Forbidden.self) { try await Self.open([.name], of: rosa, by: powerless, civics) }
            await #expect(throws: Forbidden.self) {
                try await Self.open([.name], of: rosa, by: Civics.agent, civics, target: .init(point: 2, institution: "IPS"))
            }
            await #expect(throws: Forbidden.self) {
                try await Self.open(
                    [.name], of: rosa, by: Civics.agent, civics, target: .init(point: 1, institution: "IPS", sensitivity: .health))
            }
        }
    }

    @Test("is never leave to open one's own record at a desk", arguments: Engine.available)
    func oneself(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            try await Self.grant(.glass, of: rosa, to: .staff(7), civics)
            let herself = Actor(.staff(7), assurance: .verified, grants: Civics.agent.grants, person: rosa)
            await #expect(throws: OwnRecord.self) { try await Self.open([.name], of: rosa, by: herself, civics) }
        }
    }

    @Test("under a mandate opens what the mandate names, for the one who holds it, verified", arguments: Engine.available)
    func mandate(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            let daughter = try await civics.database.write { try civics.people.register(Registration(), by: Civics.agent, $0) }
            let acting = Civics.citizen(daughter)
            await #expect(throws: Forbidden.self) { try await Self.open([.name], of: rosa, by: acting, civics) }
            try await Self.grant(.mandate, of: rosa, to: .citizen(daughter), fields: [.name, .birth], civics)
            try await Self.open([.name], of: rosa, by: acting, civics)
            await #expect(throws: Forbidden.self) { try await Self.open([.name, .contacts], of: rosa, by: acting, civics) }
            await #expect(throws: Forbidden.self) {
                try await Self.open([.name], of: rosa, by: Civics.citizen(daughter, assurance: .phone), civics)
            }
            await #expect(throws: Forbidden.self) { try await Self.open([.name], of: daughter, by: Civics.citizen(rosa), civics) }
            let trace = try #require(
                try await civics.database.read { try civics.people.traces(of: rosa, verb: .read, limit: 9, $0) }.first)
            #expect(trace.actorKind == 1 && trace.actor == daughter.number)
        }
    }

    @Test("ends with its case, and all of them with the person", arguments: Engine.available)
    func ending(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            try await Self.grant(.matter, of: rosa, to: .staff(7), civics)
            #expect(try await civics.database.write { try LeaveDesk().end(.matter, reference: 41, by: Civics.agent, $0) } == 1)
            await #expect(throws: Unproven.self) { try await Self.open([.name], of: rosa, by: Civics.agent, civics) }
            let daughter = try await civics.database.write { try civics.people.register(Registration(), by: Civics.agent, $0) }
            try await Self.grant(.glass, of: rosa, to: .staff(7), civics)
            try await Self.grant(.mandate, of: daughter, to: .citizen(rosa), civics)
            #expect(try await civics.database.write { try LeaveDesk().endAll(of: rosa, by: Civics.agent, $0) } == 2)
            await #expect(throws: Unproven.self) { try await Self.open([.name], of: rosa, by: Civics.agent, civics) }
            await #expect(throws: Forbidden.self) { try await Self.open([.name], of: daughter, by: Civics.citizen(rosa), civics) }
        }
    }

    @Test("to open oneself can't be written", arguments: Engine.available)
    func schema(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let rosa = try await civics.rosa()
            await #expect(throws: StorageFault.self) { try await Self.grant(.mandate, of: rosa, to: .citizen(rosa), civics) }
            await #expect(throws: StorageFault.self) { try await Self.grant(.glass, of: rosa, to: .anonymous, civics) }
        }
    }

    @Test("of grants with different reaches is no sum of them")
    func grants() {
        let attends = Role("agent", [.writePersons])
        let supervises = Role("supervisor", [.readPersons])
        let actor = Actor(
            .staff(7), assurance: .verified,
            grants: [
                Grant(attends, Scope(points: .only([1]), sensitivities: [.ordinary])),
                Grant(supervises, Scope(points: .only([2]), sensitivities: [.ordinary])),
            ])
        #expect(actor.may(.writePersons, .init(point: 1)) && actor.may(.readPersons, .init(point: 2)))
        #expect(!actor.may(.readPersons, .init(point: 1)) && !actor.may(.writePersons, .init(point: 2)))
        #expect(actor.maySomewhere(.readPersons) && !actor.maySomewhere(.readProtected))
    }
}
