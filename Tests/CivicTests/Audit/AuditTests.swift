import Civic
import Logging
import Storage
import TestKit
import Testing

@Suite("The audit")
struct AuditTests {
    /// An audit of `entries` entries in several seals.
    static func sealed(_ engine: Engine, _ entries: Int, _ body: (Civics, AuditCheck, Sealing) async throws -> Void) async throws {
        try await Civics.on(engine) { civics in
            let sealing = Sealing(civics.database, keyring: World.keyring)
            for round in 0..<4 {
                try await civics.database.write { transaction in
                    for number in 0..<entries / 4 {
                        try transaction.record(
                            Event("test.done", object: AuditEntry.Object("thing", Int64(round * 1000 + number)), detail: [1, 2, 3]),
                            by: Civics.agent)
                    }
                }
                civics.clock.move(byMilliseconds: 1000)
                _ = try await sealing.seal()
            }
            try await body(civics, AuditCheck(civics.database, keyring: World.keyring), sealing)
        }
    }

    @Test("the last check is written down, with how many faults it found", arguments: Engine.available)
    func remembered(_ engine: Engine) async throws {
        try await Self.sealed(engine, 8) { civics, check, _ in
            #expect(try await check.last() == nil)
            try await check.remember(try await check.run())
            let first = try #require(try await check.last())
            #expect(first.faults == 0 && first.at.milliseconds == civics.clock.now())
            civics.clock.move(byMilliseconds: 5000)
            try await check.remember(try await AuditCheck(civics.database, keyring: Keyring(World.key(9))).run())
            let second = try #require(try await check.last())
            #expect(second.faults > 0 && second.at.milliseconds == first.at.milliseconds + 5000)
        }
    }

    @Test("as it was sealed checks whole, with the head to be kept", arguments: Engine.available)
    func whole(_ engine: Engine) async throws {
        try await Self.sealed(engine, 40) { civics, check, sealing in
            try await civics.database.write { _ = try $0.record(Event("test.last"), by: .anonymous) }
            var report = try await check.run()
            #expect(report.faults == [] && report.seals == 4 && report.entries == 40 && report.unsealed == 1)
            let anchor = try #require(report.head)
            try await sealing.sealAll()
            report = try await check.run(anchor: anchor)
            #expect(report.faults == [] && report.seals == 5 && report.entries == 41 && report.unsealed == 0)
        }
    }

    @Test("with another key does not check", arguments: Engine.available)
    func otherKey(_ engine: Engine) async throws {
        try await Self.sealed(engine, 8) { civics, _, _ in
            let report = try await AuditCheck(civics.database, keyring: Keyring(World.key(9))).run()
            #expect(report.faults.count == 4)
            let both = try await AuditCheck(civics.database, keyring: Keyring(World.key(9), others: [World.key(1)])).run()
            #expect(both.faults == [])
        }
    }

    @Test("survives the erasure of a person", arguments: Engine.available)
    func erasure(_ engine: Engine) async throws {
        try await Self.sealed(engine, 8) { civics, check, sealing in
            let rosa = try await civics.rosa()
            try await sealing.sealAll()
            try await civics.database.write { try civics.people.erase(rosa, by: Civics.agent, $0) }
            try await sealing.sealAll()
            let report = try await check.run()
            #expect(report.faults == [])
        }
    }

    @Test("shows every random edit: changed, deleted, put in another place, added, cut short", arguments: Engine.available)
    func edits(_ engine: Engine) async throws {
        try await Self.sealed(engine, 48) { civics, check, _ in
            let anchor = try #require(try await check.run().head)
            var random = SystemRandomNumberGenerator()
            for round in 0..<Extent.of(engine == .sqlite ? 400 : 150, long: 10_000) {
                let edit = Tampering.allCases[round % Tampering.allCases.count]
                let seed = UInt64.random(in: 0...UInt64.max, using: &random)
                // The edit and the check happen in one act that is taken back, so that each begins on the whole audit.
                let faults = try await edit.faults(seed, civics.database, check, anchor: anchor)
                #expect(!faults.isEmpty, "\(edit) with seed \(seed) was not seen")
            }
            let whole = try await check.run(anchor: anchor)
            #expect(whole.faults == [])
        }
    }

    @Test("keeps sealing while it is asked to, and stops when it is cancelled", arguments: Engine.available)
    func keepsSealing(_ engine: Engine) async throws {
        try await Self.sealed(engine, 8) { civics, check, sealing in
            try await civics.database.write { _ = try $0.record(Event("test.last"), by: .anonymous) }
            let task = Task { await sealing.keepSealing(Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) }
            let isSealed = try await eventually { try await check.run().unsealed == 0 }
            #expect(isSealed)
            task.cancel()
            await task.value
        }
    }
}
