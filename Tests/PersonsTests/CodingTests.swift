import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Persons

@Suite("Coding an attention again")
struct CodingTests {
    /// An attention that ended with a note, and was drawn.
    private static func ended(_ counter: Counter, _ rosa: PersonID, note: String? = "preguntó por su pensión y la dejó pedida") async throws
        -> InteractionID
    {
        let id = try await counter.open(rosa)
        try await counter.typing.end(
            id, TypedAttention(outcome: .resolved, product: 1, deed: .application, note: note), by: Counter.agent, once: Counter.once())
        return id
    }

    @Test(
        "opens the note to one colleague for half an hour, leaves its trace, and keeps whether both said the same",
        arguments: Engine.available)
    func codes(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let interaction = try await Self.ended(counter, rosa)
            #expect(try await counter.codings.waiting(for: Counter.agent) == 0, "never one's own")
            #expect(try await counter.codings.waiting(for: Counter.colleague) == 1)
            let id = try await counter.codings.take(by: Counter.colleague, once: Counter.once())
            #expect(try await counter.codings.take(by: Counter.colleague, once: Counter.once()) == id, "nobody draws until they like it")
            #expect(try await counter.codings.waiting(for: Counter.colleague) == 1, "the one that was begun")
            let reading = try await counter.codings.read(id, by: Counter.colleague)
            #expect(reading.notes == ["preguntó por su pensión y la dejó pedida"] && reading.coding.interaction == interaction)
            await #expect(throws: NotFound.self) { _ = try await counter.codings.read(id, by: Counter.agent) }
            let purposes = try await counter.database.read {
                try $0.all("SELECT purpose FROM audit WHERE purpose IS NOT NULL AND subject = \(rosa)") { try $0["purpose"] as String }
            }
            #expect(purposes.contains("trace.purpose.coding"))
            try await counter.codings.code(
                id, TypedAttention(outcome: .resolved, product: 2, deed: .application), by: Counter.colleague, once: Counter.once())
            let month = Month(of: counter.civilClock.today).number
            #expect(try await counter.codings.agreement.month(month) == .init(coded: 1, products: 0, deeds: 1, outcomes: 1))
            #expect(try await counter.codings.agreement.month(month - 1) == .init())
            await #expect(throws: NotFound.self) { _ = try await counter.codings.read(id, by: Counter.colleague) }
            let leaves = try await counter.database.read {
                try LeaveDesk().inForce(of: rosa, to: Counter.colleague.identity, at: counter.civilClock.now, $0)
            }
            #expect(leaves.isEmpty)
        }
    }

    @Test("closes the note after half an hour, and can be taken up again", arguments: Engine.available)
    func halfAnHour(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            _ = try await Self.ended(counter, rosa)
            let id = try await counter.codings.take(by: Counter.colleague, once: Counter.once())
            counter.clock.move(byMilliseconds: Coding.leave + 1)
            await #expect(throws: Unproven.self) { _ = try await counter.codings.read(id, by: Counter.colleague) }
            #expect(try await counter.codings.take(by: Counter.colleague, once: Counter.once()) == id)
            #expect(try await !counter.codings.read(id, by: Counter.colleague).notes.isEmpty)
        }
    }

    @Test("needs a note, and the permission", arguments: Engine.available)
    func needs(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            _ = try await Self.ended(counter, rosa, note: nil)
            #expect(try await counter.codings.waiting(for: Counter.colleague) == 0)
            await #expect(throws: NothingToCode.self) { _ = try await counter.codings.take(by: Counter.colleague, once: Counter.once()) }
            await #expect(throws: Forbidden.self) { _ = try await counter.codings.waiting(for: .anonymous) }
        }
    }

    @Test("opens a note that was made under a record which was merged since", arguments: Engine.available)
    func merged(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let (rosa, double) = (try await counter.rosa(), try await counter.register("Rosita", "Muñoz"))
            _ = try await Self.ended(counter, double)
            let id = try await counter.codings.take(by: Counter.colleague, once: Counter.once())
            try await counter.database.write {
                _ = try MergerDesk(keyring: World.keyring).merge(double, into: rosa, proposer: 8, by: Counter.colleague, $0)
            }
            #expect(try await counter.codings.read(id, by: Counter.colleague).notes == ["preguntó por su pensión y la dejó pedida"])
        }
    }
}
