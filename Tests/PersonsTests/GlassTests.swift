import Civic
import Foundation
import Ports
import Storage
import Synchronization
import TestKit
import Testing

@testable import Persons

@Suite("Breaking the glass")
struct GlassTests {
    final class Reported: Sendable {
        let findings = Mutex<[PossibleBreach.Finding]>([])
    }

    private func desk(_ counter: Counter, near: PersonID? = nil, _ reported: Reported = Reported()) throws -> GlassDesk {
        GlassDesk(
            counter.database, keyring: World.keyring, clock: counter.civilClock, terms: GlassTerms(minutes: 30, reviewDays: 2),
            holidays: try Reference.holidays(),
            ties: Ties(isColleague: { _, person, _ in person == near }, isRelative: { _, person, _ in person == near }),
            notices: counter.board, breaches: PossibleBreach { finding, _, _ in reported.findings.withLock { $0.append(finding) } })
    }

    private let grounds = GlassDesk.Grounds(reason: "Llamó su hija: su madre no responde y hay que avisarle")

    private func look(_ counter: Counter, _ person: PersonID, by actor: Actor = Counter.agent) async throws {
        _ = try await counter.disclosures.open([.name, .contacts], of: [person], for: "glass", by: actor, target: Counter.here)
    }

    @Test("opens one person for half an hour, to whoever broke it, and the person is told at once", arguments: Engine.available)
    func opens(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let (rosa, other) = (try await counter.rosa(), try await counter.register("Pedro", "Rojas"))
            let desk = try desk(counter)
            let id = try await desk.open(rosa, grounds, by: Counter.agent, at: Counter.here, once: Counter.once())
            #expect(try await desk.open(rosa, grounds, by: Counter.agent, at: Counter.here, once: Counter.once()) == id)
            try await look(counter, rosa)
            await #expect(throws: Unproven.self) { try await look(counter, other) }
            await #expect(throws: Unproven.self) { try await look(counter, rosa, by: Counter.supervisor) }
            let told = counter.told.of(rosa)
            #expect(told.count == 1 && told[0].text.description == "persons.notice.glass" && told[0].from == nil)
            counter.clock.move(byMilliseconds: 30 * 60_000)
            await #expect(throws: Unproven.self) { try await look(counter, rosa) }
            await #expect(throws: NotFound.self) { try await desk.look(id, by: Counter.agent) }
            #expect(try await desk.open(rosa, grounds, by: Counter.agent, at: Counter.here, once: Counter.once()) != id)
        }
    }

    @Test("is refused for oneself, a relative, a colleague, and without the permission", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let herself = Counter.staff(7, [.breakGlass], person: rosa)
            await #expect(throws: OwnRecord.self) {
                try await desk(counter).open(rosa, grounds, by: herself, at: Counter.here, once: Counter.once())
            }
            await #expect(throws: TooNear.self) {
                try await desk(counter, near: rosa).open(rosa, grounds, by: Counter.agent, at: Counter.here, once: Counter.once())
            }
            await #expect(throws: Forbidden.self) {
                try await desk(counter).open(
                    rosa, grounds, by: Counter.staff(7, [.readPersons]), at: Counter.here, once: Counter.once())
            }
            #expect(counter.told.of(rosa).isEmpty)
        }
    }

    @Test("is told later only with a stated reason", arguments: Engine.available)
    func delay(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let later = GlassDesk.Grounds(reason: grounds.reason, delay: (days: 3, reason: "Vive con quien la agrede"))
            _ = try await desk(counter).open(rosa, later, by: Counter.agent, at: Counter.here, once: Counter.once())
            let from = try #require(counter.told.of(rosa).first?.from)
            #expect(from.milliseconds == TestClock.monday + 3 * 86_400_000)
            await #expect(throws: StorageFault.self, "a delay without its reason has no way to be stored") {
                try await counter.database.write { try $0.execute("UPDATE glass SET delay = NULL") }
            }
        }
    }

    @Test("is reviewed by another within two business days, or the permission closes until it is", arguments: Engine.available)
    func review(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let (rosa, other) = (try await counter.rosa(), try await counter.register("Pedro", "Rojas"))
            let desk = try desk(counter)
            let id = try await desk.open(rosa, grounds, by: Counter.supervisor, at: Counter.here, once: Counter.once())
            #expect(try await desk.waiting(for: Counter.supervisor, at: Counter.here).isEmpty)
            let waiting = try await desk.waiting(for: Counter.colleague, at: Counter.here)
            #expect(waiting.map(\.id) == [id] && waiting[0].due == Day(iso: "2026-11-25"))
            await #expect(throws: NotTheSameTwice.self) {
                try await desk.review(id, .justified, remark: "sí", by: Counter.supervisor, at: Counter.here, once: Counter.once())
            }
            counter.clock.move(byMilliseconds: 2 * 86_400_000)
            _ = try await desk.open(other, grounds, by: Counter.supervisor, at: Counter.here, once: Counter.once())
            counter.clock.move(byMilliseconds: 86_400_000)
            await #expect(throws: GlassClosed.self) {
                try await desk.open(rosa, grounds, by: Counter.supervisor, at: Counter.here, once: Counter.once())
            }
            let read = try await desk.grounds(of: id, by: Counter.colleague, at: Counter.here)
            #expect(read.reason == grounds.reason)
            try await desk.review(id, .justified, remark: "Correcto", by: Counter.colleague, at: Counter.here, once: Counter.once())
            _ = try await desk.open(rosa, grounds, by: Counter.supervisor, at: Counter.here, once: Counter.once())
            await #expect(throws: StorageFault.self, "whoever looked has no way to stand as who reviewed") {
                try await counter.database.write {
                    try $0.execute("UPDATE glass SET reviewer = staff, reviewed = 1, verdict = 'justified'")
                }
            }
        }
    }

    @Test("without reason is a possible breach, with each read that was made", arguments: Engine.available)
    func unjustified(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let reported = Reported()
            let desk = try desk(counter, reported)
            let id = try await desk.open(rosa, grounds, by: Counter.agent, at: Counter.here, once: Counter.once())
            try await look(counter, rosa)
            try await desk.review(id, .unjustified, remark: "No", by: Counter.supervisor, at: Counter.here, once: Counter.once())
            let finding = try #require(reported.findings.withLock { $0.first })
            #expect(finding.cause == .glass && finding.persons == [rosa] && finding.reads.count == 1)
            #expect(try await counter.reads(of: rosa).map(\.id) == finding.reads)
            await #expect(throws: Unproven.self) { try await look(counter, rosa) }
        }
    }
}
