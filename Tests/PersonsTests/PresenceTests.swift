import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Persons

@Suite("That a person is at the desk")
struct PresenceTests {
    private func open(_ counter: Counter, _ person: PersonID, _ id: InteractionID, by actor: Actor = Counter.agent) async throws {
        _ = try await counter.disclosures.open([.name], of: [person], for: "attention", in: id, by: actor, target: Counter.here)
    }

    @Test("is proven by a card in force of that very person, and by nothing else", arguments: Engine.available)
    func document(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let other = try await counter.register("Pedro", "Rojas", run: "11111111-1")
            let id = try await counter.open(rosa)
            let (hers, his) = (try #require(RUN(World.Citizen.run)), try #require(RUN("11111111-1")))
            await #expect(throws: Unproven.self) { try await open(counter, rosa, id) }
            #expect(try await counter.presence.check(hers, card: "100200999", at: id, by: Counter.agent) == .lost)
            #expect(try await counter.presence.check(hers, card: "1", at: id, by: Counter.agent) == .unknown)
            #expect(try await counter.presence.check(his, card: "100200300", at: id, by: Counter.agent) == .unknown)
            await #expect(throws: Unproven.self) { try await open(counter, rosa, id) }
            await #expect(throws: NotFound.self) {
                try await counter.presence.check(hers, card: "100200300", at: id, by: Counter.colleague)
            }
            #expect(try await counter.presence.check(hers, card: "100200300", at: id, by: Counter.agent) == .inForce)
            try await open(counter, rosa, id)
            await #expect(throws: Unproven.self) { try await open(counter, other, id) }
            await #expect(throws: Unproven.self) { try await open(counter, rosa, id, by: Counter.colleague) }
        }
    }

    @Test("proves nothing once the attention ended, and what it was stands on the record", arguments: Engine.available)
    func ended(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let run = try #require(RUN(World.Citizen.run))
            let id = try await counter.open(rosa)
            _ = try await counter.presence.check(run, card: "100200300", at: id, by: Counter.agent)
            counter.clock.move(byMilliseconds: 9 * 60_000)
            try await open(counter, rosa, id)
            await #expect(throws: NotFound.self) {
                try await counter.typing.end(
                    id, TypedAttention(outcome: .resolved, product: 1), by: Counter.colleague, once: Counter.once())
            }
            let once = Counter.once()
            for _ in 0..<2 {
                // The second is the same form sent twice: it is answered like the first.
                try await counter.typing.end(id, TypedAttention(outcome: .referred, product: 1), by: Counter.agent, once: once)
            }
            await #expect(throws: Unproven.self) { try await open(counter, rosa, id) }
            await #expect(throws: AttentionEnded.self) { _ = try await counter.attention.attendance(id, by: Counter.agent) }
            await #expect(throws: AttentionEnded.self) {
                _ = try await counter.presence.check(run, card: "100200300", at: id, by: Counter.agent)
            }
            await #expect(throws: AttentionEnded.self) {
                try await counter.typing.end(id, TypedAttention(outcome: .resolved, product: 1), by: Counter.agent, once: Counter.once())
            }
            let (past, seconds) = try await counter.database.read { snapshot in
                (
                    try counter.contacts.contact(id, snapshot),
                    try snapshot.value("SELECT duration FROM interaction WHERE corrects = \(id)") as Int?
                )
            }
            #expect(past?.outcome == .referred && past?.product == 1 && past?.deed == .information && seconds == 540)
            let today = try await counter.typing.today(of: Counter.agent)
            #expect(today.map(\.hasEnded) == [true], "it stays one contact")
        }
    }

    @Test("proves it for four hours, and no longer", arguments: Engine.available)
    func term(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let id = try await counter.open(rosa)
            let run = try #require(RUN(World.Citizen.run))
            _ = try await counter.presence.check(run, card: "100200300", at: id, by: Counter.agent)
            counter.clock.move(byMilliseconds: 4 * 3_600_000 - 1)
            try await open(counter, rosa, id)
            counter.clock.move(byMilliseconds: 1)
            await #expect(throws: Unproven.self) { try await open(counter, rosa, id) }
            #expect(try await !counter.attention.attendance(id, by: Counter.agent).isProven)
        }
    }

    @Test("can't be guessed: tries are counted for the person", arguments: Engine.available)
    func guessing(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let run = try #require(RUN(World.Citizen.run))
            for (turn, actor) in [Counter.agent, Counter.supervisor].enumerated() {
                let id = try await counter.open(rosa, by: actor)
                for number in 0..<(turn == 0 ? 3 : 2) {
                    _ = try await counter.presence.check(run, card: "\(number)", at: id, by: actor)
                }
            }
            let id = try await counter.open(rosa)
            await #expect(throws: TooManyAttempts.self) {
                try await counter.presence.check(run, card: "100200300", at: id, by: Counter.agent)
            }
        }
    }

    @Test("is proven by their own word, given from their own session and by nobody else", arguments: Engine.available)
    func approval(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let other = try await counter.register("Pedro", "Rojas")
            let id = try await counter.open(rosa)
            let asked = try await counter.approvals.ask(at: id, by: Counter.agent)
            #expect(try await counter.approvals.ask(at: id, by: Counter.agent) == asked)
            #expect(counter.told.of(rosa).map(\.text.description) == ["persons.notice.approval"])
            #expect(try await counter.approvals.waiting(for: rosa) == [asked])
            for actor in [Counter.agent, Actor(.citizen(rosa), assurance: .phone)] {
                await #expect(throws: Forbidden.self) { try await counter.approvals.answer(asked.code, .approved, by: actor) }
            }
            await #expect(throws: NotFound.self) {
                try await counter.approvals.answer(asked.code, .approved, by: Actor(.citizen(other), assurance: .verified))
            }
            await #expect(throws: Unproven.self) { try await open(counter, rosa, id) }
            try await counter.approvals.answer(asked.code, .approved, by: Actor(.citizen(rosa), assurance: .verified))
            try await open(counter, rosa, id)
        }
    }

    @Test("is not proven by a word that came too late, or that was no", arguments: Engine.available)
    func lateOrNo(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let her = Actor(.citizen(rosa), assurance: .verified)
            let id = try await counter.open(rosa)
            let late = try await counter.approvals.ask(at: id, by: Counter.agent)
            counter.clock.move(byMilliseconds: 15 * 60_000)
            await #expect(throws: NotFound.self) { try await counter.approvals.answer(late.code, .approved, by: her) }
            let second = try await counter.approvals.ask(at: id, by: Counter.agent)
            #expect(second.id != late.id)
            try await counter.approvals.answer(second.code, .refused, by: her)
            await #expect(throws: NotFound.self) { try await counter.approvals.answer(second.code, .approved, by: her) }
            await #expect(throws: Unproven.self) { try await open(counter, rosa, id) }
        }
    }

    @Test("is needed to change how they are reached and what they ask for, which they are told", arguments: Engine.available)
    func changes(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let mail = try #require(Contact(.email, typed: "rosa@example.cl"))
            let unproven = try await counter.open(rosa)
            await #expect(throws: Unproven.self) {
                try await counter.changes.add(mail, isPreferred: true, at: unproven, by: Counter.agent, once: Counter.once())
            }
            let id = try await counter.attend(rosa)
            try await counter.changes.add(mail, isPreferred: true, at: id, by: Counter.agent, once: Counter.once())
            try await counter.changes.ask([.easyReading], language: "arn", at: id, by: Counter.agent, once: Counter.once())
            let person = try #require(try await counter.database.read { try counter.people.person(rosa, $0) })
            #expect(person.contacts.count == 2 && person.contacts[0].kind == .email && person.language == "arn")
            #expect(counter.told.of(rosa).map(\.text.description) == ["persons.notice.contact"])
            let phone = try #require(person.contacts.last)
            try await counter.changes.end(contact: phone.id, at: id, by: Counter.agent, once: Counter.once())
            let reader = Counter.staff(7, [.findPersons, .readPersons])
            await #expect(throws: Forbidden.self) {
                try await counter.changes.ask([], language: nil, at: id, by: reader, once: Counter.once())
            }
        }
    }
}
