import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Persons

@Suite("The matters of a person")
struct MattersTests {
    private func contact(_ counter: Counter, _ person: PersonID, product: Int64?, of matter: Int64? = nil, _ outcome: Outcome = .pending)
        async throws
    {
        try await counter.database.write { transaction in
            try transaction.record(
                Event(
                    "test.contact",
                    contact: Interaction(
                        .page, .web, .transaction, outcome, product: product, matter: matter, person: person, assurance: .verified)),
                by: Actor(.citizen(person), assurance: .verified))
        }
    }

    @Test("of another class or institution show neither that they are there nor how many", arguments: Engine.available)
    func classes(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            for product: Int64? in [1, 2, 3, 99, nil] { try await contact(counter, rosa, product: product) }
            let matters = counter.matters()
            let seen = try await matters.visible(of: rosa, to: Counter.agent, at: Counter.here)
            #expect(Set(seen.map { $0.product?.title }) == ["Pensión", nil] && seen.count == 2)
            #expect(try await matters.open(of: rosa, to: Counter.agent, at: Counter.here) == 2)
            let nurse = Counter.staff(7, [.readPersons], sensitivities: [.ordinary, .health])
            #expect(try await matters.open(of: rosa, to: nurse, at: Counter.here) == 3)
        }
    }

    @Test(
        "count once while they wait, however many contacts were about them, and no more once they are settled", arguments: Engine.available)
    func settled(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            for matter: Int64? in [45, 45, Counter.settled, nil] { try await contact(counter, rosa, product: 1, of: matter) }
            let matters = counter.matters()
            #expect(try await matters.visible(of: rosa, to: Counter.agent, at: Counter.here).count == 4)
            #expect(try await matters.open(of: rosa, to: Counter.agent, at: Counter.here) == 2)
        }
    }

    @Test(
        "of another institution are seen by an agreement in force, by those who work under it, and end with it", arguments: Engine.available
    )
    func agreement(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            try await contact(counter, rosa, product: 3)
            let last = Day(of: Instant(milliseconds: TestClock.monday))
            let matters = counter.matters(
                agreements: Agreements { institution, day, _ in institution == "junaeb" && day <= last ? [55] : [] })
            let under = Counter.staff(7, [.readPersons], agreements: [55])
            #expect(try await matters.open(of: rosa, to: Counter.agent, at: Counter.here) == 0)
            #expect(try await matters.open(of: rosa, to: under, at: Counter.here) == 1)
            counter.clock.move(byMilliseconds: 86_400_000)
            #expect(try await matters.open(of: rosa, to: under, at: Counter.here) == 0)
        }
    }
}
