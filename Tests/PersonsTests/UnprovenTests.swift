import Civic
import Storage
import TestKit
import Testing

@testable import Persons

@Suite("Contacts without proof of presence")
struct UnprovenTests {
    @Test("are counted for each agent, at the points of whoever looks, for thirty days", arguments: Engine.available)
    func shares(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            _ = try await counter.attend(rosa)
            for _ in 0..<2 { _ = try await counter.open(rosa) }
            let desk = UnprovenDesk(counter.database, clock: counter.civilClock)
            let shares = try await desk.shares(for: Counter.supervisor)
            let mine = try #require(shares.first)
            #expect(shares.count == 1 && mine.agent == 7 && mine.point == World.Branch.id)
            #expect(mine.contacts == 3 && mine.unproven == 2 && mine.percent == 67)
            await #expect(throws: Forbidden.self) { try await desk.shares(for: Counter.agent) }
            let elsewhere = Actor(
                .staff(8), assurance: .verified,
                grants: [Grant(Role("r", [.reviewGlass]), Scope(points: .only([2]), sensitivities: [.ordinary]))])
            #expect(try await desk.shares(for: elsewhere).isEmpty)
            counter.clock.move(byMilliseconds: 31 * 86_400_000)
            #expect(try await desk.shares(for: Counter.supervisor).isEmpty)
        }
    }

    @Test("and one of a hundred of all, are looked at once, by somebody else", arguments: Engine.available)
    func sample(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            var ids: [InteractionID] = []
            for turn in 0..<200 {
                counter.clock.move(byMilliseconds: turn.isMultiple(of: 40) ? 3_700_000 : 1)
                ids.append(try await counter.open(rosa))
            }
            let desk = UnprovenDesk(counter.database, clock: counter.civilClock)
            let sample = try await desk.sample(for: Counter.supervisor)
            #expect((1...6).contains(sample.count) && sample.allSatisfy { !$0.isProven && ids.contains($0.id) })
            #expect(try await desk.sample(for: Counter.staff(7, [.reviewGlass])).isEmpty)
            let first = try #require(sample.first)
            try await desk.look(first.id, .explained, by: Counter.supervisor, once: Counter.once())
            #expect(try await desk.sample(for: Counter.colleague).count == sample.count - 1)
            await #expect(throws: NotFound.self) { try await desk.look(first.id, .right, by: Counter.colleague, once: Counter.once()) }
        }
    }
}
