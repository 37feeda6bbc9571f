import Ports
import Storage
import TestKit
import Testing

@testable import Civic
@testable import DataRights

@Suite("A breach")
struct BreachTests {
    private static let job = Actor(
        .system(1), assurance: .verified, roles: [Role("job", [.readPersons])], scope: Scope(sensitivities: [.ordinary]))
    private static let words = TraceWords([
        TraceWords(fields: ["name": "trace.field.name", "birth": "trace.field.birth"]), RightsWords.trace,
    ])

    /// A busy day: the agent of the account opened each of these persons at a proven contact, some of them twice.
    private static func busyDay(_ world: Rights, persons: Int, agent: Actor = Rights.agent) async throws -> [PersonID] {
        try await world.ticking {
            try await world.database.write { transaction in try day(world, persons, agent, transaction) }
        }
    }

    private static func day(_ world: Rights, _ persons: Int, _ agent: Actor, _ transaction: Transaction) throws -> [PersonID] {
        try (0..<persons).map { index in
            let person = try world.people.register(
                Registration(name: PersonName(given: "Persona", first: "N\(index)"), language: index == 0 ? "en" : nil), by: .anonymous,
                transaction)
            for fields: Set<PersonalField> in index % 3 == 0 ? [[.name], [.name, .birth]] : [[.name]] {
                try AuditStore().insert(
                    AuditEntry(verb: .read, actor: agent, subject: person, fields: fields, purpose: "trace.purpose.attention"),
                    transaction)
            }
            return person
        }
    }

    @Test("of a busy day is listed in under a minute: whose, which data, how often", arguments: Engine.available)
    func account(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let persons = try await Self.busyDay(world, persons: 3000)
            _ = try await Self.busyDay(world, persons: 200, agent: Rights.officer)
            let desk = BreachDesk(world.database)
            let (from, to) = (Instant(milliseconds: TestClock.monday - 1), world.now.now)
            let began = ContinuousClock.now
            let found = try #require(try await desk.find(.account(7), from: from, to: to))
            let breach = try await world.ticking { try await desk.keep(found, known: world.now.now, by: BreachLetters.actor) }
            #expect(ContinuousClock.now - began < .seconds(60))
            #expect(found.reach.map(\.subject) == persons && found.reads == 4000)
            #expect(breach.persons == 3000 && breach.reads == 4000 && breach.alertDue == nil, "no term is on record")
            let fields = try await world.database.read { try desk.store.fields(of: breach.id, $0) }
            #expect(fields.map(\.fields) == ["birth name", "name"] && fields.map(\.persons) == [1000, 2000])
            #expect(try await desk.find(.account(8), from: from, to: to)?.reach.isEmpty == true)
            #expect(try await desk.find(.account(7), from: Instant(milliseconds: 0), to: from)?.reach.isEmpty == true)
        }
    }

    @Test("by a session is what its account read between its beginning and its end", arguments: Engine.available)
    func session(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            func session(_ verb: AuditEntry.Verb) async throws {
                try await world.database.write {
                    try $0.record(Event(verb, object: AuditEntry.Object("session", 55)), by: Rights.agent)
                }
            }
            _ = try await Self.busyDay(world, persons: 2)
            world.clock.move(byMilliseconds: 60_000)
            try await session("session.opened")
            let seen = try await Self.busyDay(world, persons: 3)
            world.clock.move(byMilliseconds: 60_000)
            try await session("session.closed")
            world.clock.move(byMilliseconds: 60_000)
            _ = try await Self.busyDay(world, persons: 4)
            let desk = BreachDesk(world.database)
            let found = try await desk.find(.session(55), from: Instant(milliseconds: 0), to: world.now.now)
            #expect(found?.reach.map(\.subject) == seen)
            #expect(try await desk.find(.session(56), from: Instant(milliseconds: 0), to: world.now.now) == nil)
        }
    }

    private static func hours(_ id: String, _ amount: Int64) throws -> Parameter {
        let name = try #require(Parameter.ID(id))
        let day = try #require(Day(iso: "2025-03-01"))
        let value = try #require(DatedValue(amount, from: day, sources: [Source(id: "x", name: "x")], confidence: .low))
        return try Parameter(name, name: .init(es: id, en: id), unit: .hours, values: [value])
    }

    @Test("has the hours of the law from when it was known", arguments: Engine.available)
    func clocks(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let parameters = [try Self.hours("ciberseguridad.alerta-temprana", 3), try Self.hours("ciberseguridad.reporte", 72)]
            try await world.database.write { _ = try ParameterDesk().replace(parameters, by: .anonymous, $0) }
            _ = try await Self.busyDay(world, persons: 1)
            let desk = BreachDesk(world.database)
            let found = try #require(try await desk.find(.account(7), from: Instant(milliseconds: 0), to: world.now.now))
            let known = Instant(milliseconds: TestClock.monday - 3_600_000)
            let breach = try await desk.keep(found, known: known, by: BreachLetters.actor)
            #expect(breach.alertDue == Instant(milliseconds: TestClock.monday + 2 * 3_600_000))
            #expect(breach.reportDue == Instant(milliseconds: TestClock.monday + 71 * 3_600_000))
        }
    }

    @Test(
        "is written to each person in their language, who is told in their place and sees who opened their name",
        arguments: Engine.available)
    func letters(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let persons = try await Self.busyDay(world, persons: 230)
            let desk = BreachDesk(world.database)
            let found = try #require(try await desk.find(.account(7), from: Instant(milliseconds: 0), to: world.now.now))
            let breach = try await world.ticking { try await desk.keep(found, known: world.now.now, by: BreachLetters.actor) }
            try await world.database.write { try world.people.erase(persons[1], by: Rights.officer, $0) }
            let letters = BreachLetters(
                world.database, keyring: World.keyring, board: world.told.board, words: Self.words, operatorName: nil)
            let languages = try Languages(folder: Reference.root + "/Texts")
            let drafts = try await letters.drafts(of: breach, languages.all[0])
            #expect(drafts.map(\.file) == ["csirt-1.txt", "csirt-2.txt", "agency.txt"])
            #expect(
                drafts.allSatisfy {
                    $0.text.hasPrefix("BORRADOR") && $0.text.contains(breach.code.description) && !$0.text.contains("Persona N")
                })
            #expect(
                drafts[2].text.contains("Personas: 230, en 307 miradas") && drafts[2].text.contains("- fecha de nacimiento, nombre: 77"))
            var written: [String] = []
            let count = try await world.ticking { try await letters.letters(of: breach, languages) { _, text in written.append(text) } }
            #expect(count == 229 && written.count == 229 && world.told.all.count == 229)
            #expect(written[0].hasPrefix("Hello, Persona N0:") && written[1].hasPrefix("Hola, Persona N2:"))
            #expect(written[0].contains("Which data: date of birth, name."))
            let traces = try await world.database.read { try world.people.traces(of: persons[0], verb: .read, limit: 9, $0) }
            #expect(traces.map(\.purpose).first == "trace.purpose.breachLetter" && traces.count == 3)
            #expect(try await world.database.read { try desk.store.breach(breach.code, $0) }?.letters != nil)
        }
    }

    @Test("that is only possible comes from others in their act, for just the reads that they name", arguments: Engine.available)
    func possible(_ engine: Engine) async throws {
        try await Rights.on(engine) { world async throws in
            let persons = try await Self.busyDay(world, persons: 2)
            let rows = try await world.database.read { try world.people.traces(of: persons[1], verb: .read, limit: 9, $0) }.map(\.id)
            let desk = BreachDesk(world.database)
            try await world.database.write { transaction in
                try desk.report(
                    PossibleBreach.Finding(
                        .unmerging, reference: 5, persons: Set(persons), from: Instant(milliseconds: 0), until: world.now.now, reads: rows),
                    by: Rights.officer, transaction)
                try desk.report(
                    PossibleBreach.Finding(
                        .unmerging, reference: 6, persons: Set(persons), from: Instant(milliseconds: 0), until: world.now.now, reads: []),
                    by: Rights.officer, transaction)
            }
            let kept = try await world.database.read { try desk.store.breaches($0) }
            #expect(kept.count == 1 && kept[0].reference == 5 && !kept[0].isCertain && kept[0].persons == 1)
            let erased = try await world.database.write { try desk.store.erase(persons[1], $0) }
            #expect(erased == 1)
            #expect(try await world.database.read { try desk.store.breaches($0) }[0].persons == 1, "the total stays")
        }
    }
}
