import Civic
import Ports
import Storage
import Synchronization
import TestKit
import Testing

@testable import DataRights

/// The room of rights on one engine, with Rosa, an officer, and the terms of the law.
struct Rights {
    let database: Database
    let clock: TestClock
    let desk: RequestDesk
    let rosa: PersonID
    let told: Told
    let people = PeopleDesk(keyring: World.keyring)
    var disclosures: DisclosureDesk { DisclosureDesk(database, keyring: World.keyring) }
    var now: Clock { Self.clock(clock) }

    static let schemas: [Schema] = [.people, .interactions, .audit, .jobs, .files, .limits, .parameters, .dataRights]
    static let officer = Actor(
        .staff(9), assurance: .verified, roles: [Role("officer", [.readPersons, .answerRights])],
        scope: Scope(points: .all, institutions: .all, sensitivities: [.ordinary]))
    /// Of whom the family register says that she is everybody's relative.
    static let aunt = PersonID(77)
    static let agent = Actor(
        .staff(7), assurance: .verified, roles: [Role("agent", [.readPersons, .fileRights])],
        scope: Scope(points: .only([World.Branch.id]), sensitivities: [.ordinary]))
    var citizen: Actor { Actor(.citizen(rosa), assurance: .verified) }

    /// What persons were told, by the key of its text.
    final class Told: Sendable {
        private let texts = Mutex<[(String, PersonID)]>([])
        var all: [String] { texts.withLock { $0.map(\.0) } }
        var board: NoticeBoard { NoticeBoard { notice, person, _ in self.texts.withLock { $0.append((notice.text.description, person)) } } }
    }

    static func clock(_ clock: TestClock) -> Clock { Clock { Instant(milliseconds: clock.now()) } }

    static func on(_ engine: Engine, isLawLoaded: Bool = true, _ body: (Rights) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase(schemas, clock: clock) { database in
            let told = Told()
            let parameters = isLawLoaded ? try law() : []
            let rosa = try await database.write { transaction in
                _ = try ParameterDesk().replace(parameters, by: .anonymous, transaction)
                return try self.rosa(transaction)
            }
            let desk = RequestDesk(
                database, keyring: World.keyring, clock: Self.clock(clock), holidays: try Reference.holidays(), register: try register(),
                board: told.board, ties: Ties(isColleague: { _, _, _ in false }, isRelative: { one, _, _ in one == Self.aunt }))
            try await body(Rights(database: database, clock: clock, desk: desk, rosa: rosa, told: told))
        }
    }

    static func register() throws -> ProcessingRegister { try RegisterFile.register(at: Reference.root + "/Catalogue/processing.yaml") }

    static func rosa(_ transaction: Transaction) throws -> PersonID {
        let people = PeopleDesk(keyring: World.keyring)
        let rosa = try people.register(
            Registration(name: PersonName(given: "Rosa Elena", first: "Muñoz", second: "Ñancupil")), by: agent, transaction)
        if let run = RUN(World.Citizen.run) { try people.add(.run(run), to: rosa, evidence: "srcei", by: agent, transaction) }
        return rosa
    }

    /// The terms as the catalogue has them.
    private static func law() throws -> [Parameter] {
        func one(_ id: String, _ unit: Parameter.Unit, _ amount: Int64, from: String, to: String? = nil) throws -> Parameter {
            let (name, first) = (try #require(Parameter.ID(id)), try #require(Day(iso: from)))
            let value = try #require(
                DatedValue(amount, from: first, to: to.flatMap { Day(iso: $0) }, sources: [Source(id: "x", name: "x")], confidence: .low))
            return try Parameter(name, name: .init(es: id, en: id), unit: unit, values: [value])
        }
        return [
            try one("ley-21719.respuesta", .days, 30, from: "2026-12-01"), try one("ley-21719.prorrogas", .count, 1, from: "2026-12-01"),
            try one("ley-21719.prorroga-plazo", .days, 30, from: "2026-12-01"),
            try one("ley-21719.bloqueo", .businessDays, 2, from: "2026-12-01"),
            try one("ley-19628.respuesta", .businessDays, 2, from: "1999-10-27", to: "2026-11-30"),
            try one("ventanilla.espera-supresion", .businessDays, 5, from: "2026-01-01"),
        ]
    }

    func file(_ right: Right, purposes: [String] = [], words: String? = nil, isShown: Bool = true, key: String = "k") async throws
        -> CheckedCode
    {
        let new = NewRequest(
            subject: rosa, right: right, purposes: purposes, words: words, trace: nil, isShown: isShown, language: "es",
            filedBy: isShown ? nil : 7)
        let receipt = try await desk.file(new, once: Self.once(key + right.rawValue), by: isShown ? citizen : Self.agent)
        return try #require(CheckedCode(typed: receipt.code))
    }

    func request(_ code: CheckedCode) async throws -> RightsRequest { try await database.read { try desk.known(code, $0) } }

    static func once(_ key: String) -> OnceKey { OnceKey(key, scope: "rights") }

    /// Lets the clock run while a lot is done: ids are taken from it, and so many in one millisecond there are not.
    func ticking<Answer: Sendable>(_ body: () async throws -> Answer) async throws -> Answer {
        let ticks = Task { [clock] in
            while !Task.isCancelled {
                clock.move(byMilliseconds: 1)
                try? await Task.sleep(for: .milliseconds(1))
            }
        }
        defer { ticks.cancel() }
        return try await body()
    }

    /// Moves the clock to nine in the morning of a day.
    func go(to day: String) throws {
        let days = try #require(Day(iso: day)).number - Day(of: now.now).number
        clock.move(byMilliseconds: Int64(days) * 86_400_000)
    }
}
