import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Persons

@Suite("A fact that is noted about somebody")
struct FlagTests {
    private static let reviewer = Counter.staff(8, [.reviewFlags])
    private static let noter = Counter.staff(7, [.findPersons, .readPersons, .reviewFlags])

    private static func citizen(_ person: PersonID) -> Actor { Actor(.citizen(person), assurance: .verified) }

    @Test("is of an attention of today in which the person was proven to be there, once, and they are told", arguments: Engine.available)
    func noted(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let desk = try counter.flags
            let unproven = try await counter.open(rosa)
            await #expect(throws: NothingToFlag.self) {
                try await desk.note("amenaza", in: unproven, by: Counter.agent, once: Counter.once())
            }
            let attention = try await counter.attend(rosa)
            await #expect(throws: NotFound.self) {
                try await desk.note("amenaza", in: attention, by: Counter.colleague, once: Counter.once())
            }
            await #expect(throws: NothingToFlag.self) { try await desk.note("feo", in: attention, by: Counter.agent, once: Counter.once()) }
            try await desk.note("amenaza", in: attention, by: Counter.agent, once: Counter.once())
            await #expect(throws: NothingToFlag.self) {
                try await desk.note("insulto", in: attention, by: Counter.agent, once: Counter.once())
            }
            #expect(counter.told.of(rosa).map(\.path) == ["/mi/hechos"])
            #expect(try await desk.standing(of: rosa).map(\.fact) == ["amenaza"])
            let late = try await counter.attend(rosa)
            counter.clock.move(byMilliseconds: 86_400_000)
            await #expect(throws: NothingToFlag.self) { try await desk.note("danos", in: late, by: Counter.agent, once: Counter.once()) }
            counter.clock.move(byMilliseconds: 89 * 86_400_000)
            #expect(try await desk.standing(of: rosa).isEmpty, "it expired")
            #expect(try await desk.own(rosa).count == 1)
            counter.clock.move(byMilliseconds: 31 * 86_400_000)
            try await desk.sweep()
            #expect(try await desk.own(rosa).isEmpty)
        }
    }

    @Test("is contested by the person, sealed, and decided by somebody who did not note it", arguments: Engine.available)
    func contested(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let other = try await counter.register("Juana", "Soto")
            let desk = try counter.flags
            try await desk.note("insulto", in: try await counter.attend(rosa), by: Counter.agent, once: Counter.once())
            let id = try #require(try await desk.own(rosa).first).id
            await #expect(throws: NotFound.self) { try await desk.contest(id, "Ajena.", by: Self.citizen(other), once: Counter.once()) }
            await #expect(throws: FlagMoved.self) { try await desk.decide(id, .withdrawn, by: Self.reviewer, once: Counter.once()) }
            try await desk.contest(id, "No insulté a nadie.", by: Self.citizen(rosa), once: Counter.once())
            await #expect(throws: FlagMoved.self) { try await desk.contest(id, "Otra vez.", by: Self.citizen(rosa), once: Counter.once()) }
            let stored = try await counter.database.read { try $0.value("SELECT words FROM conduct_flag", as: [UInt8].self) }
            #expect(stored.map { !String(decoding: $0, as: UTF8.self).contains("nadie") } == true)
            #expect(try await desk.waiting(for: Self.noter) == 0, "whoever noted it does not decide")
            await #expect(throws: Forbidden.self) { try await desk.decide(id, .kept, by: Self.noter, once: Counter.once()) }
            await #expect(throws: OwnRecord.self) {
                _ = try await desk.read(id, by: Counter.staff(8, [.reviewFlags], person: rosa))
            }
            let double = try await counter.register("Rosa", "Mancilla")
            try await counter.database.write {
                _ = try MergerDesk(keyring: World.keyring).merge(double, into: rosa, proposer: 8, by: Counter.colleague, $0)
            }
            await #expect(throws: OwnRecord.self, "their own by another record of theirs") {
                try await desk.decide(id, .withdrawn, by: Counter.staff(8, [.reviewFlags], person: double), once: Counter.once())
            }
            #expect(try await desk.read(id, by: Self.reviewer).words == "No insulté a nadie.")
            try await desk.decide(id, .withdrawn, by: Self.reviewer, once: Counter.once())
            #expect(try await desk.standing(of: rosa).isEmpty)
            #expect(try await desk.own(rosa).map(\.verdict) == [.withdrawn])
            #expect(counter.told.of(rosa).count == 2)
        }
    }
}
