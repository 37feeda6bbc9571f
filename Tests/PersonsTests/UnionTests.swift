import Civic
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Ports
import Storage
import Synchronization
import TestKit
import Testing
import Web

@testable import Persons

@Suite("Two records of one person")
struct UnionTests {
    private func desk(_ counter: Counter, _ reported: GlassTests.Reported = .init()) -> UnionDesk {
        UnionDesk(
            counter.database, keyring: World.keyring, clock: counter.civilClock, sessions: counter.sessions, notices: counter.board,
            breaches: PossibleBreach { finding, _, _ in reported.findings.withLock { $0.append(finding) } })
    }

    private func asked(_ desk: UnionDesk) async throws -> Int64 { try #require(try await desk.requests().first).request.id }

    private func merge(_ desk: UnionDesk, _ merged: PersonID, into kept: PersonID) async throws {
        try await desk.propose(merged, into: kept, because: "Mismo documento a la vista", by: Counter.supervisor, once: Counter.once())
        try await desk.decide(try await asked(desk), isRight: true, by: Counter.colleague, once: Counter.once())
    }

    /// Somebody without a number who showed a paper.
    private func present(_ counter: Counter, _ person: PersonID) async throws -> InteractionID {
        let id = try await counter.open(person)
        try await counter.database.write {
            try counter.contacts.prove(.documentChecked(id.number), of: person, at: id, by: Counter.agent, $0)
        }
        return id
    }

    private func contacts(_ counter: Counter, _ person: PersonID) async throws -> Set<InteractionID> {
        Set(try await counter.database.read { try counter.contacts.interactions(of: person, limit: 99, $0) })
    }

    @Test("become one by the word of two, and from then on each number leads to the kept one", arguments: Engine.available)
    func merging(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let desk = desk(counter)
            let (rosa, double) = (try await counter.rosa(), try await counter.register("Rosita", "Muñoz"))
            let passport = try #require(Identifier(.passport, typed: "A123", country: Country("PE")))
            try await counter.database.write { try counter.people.add(passport, to: double, by: Counter.agent, $0) }
            let earlier = try await counter.open(double)
            let request = try await desk.propose(double, into: rosa, because: "Sí", by: Counter.supervisor, once: Counter.once())
            await #expect(throws: NotTheSameTwice.self) {
                try await desk.decide(request, isRight: true, by: Counter.supervisor, once: Counter.once())
            }
            await #expect(throws: AlreadyAsked.self) {
                try await desk.propose(double, into: rosa, because: "Sí", by: Counter.colleague, once: Counter.once())
            }
            #expect(try await counter.database.read { try counter.people.find(passport, $0) } == [double])
            try await desk.decide(request, isRight: true, by: Counter.colleague, once: Counter.once())
            #expect(try await counter.database.read { try counter.people.find(passport, $0) } == [rosa])
            #expect(try await counter.database.read { try counter.people.find(named: "Rosita", $0) } == [rosa])
            #expect(try await contacts(counter, rosa).contains(earlier))
            #expect(try await contacts(counter, double).isEmpty)
            #expect(counter.told.of(rosa).map(\.text.description) == ["persons.notice.merged"])
        }
    }

    @Test("never become one when the register verified a number for each", arguments: Engine.available)
    func twoNumbers(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let (rosa, other) = (try await counter.rosa(), try await counter.register("Pedro", "Rojas", run: "11111111-1"))
            let desk = desk(counter)
            await #expect(throws: TwoVerifiedNumbers.self) {
                try await desk.propose(other, into: rosa, because: "Sí", by: Counter.supervisor, once: Counter.once())
            }
            await #expect(throws: StorageFault.self, "the schema has no way to keep it") {
                try await counter.database.write { transaction in
                    let numbers = try transaction.all("SELECT id FROM person_identifier ORDER BY id") { row -> Int64 in try row["id"] }
                    try transaction.execute(
                        """
                        INSERT INTO merger (id, merged, kept, merged_run, kept_run, proposer, confirmer, since)
                        VALUES (1, \(other), \(rosa), \(numbers[0]), \(numbers[1]), 8, 9, 1)
                        """)
                }
            }
            let third = try await counter.register("Rosa", "M")
            try await merge(desk, third, into: rosa)
            await #expect(throws: NumberOfAnother.self, "nor does a merged record take a second one") {
                try await counter.database.write { transaction in
                    guard let run = RUN("5126663-3") else { throw NotFound() }
                    try counter.people.add(.run(run), to: third, evidence: "srcei", by: Counter.agent, transaction)
                }
            }
            await #expect(throws: AlreadyMerged.self) {
                try await desk.propose(third, into: other, because: "Sí", by: Counter.supervisor, once: Counter.once())
            }
        }
    }

    @Test(
        "are two again: what was theirs is theirs, what came is allotted, and what was read is a possible breach",
        arguments: Engine.available)
    func unmerging(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let reported = GlassTests.Reported()
            let desk = desk(counter, reported)
            let (rosa, twin) = (try await counter.rosa(), try await counter.register("Rosa", "Muñoz"))
            let (hers, earlier) = (try await counter.open(rosa), try await counter.open(twin))
            counter.clock.move(byMilliseconds: 1000)
            try await merge(desk, twin, into: rosa)
            counter.clock.move(byMilliseconds: 1000)
            let meanwhile = try await counter.attend(rosa)
            _ = try await counter.disclosures.open(
                [.name], of: [rosa], for: "attention", in: meanwhile, by: Counter.agent, target: Counter.here)
            let mail = try #require(Contact(.email, typed: "twin@example.cl"))
            try await counter.changes.add(mail, isPreferred: true, at: meanwhile, by: Counter.agent, once: Counter.once())
            let signedIn = try await counter.sessions.open(for: .citizen(rosa), assurance: .verified, at: Self.request)
            counter.clock.move(byMilliseconds: 1000)

            let merger = try #require(try await desk.inForce().first)
            try await desk.propose(undoing: merger.id, because: "Son dos", by: Counter.colleague, once: Counter.once())
            await #expect(throws: NotTheSameTwice.self) {
                try await desk.decide(try await asked(desk), isRight: true, by: Counter.colleague, once: Counter.once())
            }
            try await desk.decide(try await asked(desk), isRight: true, by: Counter.supervisor, once: Counter.once())

            #expect(try await contacts(counter, twin) == [earlier])
            #expect(try await contacts(counter, rosa) == [hers, meanwhile])
            #expect(try await counter.sessions.open(of: .citizen(rosa)).allSatisfy { $0.id != signedIn.session.id })
            let finding = try #require(reported.findings.withLock { $0.first })
            #expect(finding.cause == .unmerging && finding.persons == [rosa, twin] && finding.reads.count == 1)

            let waiting = try await desk.remainders()
            #expect(Set(waiting.map(\.kind)) == [.interaction, .contact] && waiting.count == 2)
            for remainder in waiting {
                try await desk.allot(remainder.id, to: .merged, by: Counter.supervisor, once: Counter.once())
            }
            await #expect(throws: NotFound.self) {
                try await desk.allot(waiting[0].id, to: .kept, by: Counter.supervisor, once: Counter.once())
            }
            #expect(try await contacts(counter, twin) == [earlier, meanwhile])
            let people = counter.people
            let (one, other) = try await counter.database.read { (try people.person(rosa, $0), try people.person(twin, $0)) }
            #expect(one?.contacts.map(\.kind) == [.phone] && other?.contacts.map(\.kind) == [.email])
            #expect(try await desk.remainders().isEmpty)
            #expect(counter.told.of(twin).map(\.text.description) == ["persons.notice.unmerged"])
        }
    }

    static let request = Request(
        head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/"), body: .init(buffer: ByteBuffer()))

    @Test(
        "show what was noted under either, to whoever has the person there, and after unmerging each its own", arguments: Engine.available)
    func notes(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let desk = desk(counter)
            let (rosa, double) = (try await counter.rosa(), try await counter.register("Rosita", "Muñoz"))
            let earlier = try await present(counter, double)
            try await counter.flags.note("amenaza", in: earlier, by: Counter.agent, once: Counter.once())
            try await counter.typing.end(
                earlier, TypedAttention(outcome: .pending, product: 1, note: "Falta la libreta"), by: Counter.agent, once: Counter.once())
            try await merge(desk, double, into: rosa)
            let records = RecordDesk(
                counter.database, keyring: World.keyring, matters: counter.matters(),
                deaths: DeathDesk(counter.database, keyring: World.keyring, sessions: counter.sessions, endings: []),
                flags: try counter.flags, panels: [])
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            let texts = try Languages(folder: root.path + "/Texts").all[0]
            func shown(_ person: PersonID, in contact: InteractionID) async throws -> PersonRecord {
                try await records.record(
                    of: person, for: "trace.purpose.attention", in: contact, by: Counter.agent, at: Counter.here, texts: texts)
            }
            let merged = try await shown(rosa, in: try await counter.attend(rosa))
            #expect(merged.notes == [earlier: ["Falta la libreta"]] && merged.flags.map(\.fact) == ["amenaza"])
            let citizen = Actor(.citizen(rosa), assurance: .verified)
            let flag = try #require(try await counter.flags.own(rosa).first)
            try await counter.flags.contest(flag.id, "No fui yo", by: citizen, once: Counter.once())
            await #expect(throws: Unproven.self, "the person is not there") {
                _ = try await counter.disclosures.open(
                    [.notes], of: [double], for: "trace.purpose.attention", by: Counter.agent, target: Counter.here)
            }
            let merger = try #require(try await desk.inForce().first)
            try await desk.propose(undoing: merger.id, because: "Son dos", by: Counter.colleague, once: Counter.once())
            try await desk.decide(try await asked(desk), isRight: true, by: Counter.supervisor, once: Counter.once())
            let alone = try await shown(rosa, in: try await counter.attend(rosa))
            #expect(alone.notes.isEmpty && alone.flags.isEmpty)
            #expect(try await shown(double, in: try await present(counter, double)).notes == [earlier: ["Falta la libreta"]])
        }
    }
}
