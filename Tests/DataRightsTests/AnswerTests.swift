import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import DataRights

@Suite("The officer of data protection")
struct AnswerTests {
    @Test("reads a request only after taking it, with a trace that the person sees", arguments: Engine.available)
    func taking(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.access, words: "Todo")
            await #expect(throws: Unproven.self) {
                try await world.disclosures.open([.rights], of: [world.rosa], for: "trace.purpose.rightsAnswer", by: Rights.officer)
            }
            try await world.desk.take(code, once: Rights.once("t"), by: Rights.officer)
            _ = try await world.disclosures.open([.rights, .name], of: [world.rosa], for: "trace.purpose.rightsAnswer", by: Rights.officer)
            let reads = try await world.database.read { try world.people.traces(of: world.rosa, verb: .read, limit: 9, $0) }
            #expect(reads.count == 1 && reads[0].actor == 9 && reads[0].purpose == "trace.purpose.rightsAnswer")
            world.clock.move(byMilliseconds: 86_400_000)
            await #expect(throws: Unproven.self) {
                try await world.disclosures.open([.rights], of: [world.rosa], for: "trace.purpose.rightsAnswer", by: Rights.officer)
            }
        }
    }

    @Test("learns nothing of who somebody is whose number was only said", arguments: Engine.available)
    func declared(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.access, words: "Todo", isShown: false)
            #expect(world.told.all == ["myRights.notice.filed"])
            try await world.desk.take(code, once: Rights.once("t"), by: Rights.officer)
            await #expect(throws: Unproven.self) {
                try await world.disclosures.open([.rights, .name], of: [world.rosa], for: "trace.purpose.rightsAnswer", by: Rights.officer)
            }
            await #expect(throws: NotNow.self) {
                try await world.desk.answer(code, "Sí", [("atencion", .granted)], once: Rights.once("a"), by: Rights.officer)
            }
        }
    }

    @Test("answers once, purpose by purpose; what a law obliges to keep is never granted to be erased", arguments: Engine.available)
    func answering(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.erasure)
            let verdicts: [(purpose: String, verdict: Verdict)] = [("atencion", .granted), ("huellas", .refused), ("derechos", .blocked)]
            await #expect(throws: NotNow.self, "it was not taken") {
                try await world.desk.answer(code, "x", verdicts, once: Rights.once("0"), by: Rights.officer)
            }
            try await world.desk.take(code, once: Rights.once("t"), by: Rights.officer)
            await #expect(throws: NotNow.self) {
                try await world.desk.answer(code, "x", [("huellas", .granted)], once: Rights.once("1"), by: Rights.officer)
            }
            try await world.desk.answer(code, "Porque sí", verdicts, once: Rights.once("a"), by: Rights.officer)
            let request = try await world.request(code)
            let decisions = try await world.database.read { try world.desk.store.decisions(of: request.id, $0) }
            #expect(decisions.map(\.verdict) == [.granted, .refused, .blocked])
            #expect(decisions[1].article?.contains("21.719") == true && decisions[0].article == nil)
            #expect(request.erases?.iso == "2026-11-30" && request.answered != nil)
            #expect(try await world.database.read { try world.desk.isBlocked(world.rosa, "derechos", $0) })
            #expect(world.told.all == ["myRights.notice.answered"])
            await #expect(throws: NotNow.self, "its leave ended with the answer") {
                try await world.desk.answer(code, "Otra", verdicts, once: Rights.once("b"), by: Rights.officer)
            }
        }
    }

    @Test("grants a rectification, which changes what is registered in the same act, and nothing else", arguments: Engine.available)
    func correcting(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            func registered() async throws -> Registration {
                let disclosure = try await world.disclosures.open(
                    [.name, .birth, .needs], of: [world.rosa], for: "own", by: world.citizen)
                let person = try await world.database.read { try world.people.person(world.rosa, $0) }
                return try #require(try person?.registration(with: disclosure))
            }
            let code = try await world.file(.rectification, words: "Mi segundo apellido es Ñanculef")
            let correction = Correction(second: "Ñanculef", birth: Day(iso: "1951-02-28"))
            await #expect(throws: (any Error).self, "it was not taken") {
                try await world.desk.answer(
                    code, "x", [("atencion", .granted)], correcting: correction, once: Rights.once("0"), by: Rights.officer)
            }
            try await world.desk.take(code, once: Rights.once("t"), by: Rights.officer)
            await #expect(throws: NotNow.self, "no name stays") {
                try await world.desk.answer(
                    code, "x", [("atencion", .granted)], correcting: Correction(given: " "), once: Rights.once("1"), by: Rights.officer)
            }
            #expect(try await registered().name?.second == "Ñancupil")
            try await world.desk.answer(
                code, "Se corrige", [("atencion", .granted)], correcting: correction, once: Rights.once("a"), by: Rights.officer)
            let after = try await registered()
            #expect(after.name == PersonName(given: "Rosa Elena", first: "Muñoz", second: "Ñanculef") && after.birth?.iso == "1951-02-28")

            let refused = try await world.file(.rectification, words: "Otro", key: "r")
            try await world.desk.take(refused, once: Rights.once("t2"), by: Rights.officer)
            try await world.desk.answer(
                refused, "No consta", [("atencion", .refused)], correcting: Correction(first: "Soto"), once: Rights.once("b"),
                by: Rights.officer)
            #expect(try await registered().name == after.name, "what was refused changes nothing")
        }
    }

    @Test("takes more time once, with a reason, and never for a rest", arguments: Engine.available)
    func extending(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            try world.go(to: "2026-12-09")
            let code = try await world.file(.access)
            try await world.desk.take(code, once: Rights.once("t"), by: Rights.officer)
            try await world.desk.extend(code, reason: "Falta un archivo", once: Rights.once("e"), by: Rights.officer)
            #expect(try await world.request(code).due?.iso == "2027-02-08", "30 days after 8 January, which end on a Sunday")
            await #expect(throws: NotNow.self) {
                try await world.desk.extend(code, reason: "Otra vez", once: Rights.once("f"), by: Rights.officer)
            }
            let rest = try await world.file(.blocking)
            try await world.desk.take(rest, once: Rights.once("t2"), by: Rights.officer)
            await #expect(throws: NotNow.self) {
                try await world.desk.extend(rest, reason: "No", once: Rights.once("g"), by: Rights.officer)
            }
        }
    }

    @Test("never takes the request of a relative", arguments: Engine.available)
    func relative(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.access)
            let aunt = Actor(.staff(10), assurance: .verified, grants: Rights.officer.grants, person: Rights.aunt)
            await #expect(throws: NotNow.self) { try await world.desk.take(code, once: Rights.once("r"), by: aunt) }
            try await world.desk.take(code, once: Rights.once("t"), by: Rights.officer)
        }
    }

    @Test("never answers their own request, and nobody else answers at all", arguments: Engine.available)
    func own(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.access)
            let herself = Actor(.staff(9), assurance: .verified, grants: Rights.officer.grants, person: world.rosa)
            await #expect(throws: OwnRecord.self) { try await world.desk.take(code, once: Rights.once("o"), by: herself) }
            await #expect(throws: Forbidden.self) { try await world.desk.take(code, once: Rights.once("p"), by: Rights.agent) }
        }
    }

    @Test("finds what is due first on top, and what has no term last", arguments: Engine.available)
    func order(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let none = try await world.file(.portability)
            let early = try await world.file(.access)
            try world.go(to: "2026-12-09")
            let late = try await world.file(.opposition, words: "x")
            let rest = try await world.file(.blocking)
            let waiting = try await world.database.read { try world.desk.store.waiting($0) }
            #expect(waiting.map(\.code) == [early, rest, late, none])
        }
    }
}

@Suite("An agent who files for somebody")
struct CounterTests {
    private static func file(_ world: Rights, at interaction: InteractionID?, run: String = World.Citizen.run, key: String) async throws
        -> RightsRequest
    {
        let counter = CounterDesk(world.desk, keyring: World.keyring)
        let receipt = try await counter.file(
            .access, [], "Quiere todo", of: try #require(RUN(run)), at: interaction, language: "es", once: Rights.once(key),
            by: Rights.agent, agent: 7)
        return try await world.request(try #require(CheckedCode(typed: receipt.code)))
    }

    @Test("has it counted as the person's own only when presence was proven at the agent's own contact", arguments: Engine.available)
    func presence(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            #expect(try await !Self.file(world, at: nil, key: "1").isShown)
            let contact = try #require(
                try await world.database.write {
                    try $0.record(
                        Event("ticket.called", contact: Interaction(.desk, .branch, .information, point: 1, agent: 7)), by: Rights.agent)
                })
            #expect(try await !Self.file(world, at: contact, key: "2").isShown)
            try await world.database.write {
                try InteractionDesk().prove(.ticketCalled(1), of: world.rosa, at: contact, by: Rights.agent, $0)
            }
            let shown = try await Self.file(world, at: contact, key: "3")
            #expect(shown.isShown && shown.subject == world.rosa)
        }
    }

    @Test("registers whoever was not known, and the receipt tells nothing of it", arguments: Engine.available)
    func unknown(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let (known, unknown) = (
                try await Self.file(world, at: nil, key: "1"), try await Self.file(world, at: nil, run: "44444444-4", key: "2")
            )
            #expect(known.subject == world.rosa && unknown.subject != world.rosa)
            #expect(known.due == unknown.due && known.isShown == unknown.isShown)
        }
    }
}
