import Civic
import Foundation
import Ports
import Storage
import TestKit
import Testing

@testable import Referrals

@Suite("A referral")
struct ReferralTests {
    private struct Office: Sendable {
        let database: Database
        let clock: TestClock
        let person: PersonID

        var desk: ReferralDesk {
            ReferralDesk(
                database,
                stations: AgentStations(
                    present: { _ in nil }, all: { [] },
                    attends: { staff, _ in staff == 8 ? .init(point: 1, window: "2", channel: .video) : nil }, isFree: { _, _ in },
                    left: { _ in nil }), clock: Clock { [clock] in Instant(milliseconds: clock.now()) })
        }

        /// An attention that ended; with evidence of presence or without.
        func ended(by actor: Actor, _ outcome: Outcome = .referred, isProven: Bool = true, isAnonymous: Bool = false) async throws
            -> InteractionID
        {
            let person = isAnonymous ? nil : person
            return try await database.write { transaction in
                guard case .staff(let staff) = actor.identity else { throw Forbidden() }
                let contact = Interaction(
                    .desk, .branch, .information, .unknown, point: 1, agent: staff, person: person, assurance: .declared)
                guard let id = try transaction.record(Event("attention.opened", contact: contact), by: actor) else { throw NotFound() }
                if isProven, let person {
                    try InteractionDesk().prove(.documentChecked(id.number), of: person, at: id, by: actor, transaction)
                }
                _ = try InteractionDesk().end(id, outcome, product: 5, journeys: Journeys(days: 30), by: actor, transaction)
                return id
            }
        }

        func opens(_ actor: Actor) async -> Bool {
            (try? await DisclosureDesk(database, keyring: World.keyring).open(
                [.name], of: [person], for: "trace.purpose.attention", by: actor)) != nil
        }

        /// The only one in the tray.
        func first(_ actor: Actor) async throws -> Referral { try #require(try await desk.tray(of: actor).first).referral }

        func end(_ contact: InteractionID, _ outcome: Outcome, by actor: Actor) async throws {
            let endings = desk.endings
            try await database.write { transaction in
                _ = try InteractionDesk().end(contact, outcome, product: 5, journeys: Journeys(days: 30), by: actor, transaction)
                try endings.tell(contact, outcome, actor, transaction)
            }
        }
    }

    private static func staff(_ id: Int64, points: Set<Int64> = [1], institution: String = "IPS", moves: Bool = false) -> Actor {
        var permissions: Set<Permission> = [.takeReferrals, .readPersons]
        if moves { permissions.insert(.moveReferrals) }
        return Actor(
            .staff(id), assurance: .verified, roles: [Role("staff", permissions)],
            scope: Scope(points: .only(points), institutions: .only([institution]), sensitivities: [.ordinary]))
    }

    private static let agent = staff(7)
    private static let colleague = staff(8)
    private static let elsewhere = staff(9, points: [2], institution: "FONASA")
    private static let supervisor = staff(10, moves: true)

    private static func once() -> OnceKey { OnceKey(UUID().uuidString, scope: "test") }

    private static func on(_ engine: Engine, _ body: (Office) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .referrals], clock: clock) { database in
            let person = try await database.write { transaction in
                try PeopleDesk(keyring: World.keyring).register(
                    Registration(name: PersonName(given: "Rosa Muñoz")), by: agent, transaction)
            }
            try await body(Office(database: database, clock: clock, person: person))
        }
    }

    @Test("goes on in another agent's hands, on the same journey, and opens the record until it ends", arguments: Engine.available)
    func goesOn(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let contact = try await office.ended(by: Self.agent)
            try await office.desk.refer(contact, to: .point(1), by: Self.agent, once: Self.once())
            #expect(try await office.desk.tray(of: Self.agent).isEmpty)
            #expect(try await office.desk.tray(of: Self.elsewhere).isEmpty)
            #expect(await office.opens(Self.colleague) == false)
            let next = try await office.desk.take(
                try await office.first(Self.colleague).id, by: Self.colleague, at: .init(point: 1), once: Self.once())
            let made = try #require(try await office.database.read { try InteractionDesk().contact(next, $0) })
            let before = try #require(try await office.database.read { try InteractionDesk().contact(contact, $0) })
            #expect(made.transferOf == contact && made.channel == .video && made.product == 5 && made.agent == 8)
            #expect(made.journey == before.journey ?? contact.number)
            #expect(try await office.database.read { try InteractionDesk().person(of: next, $0) }?.person == office.person)
            #expect(await office.opens(Self.colleague))
            try await office.end(next, .resolved, by: Self.colleague)
            #expect(await office.opens(Self.colleague) == false)
            #expect(try await office.desk.tray(of: Self.colleague).isEmpty)
        }
    }

    @Test("opens nothing when nobody had proven to be there, however often it goes on", arguments: Engine.available)
    func unproven(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let contact = try await office.ended(by: Self.agent, isProven: false)
            try await office.desk.refer(contact, to: .staff(8), by: Self.agent, once: Self.once())
            let next = try await office.desk.take(
                try await office.first(Self.colleague).id, by: Self.colleague, at: .init(), once: Self.once())
            #expect(await office.opens(Self.colleague) == false)
            try await office.end(next, .referred, by: Self.colleague)
            try await office.desk.refer(next, to: .point(1), by: Self.colleague, once: Self.once())
            _ = try await office.desk.take(try await office.first(Self.agent).id, by: Self.agent, at: .init(point: 1), once: Self.once())
            #expect(await office.opens(Self.agent) == false)
        }
    }

    @Test(
        "that is referred again keeps the proof of the first contact, and its leave ends after a working day", arguments: Engine.available)
    func again(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let contact = try await office.ended(by: Self.agent)
            try await office.desk.refer(contact, to: .institution("IPS"), by: Self.agent, once: Self.once())
            let next = try await office.desk.take(
                try await office.first(Self.colleague).id, by: Self.colleague, at: .init(), once: Self.once())
            try await office.end(next, .referred, by: Self.colleague)
            try await office.desk.refer(next, to: .point(1), by: Self.colleague, once: Self.once())
            _ = try await office.desk.take(
                try await office.first(Self.supervisor).id, by: Self.supervisor, at: .init(point: 1), once: Self.once())
            #expect(await office.opens(Self.supervisor))
            office.clock.move(byMilliseconds: Referral.leave)
            #expect(await office.opens(Self.supervisor) == false)
        }
    }

    @Test("is sent once, by its own agent, on its day, after an outcome that says so", arguments: Engine.available)
    func sent(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            let resolved = try await office.ended(by: Self.agent, .resolved)
            await #expect(throws: NothingToRefer.self) {
                try await office.desk.refer(resolved, to: .point(1), by: Self.agent, once: Self.once())
            }
            let contact = try await office.ended(by: Self.agent, isAnonymous: true)
            await #expect(throws: NotFound.self) {
                try await office.desk.refer(contact, to: .point(1), by: Self.colleague, once: Self.once())
            }
            await #expect(throws: Forbidden.self) { try await office.desk.refer(contact, to: .staff(7), by: Self.agent, once: Self.once()) }
            try await office.desk.refer(contact, to: .point(1), by: Self.agent, once: Self.once())
            await #expect(throws: NothingToRefer.self) {
                try await office.desk.refer(contact, to: .point(1), by: Self.agent, once: Self.once())
            }
            let late = try await office.ended(by: Self.agent)
            office.clock.move(byMilliseconds: 86_400_000)
            await #expect(throws: NothingToRefer.self) {
                try await office.desk.refer(late, to: .point(1), by: Self.agent, once: Self.once())
            }
        }
    }

    @Test("is taken by one, and moved only by whoever oversees its tray while it waits", arguments: Engine.available)
    func trays(_ engine: Engine) async throws {
        try await Self.on(engine) { office in
            try await office.desk.refer(try await office.ended(by: Self.agent), to: .point(2), by: Self.agent, once: Self.once())
            let id = try await office.first(Self.elsewhere).id
            await #expect(throws: Forbidden.self) { _ = try await office.desk.take(id, by: Self.colleague, at: .init(), once: Self.once()) }
            await #expect(throws: Forbidden.self) { try await office.desk.move(id, to: .point(1), by: Self.elsewhere, once: Self.once()) }
            #expect(try await office.desk.waiting(for: Self.supervisor).map(\.referral.id) == [id])
            await #expect(throws: Forbidden.self) { try await office.desk.move(id, to: .staff(7), by: Self.supervisor, once: Self.once()) }
            try await office.desk.move(id, to: .point(1), by: Self.supervisor, once: Self.once())
            #expect(try await office.desk.tray(of: Self.elsewhere).isEmpty)
            #expect(try await office.first(Self.colleague).moves == 1)
            let once = Self.once()
            let first = try await office.desk.take(id, by: Self.colleague, at: .init(), once: once)
            #expect(try await office.desk.take(id, by: Self.colleague, at: .init(), once: once) == first)
            await #expect(throws: Forbidden.self) {
                _ = try await office.desk.take(id, by: Self.supervisor, at: .init(), once: Self.once())
            }
            await #expect(throws: Forbidden.self) { try await office.desk.move(id, to: .point(2), by: Self.supervisor, once: Self.once()) }
            await #expect(throws: StorageFault.self) {
                try await office.database.write { try $0.execute("UPDATE referral SET holder = sender WHERE id = \(id)") }
            }
        }
    }

    @Test("is in the trays of whoever may take or sort it, and in no other", arguments: Engine.available)
    func eachSees(_ engine: Engine) async throws {
        let places: [Referral.Address] = [
            .point(1), .point(2), .institution("IPS"), .institution("FONASA"), .staff(8), .staff(9), .point(3),
        ]
        let network = Actor(
            .staff(11), assurance: .verified, roles: [Role("staff", [.takeReferrals, .moveReferrals])],
            scope: Scope(points: .all, institutions: .all, sensitivities: [.ordinary]))
        try await Self.on(engine) { office in
            for place in places {
                try await office.desk.refer(try await office.ended(by: Self.agent), to: place, by: Self.agent, once: Self.once())
            }
            let all = try await office.desk.waiting(for: network).map(\.referral)
            #expect(all.map(\.address) == places)
            for actor in [Self.agent, Self.colleague, Self.elsewhere, Self.supervisor, network] {
                let tray = try await office.desk.tray(of: actor).map(\.referral)
                #expect(tray == all.filter { $0.isFor(actor) })
                #expect(try await office.desk.waitingCount(for: actor) == tray.count)
            }
            let sorted = try await office.desk.waiting(for: Self.supervisor)
            #expect(sorted.map(\.referral) == all, "They were all made at the supervisor's point")
            #expect(sorted.allSatisfy { ReferralDesk.maySort($0, Self.supervisor) })
            let beyond = Self.staff(12, points: [3], institution: "FONASA", moves: true)
            #expect(try await office.desk.waiting(for: beyond).map(\.referral.address) == [.institution("FONASA"), .point(3)])
            let (count, oldest) = try await office.desk.wait.now(beyond)
            #expect(count == 2 && oldest == all[3].made)
        }
    }
}
