import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import DataRights

@Suite("A request about one's data")
struct RequestTests {
    @Test("gets a code, its clock and a contact, and sending it twice gives the first code", arguments: Engine.available)
    func filed(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            try world.go(to: "2026-12-09")
            let code = try await world.file(.access, words: "Todo")
            #expect(try await world.file(.access, words: "Otra cosa") == code)
            let request = try await world.request(code)
            #expect(request.due?.iso == "2027-01-08" && request.isShown && request.answered == nil)
            let (contacts, audits) = try await world.database.read { snapshot in
                (
                    try InteractionDesk().interactions(of: world.rosa, limit: 9, snapshot).count,
                    try world.people.traces(of: world.rosa, limit: 9, snapshot).filter { $0.verb == "rights.filed" }.count
                )
            }
            #expect(contacts == 1 && audits == 1)
            #expect(world.told.all.isEmpty, "nobody is told of what they did themselves a moment ago")
        }
    }

    @Test("written words are sealed under the person's own key", arguments: Engine.available)
    func sealed(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.rectification, words: "Mi nombre es con eñe")
            let request = try await world.request(code)
            let disclosure = try await world.disclosures.open(
                [.rights], of: [world.rosa], for: "trace.purpose.rightsOwn", by: world.citizen)
            #expect(try OpenedRequest(request, [], disclosure).words == "Mi nombre es con eñe")
            let stored: [UInt8]? = try await world.database.read { try $0.value("SELECT words FROM rights_request") }
            #expect(try #require(stored).count > 20 && !String(decoding: try #require(stored), as: UTF8.self).contains("nombre"))
        }
    }

    @Test("before the new law only the old one's rights have a term; without any term a person decides", arguments: Engine.available)
    func terms(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            #expect(try await world.request(try await world.file(.access)).due?.iso == "2026-11-25")
            let portability = try await world.request(try await world.file(.portability))
            #expect(portability.due == nil && portability.standing(on: world.now.today) == .withoutTerm)
            try world.go(to: "2026-12-03")
            #expect(try await world.request(try await world.file(.blocking)).due?.iso == "2026-12-07")
            #expect(
                try await world.request(try await world.file(.portability, key: "later")).due?.iso == "2027-01-04",
                "2 January is no business day")
        }
        try await Rights.on(engine, isLawLoaded: false) { world async throws in
            #expect(try await world.request(try await world.file(.access)).due == nil)
        }
    }

    @Test("a passed term turns late and decides nothing", arguments: Engine.available)
    func late(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.access)
            #expect(try await world.request(code).standing(on: world.now.today) == .running(days: 2))
            try world.go(to: "2027-03-01")
            let request = try await world.request(code)
            #expect(request.standing(on: world.now.today) == .late(days: 96) && request.answered == nil)
        }
    }

    @Test(
        "whose term passed can be complained of, once, and whoever oversees the office sees it; the duty stays", arguments: Engine.available
    )
    func complaint(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.access)
            func complain(_ actor: Actor) async throws {
                try await world.desk.complain(code, once: OnceKey("\(UInt64.random(in: 0...UInt64.max))", scope: "test"), by: actor)
            }
            func late() async throws -> [(CheckedCode, Bool)] {
                let today = world.now.today
                return try await world.database.read { try world.desk.store.late(on: today, $0) }.map { ($0.code, $0.complained != nil) }
            }
            await #expect(throws: NotNow.self, "the term runs") { try await complain(world.citizen) }
            #expect(try await late().isEmpty)
            try world.go(to: "2027-03-01")
            #expect(try await late().map(\.1) == [false])
            await #expect(throws: NotFound.self) { try await complain(Rights.officer) }
            try await complain(world.citizen)
            #expect(try await late().map(\.1) == [true])
            #expect(world.told.all.contains("myRights.notice.complained"))
            await #expect(throws: NotNow.self, "once") { try await complain(world.citizen) }
            #expect(try await world.request(code).answered == nil)
        }
    }

    @Test("another person's request is as if there were none", arguments: Engine.available)
    func others(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.access)
            let pedro = try await world.database.write { try world.people.register(Registration(), by: .anonymous, $0) }
            await #expect(throws: NotFound.self) {
                try await world.desk.confirm(code, once: Rights.once("c"), by: Actor(.citizen(pedro), assurance: .verified))
            }
        }
    }
}

@Suite("A use that rests")
struct BlockTests {
    @Test("from the moment in which the person asks, until it is answered, for just that purpose", arguments: Engine.available)
    func blocking(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.blocking, purposes: ["ofertas"])
            func isBlocked(_ purpose: String) async throws -> Bool {
                try await world.database.read { try world.desk.isBlocked(world.rosa, purpose, $0) }
            }
            #expect(try await isBlocked("ofertas"))
            #expect(try await !isBlocked("atencion"))
            try await world.desk.take(code, once: Rights.once("t"), by: Rights.officer)
            try await world.desk.answer(code, "No procede", [("ofertas", .refused)], once: Rights.once("a"), by: Rights.officer)
            #expect(try await !isBlocked("ofertas"))
        }
    }

    @Test("of everything, when no purpose is named, and the person can take it back", arguments: Engine.available)
    func lifted(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.blocking)
            #expect(try await world.database.read { try world.desk.isBlocked(world.rosa, "atencion", $0) })
            try await world.desk.lift(code, once: Rights.once("l"), by: world.citizen)
            #expect(try await world.database.read { try !world.desk.isBlocked(world.rosa, "atencion", $0) })
        }
    }

    @Test("does not begin for whoever was only said to ask, before they show that it was them", arguments: Engine.available)
    func declared(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let code = try await world.file(.blocking, isShown: false)
            #expect(try await world.database.read { try !world.desk.isBlocked(world.rosa, "atencion", $0) })
            try await world.desk.confirm(code, once: Rights.once("c"), by: world.citizen)
            #expect(try await world.database.read { try world.desk.isBlocked(world.rosa, "atencion", $0) })
        }
    }
}
