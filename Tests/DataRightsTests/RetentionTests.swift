import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import DataRights

@Suite("What is past its term")
struct RetentionTests {
    private static func erasures(_ world: Rights) throws -> ErasureDesk {
        ErasureDesk(
            world.database, keyring: World.keyring, clock: world.now, register: try Rights.register(),
            held: [HeldRights.requests(world.desk), HeldRights.consents(ConsentDesk(world.database))])
    }

    private static func totals(_ world: Rights) async throws -> [Int] {
        try await world.database.read { snapshot in
            try [
                "SELECT COUNT(*) AS n FROM interaction", "SELECT COUNT(*) AS n FROM person", "SELECT COUNT(*) AS n FROM rights_request",
                "SELECT COUNT(*) AS n FROM audit WHERE verb <> 'person.erased' AND verb <> 'retention.done'",
                "SELECT CAST(SUM(channel * 100 + deed * 10 + outcome + day) AS BIGINT) AS n FROM interaction",
                "SELECT COUNT(*) AS n FROM rights_decision", "SELECT COUNT(*) AS n FROM uncounted",
            ].map { (sql: SQL) in try snapshot.value(sql) ?? 0 }
        }
    }

    @Test(
        "goes with its links and its key; every total and the chain of the audit stay, and it is written down", arguments: Engine.available)
    func whole(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            _ = try await world.file(.access, words: "Todo")
            let pedro = try await world.database.write { try world.people.register(Registration(), by: .anonymous, $0) }
            let sealing = Sealing(world.database, keyring: World.keyring)
            try await sealing.sealAll()
            let anchor = try #require(try await sealing.lastHead())
            try world.go(to: "2031-12-24")
            try await world.database.write {
                try $0.record(Event("session.opened", subject: pedro), by: Actor(.citizen(pedro), assurance: .verified))
            }
            let before = try await Self.totals(world)
            let runs = try await Self.erasures(world).run()
            #expect(runs.first == RetentionRun(activity: "person", persons: 1, touched: 2, version: "2026-11-29"))
            let (rosa, links, keys, left) = try await world.database.read { snapshot in
                (
                    try world.people.person(world.rosa, snapshot), try InteractionDesk().interactions(of: world.rosa, limit: 9, snapshot),
                    try snapshot.value("SELECT COUNT(*) AS n FROM subject_key WHERE person = \(world.rosa)", as: Int.self),
                    try world.people.person(pedro, snapshot)
                )
            }
            #expect(rosa?.isErased == true && rosa?.name == nil && links.isEmpty && keys == 0 && left?.isErased == false)
            #expect(try await Self.totals(world) == before)
            try await sealing.sealAll()
            let report = try await AuditCheck(world.database, keyring: World.keyring).run(anchor: anchor)
            #expect(report.faults == [] && report.unsealed == 0)
            #expect(try await world.database.read { try ErasureStore().runs($0) }.map(\.activity) == ["person"])
            #expect(try await Self.erasures(world).run().isEmpty, "once")
        }
    }

    @Test("a sign of the person begins the term again; what the system does by itself is none", arguments: Engine.available)
    func signs(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            try world.go(to: "2031-10-01")
            try await world.database.write {
                try $0.record(Event("session.opened", subject: world.rosa), by: world.citizen)
            }
            try world.go(to: "2032-01-05")
            #expect(try await Self.erasures(world).run().isEmpty)
            try world.go(to: "2036-09-01")
            try await world.database.write {
                try $0.record(Event("session.closed", subject: world.rosa), by: Actor(.system(1), assurance: .verified))
            }
            try world.go(to: "2036-12-01")
            #expect(try await Self.erasures(world).run().map(\.activity) == ["person"])
        }
    }

    @Test("one activity's part goes when its own term is over, and the person stays", arguments: Engine.available)
    func part(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.access, words: "Todo")
            try world.go(to: "2029-12-01")
            let runs = try await Self.erasures(world).run()
            #expect(runs.map(\.activity) == ["derechos"] && runs[0].persons == 1)
            #expect(try await world.request(code).words == nil)
            #expect(try await world.database.read { try world.people.person(world.rosa, $0) }?.name != nil)
            #expect(try await Self.erasures(world).run().isEmpty)
        }
    }

    private static func grant(_ world: Rights, refusing: String? = nil) async throws -> CheckedCode {
        let code = try await world.file(.erasure)
        try await world.desk.take(code, once: Rights.once("t"), by: Rights.officer)
        let verdicts = try Rights.register().activities.filter { $0.holds != nil || $0.obligation != nil }.map { activity in
            (activity.id, activity.obligation != nil || activity.id == refusing ? Verdict.refused : .granted)
        }
        try await world.desk.answer(code, "Se borra", verdicts, once: Rights.once("a"), by: Rights.officer)
        return code
    }

    @Test("a granted erasure waits its days, and then the whole person goes the same way", arguments: Engine.available)
    func granted(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            _ = try await Self.grant(world)
            try world.go(to: "2026-11-29")
            #expect(try await Self.erasures(world).run().isEmpty)
            try world.go(to: "2026-11-30")
            #expect(try await Self.erasures(world).run().map(\.activity) == ["person"])
            #expect(try await world.database.read { try world.people.person(world.rosa, $0) }?.isErased == true)
        }
    }

    @Test("what was refused stays, with the person; and whoever changes their mind loses nothing", arguments: Engine.available)
    func kept(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await Self.grant(world, refusing: "atencion")
            try world.go(to: "2026-11-30")
            _ = try await Self.erasures(world).run()
            #expect(try await world.database.read { try world.people.person(world.rosa, $0) }?.isErased == false)
            #expect(try await world.request(code).answer == nil, "what was written in requests was granted")
        }
        try await Rights.on(engine) { world async throws in
            let code = try await Self.grant(world)
            try await world.desk.keep(code, once: Rights.once("k"), by: world.citizen)
            try world.go(to: "2027-01-30")
            #expect(try await Self.erasures(world).run().isEmpty)
        }
    }

    @Test("everybody past their term goes, however many batches it takes", arguments: Engine.available)
    func many(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            try await world.ticking {
                try await world.database.write { transaction in
                    for _ in 0..<450 { _ = try world.people.register(Registration(), by: .anonymous, transaction) }
                }
            }
            try world.go(to: "2032-01-05")
            #expect(try await world.ticking { try await Self.erasures(world).run() }.first?.persons == 451)
        }
    }
}
