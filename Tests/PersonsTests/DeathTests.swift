import Civic
import Ports
import Storage
import Synchronization
import TestKit
import Testing
import Web

@testable import Persons

@Suite("That somebody died")
struct DeathTests {
    /// What another room does: it ends something, and gives it back.
    final class Room: Sendable {
        let isOpen = Mutex(true)
        var ending: Ending {
            Ending(
                died: { _, _, _, _ in self.isOpen.withLock { $0 = false } }, revived: { _, _, _ in self.isOpen.withLock { $0 = true } })
        }
    }

    private func desk(_ counter: Counter, _ room: Room = Room()) -> DeathDesk {
        DeathDesk(counter.database, keyring: World.keyring, sessions: counter.sessions, endings: [room.ending])
    }

    private func today() throws -> Day { try #require(Day(iso: "2026-11-23")) }

    /// Leaves that hold, of the person and held by them, by their ids and moments.
    private func leaves(_ counter: Counter, _ rosa: PersonID, _ other: PersonID) async throws -> [Leave] {
        let now = counter.civilClock.now
        return try await counter.database.read { snapshot in
            try LeaveDesk().inForce(of: rosa, to: .staff(7), at: now, snapshot)
                + LeaveDesk().inForce(of: other, to: .citizen(rosa), at: now, snapshot)
        }
    }

    @Test(
        "ends sessions and leaves in one act, and everything but the sessions is as it was when two reverse it", arguments: Engine.available
    )
    func reversal(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let room = Room()
            let desk = desk(counter, room)
            let (rosa, other) = (try await counter.rosa(), try await counter.register("Pedro", "Rojas"))
            let later = Instant(milliseconds: TestClock.monday + 86_400_000)
            try await counter.database.write { transaction in
                try LeaveDesk().grant(.matter, of: rosa, to: .staff(7), until: later, reference: 1, by: Counter.agent, transaction)
                try LeaveDesk().grant(.mandate, of: other, to: .citizen(rosa), until: later, reference: 2, by: Counter.agent, transaction)
                try LeaveDesk().grant(.matter, of: rosa, to: .staff(7), until: later, reference: 3, by: Counter.agent, transaction)
                try LeaveDesk().end(.matter, reference: 3, by: Counter.agent, transaction)
            }
            let people = counter.people
            let before = try await leaves(counter, rosa, other)
            let known = try await counter.database.read { try people.person(rosa, $0) }
            _ = try await counter.sessions.open(for: .citizen(rosa), assurance: .verified, at: UnionTests.request)
            #expect(before.count == 2)

            let id = try await desk.record(
                rosa, died: try today(), register: "srcei 1", by: Counter.supervisor, at: Counter.here, once: Counter.once())
            #expect(try await counter.database.read { try desk.deaths.isDead(rosa, $0) })
            #expect(try await counter.database.read { try desk.deaths.isDead(other, $0) } == false)
            #expect(try await leaves(counter, rosa, other).isEmpty)
            #expect(room.isOpen.withLock { $0 } == false)
            #expect(try await counter.sessions.open(of: .citizen(rosa)).isEmpty)
            #expect(try await desk.take(rosa, died: try today(), register: "srcei", by: Actor(.system(1), assurance: .verified)) == id)

            try await desk.propose(id, because: "Vino con su cédula", by: Counter.supervisor, once: Counter.once())
            await #expect(throws: NotTheSameTwice.self) {
                try await desk.reverse(id, by: Counter.supervisor, once: Counter.once())
            }
            #expect(try await desk.waiting().map(\.reason) == ["Vino con su cédula"])
            try await desk.reverse(id, by: Counter.colleague, once: Counter.once())
            #expect(try await counter.database.read { try desk.deaths.isDead(rosa, $0) } == false)
            #expect(try await leaves(counter, rosa, other) == before)
            #expect(room.isOpen.withLock { $0 })
            let after = try await counter.database.read { try people.person(rosa, $0) }
            #expect(after?.contacts.map(\.id) == known?.contacts.map(\.id) && after?.identifiers.map(\.id) == known?.identifiers.map(\.id))
            #expect(try await counter.sessions.open(of: .citizen(rosa)).isEmpty, "they sign in anew")
            let run = try #require(RUN(World.Citizen.run))
            #expect(try await counter.database.read { try people.find(.run(run), $0) } == [rosa])
        }
    }

    @Test("is recorded by whoever may, of somebody else, and not for tomorrow", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let desk = desk(counter)
            await #expect(throws: Forbidden.self) {
                try await desk.record(rosa, died: try today(), register: "x", by: Counter.agent, at: Counter.here, once: Counter.once())
            }
            await #expect(throws: OwnRecord.self) {
                try await desk.record(
                    rosa, died: try today(), register: "x", by: Counter.staff(8, [.recordDeaths], person: rosa), at: Counter.here,
                    once: Counter.once())
            }
            await #expect(throws: DeathInFuture.self) {
                try await desk.record(
                    rosa, died: try today().adding(days: 1), register: "x", by: Counter.supervisor, at: Counter.here, once: Counter.once())
            }
            await #expect(throws: Forbidden.self) {
                try await desk.take(rosa, died: try today(), register: "x", by: Counter.supervisor)
            }
        }
    }

    @Test("counts once when two say so, is reversed once, and can be true after a mistake", arguments: Engine.available)
    func twice(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let (rosa, desk) = (try await counter.rosa(), desk(counter))
            let first = try await desk.record(
                rosa, died: try today(), register: "srcei 1", by: Counter.supervisor, at: Counter.here, once: Counter.once())
            let second = try await desk.record(
                rosa, died: try today().adding(days: -1), register: "srcei 2", by: Counter.colleague, at: Counter.here,
                once: Counter.once())
            #expect(second == first, "whoever comes second learns of the first")
            await #expect(throws: NotFound.self, "nobody asked for it") {
                try await desk.reverse(first, by: Counter.colleague, once: Counter.once())
            }
            try await desk.propose(first, because: "Vino con su cédula", by: Counter.supervisor, once: Counter.once())
            await #expect(throws: AlreadyAsked.self) {
                try await desk.propose(first, because: "Otra vez", by: Counter.colleague, once: Counter.once())
            }
            try await desk.reverse(first, by: Counter.colleague, once: Counter.once())
            await #expect(throws: (any Error).self) {
                try await desk.reverse(first, by: Counter.colleague, once: Counter.once())
            }
            #expect(try await counter.database.read { try desk.deaths.isDead(rosa, $0) } == false)
            let real = try await desk.record(
                rosa, died: try today(), register: "srcei 3", by: Counter.supervisor, at: Counter.here, once: Counter.once())
            #expect(real != first)
            #expect(try await counter.database.read { try desk.deaths.isDead(rosa, $0) })
        }
    }
}
