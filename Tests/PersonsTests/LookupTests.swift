import Civic
import Storage
import TestKit
import Testing

@testable import Persons

@Suite("Looking somebody up")
struct LookupTests {
    @Test("by number shows initials and the end of the number, and leaves one trace", arguments: Engine.available)
    func byNumber(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let run = try #require(Identifier(.run, typed: "12.345.678-5"))
            let rows = try await counter.lookup.find(run, by: Counter.agent, at: Counter.here)
            let row = try #require(rows.first)
            #expect(rows.count == 1 && row.person == rosa && row.initials == "R. E. M. Ñ.")
            #expect(row.number?.ending == "\u{2022}\u{2022}\u{2022}678-5" && row.number?.standing == .verified)
            let reads = try await counter.reads(of: rosa)
            #expect(reads.count == 1 && reads[0].fields == ["mask"] && reads[0].purpose == "trace.purpose.search" && reads[0].actor == 7)
        }
    }

    @Test("by name shows five at most, and each of them, and nobody else, has a trace", arguments: Engine.available)
    func byName(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            var all: [PersonID] = []
            for given in ["Ana", "Eva", "Ida", "Isa", "Lía", "Paz", "Sol"] {
                all.append(try await counter.register(given, "Soto"))
            }
            let rows = try await counter.lookup.find(named: "SOTO", by: Counter.agent, at: Counter.here)
            #expect(rows.count == 5)
            for person in all {
                #expect(try await counter.reads(of: person).count == (rows.contains { $0.person == person } ? 1 : 0))
            }
        }
    }

    @Test("with a number that is none finds nobody and refuses nothing", arguments: Engine.available)
    func typed(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            _ = try await counter.rosa()
            let typed = try #require(Identifier(.run, typed: "12.345.678-4"))
            #expect(!typed.isWellFormed)
            #expect(try await counter.lookup.find(typed, by: Counter.agent, at: Counter.here).isEmpty)
            let id = try await counter.attention.register(
                NewPerson(name: PersonName(given: "Juana"), number: typed), by: Counter.agent, at: Counter.here, once: Counter.once())
            let person = try await counter.attention.attendance(id, by: Counter.agent).person
            let kept = try #require(try await counter.database.read { try counter.people.person(person, $0) })
            #expect(kept.identifiers.map(\.standing) == [.typed] && kept.name != nil)
            let nobody = try await counter.attention.register(NewPerson(), by: Counter.agent, at: Counter.here, once: Counter.once())
            #expect(try await counter.attention.attendance(nobody, by: Counter.agent).isProven == false)
        }
    }

    @Test("needs the permission, at that very point, and never finds oneself", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let run = try #require(Identifier(.run, typed: World.Citizen.run))
            for actor in [Counter.staff(7, [.readPersons]), Actor(.citizen(rosa), assurance: .verified), .anonymous] {
                await #expect(throws: Forbidden.self) { try await counter.lookup.find(run, by: actor, at: Counter.here) }
            }
            await #expect(throws: Forbidden.self) {
                try await counter.lookup.find(run, by: Counter.agent, at: Scope.Target(point: 2))
            }
            let herself = Counter.staff(7, [.findPersons], person: rosa)
            await #expect(throws: OwnRecord.self) { try await counter.lookup.find(run, by: herself, at: Counter.here) }
            #expect(try await counter.lookup.find(named: "Rosa Muñoz", by: herself, at: Counter.here).isEmpty)
            await #expect(throws: OwnRecord.self) { try await counter.open(rosa, by: herself) }
            #expect(try await counter.reads(of: rosa).isEmpty)
        }
    }

    @Test("goes on for so many persons in an hour, and no more", arguments: Engine.available)
    func limit(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            for _ in 0..<LookupDesk.byName.most {
                _ = try await counter.lookup.find(named: "nadie", by: Counter.agent, at: Counter.here)
            }
            await #expect(throws: TooManyAttempts.self) {
                try await counter.lookup.find(named: "nadie", by: Counter.agent, at: Counter.here)
            }
            _ = try await counter.lookup.find(named: "nadie", by: Counter.supervisor, at: Counter.here)
            counter.clock.move(byMilliseconds: 3_600_001)
            _ = try await counter.lookup.find(named: "nadie", by: Counter.agent, at: Counter.here)
        }
    }
}
