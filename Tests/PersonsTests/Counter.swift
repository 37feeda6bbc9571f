import Civic
import Foundation
import Ports
import Storage
import Synchronization
import TestKit
import Web

@testable import Persons

/// A counter of the branch on one engine: Rosa on one side, Andrés on the other, a register that knows her card, and everything told noted.
struct Counter {
    let database: Database
    let clock: TestClock
    let told = Told()
    let people = PeopleDesk(keyring: World.keyring)
    let contacts = InteractionDesk()

    static let schemas: [Schema] = [.people, .interactions, .audit, .jobs, .files, .limits, .sessions, .persons]

    static func on(_ engine: Engine, _ body: (Counter) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase(schemas, clock: clock) { try await body(Counter(database: $0, clock: clock)) }
    }

    /// What persons were told.
    final class Told: Sendable {
        private let notices = Mutex<[(PersonID, NoticeBoard.Notice)]>([])
        func add(_ notice: NoticeBoard.Notice, _ person: PersonID) { notices.withLock { $0.append((person, notice)) } }
        func of(_ person: PersonID) -> [NoticeBoard.Notice] { notices.withLock { $0.filter { $0.0 == person }.map(\.1) } }
    }

    var civilClock: Clock { Clock { [clock] in Instant(milliseconds: clock.now()) } }
    var board: NoticeBoard { NoticeBoard { [told] notice, person, _ in told.add(notice, person) } }
    var lookup: LookupDesk { LookupDesk(database, keyring: World.keyring) }
    var attention: AttentionDesk { AttentionDesk(database, keyring: World.keyring, stations: stations, clock: civilClock) }
    /// Nobody opened a place.
    var stations: AgentStations {
        AgentStations(present: { _ in nil }, all: { [] }, attends: { _, _ in nil }, isFree: { _, _ in }, left: { _ in nil })
    }
    var typing: TypingDesk {
        TypingDesk(
            database, keyring: World.keyring, journeys: Journeys(days: 30),
            surveys: SurveyOffer { _, _, _ in
                var generator = SystemRandomNumberGenerator()
                return CheckedCode(using: &generator)
            }, stations: stations, endings: EndedAttentions { _, _, _, _ in },
            lot: Lot { true }, notices: board, clock: civilClock)
    }
    var codings: CodingDesk { CodingDesk(database, keyring: World.keyring, clock: civilClock) }
    var flags: FlagDesk {
        get throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            return FlagDesk(
                database, keyring: World.keyring, facts: try DatedWords(file: root.path + "/Catalogue/persons/facts.csv"), days: 90,
                notices: board, clock: civilClock)
        }
    }
    var approvals: ApprovalDesk { ApprovalDesk(database, clock: civilClock, notices: board) }
    var changes: ChangeDesk { ChangeDesk(database, keyring: World.keyring, notices: board) }
    var disclosures: DisclosureDesk { DisclosureDesk(database, keyring: World.keyring) }
    var sessions: Sessions {
        Sessions(
            database, keyring: World.keyring, terms: BrowserSession.Terms(idle: 3_600_000, whole: 86_400_000), isSecure: false,
            clock: civilClock)
    }
    var presence: PresenceDesk {
        PresenceDesk(
            database, keyring: World.keyring,
            documents: DocumentRegister(name: "srcei") { _, number in
                number == "100200300" ? .inForce : number == "100200999" ? .lost : .unknown
            })
    }

    func matters(agreements: Agreements = Agreements { _, _, _ in [] }) -> Matters {
        Matters(
            database,
            reach: MatterReach(
                products: ProductFacts(facts: { sheets in Self.facts.filter { sheets.contains($0.key) } }, all: { Self.facts }),
                agreements: agreements),
            settled: SettledMatters { matters, _ in matters.intersection([Self.settled]) }, clock: civilClock)
    }

    /// A matter that waits for nobody any more.
    static let settled: Int64 = 44

    static let facts: [Int64: ProductFacts.Fact] = [
        1: .init(title: "Pensión", institution: "ips", sensitivity: .ordinary),
        2: .init(title: "Atención de salud", institution: "ips", sensitivity: .health),
        3: .init(title: "Beca", institution: "junaeb", sensitivity: .ordinary),
    ]

    /// Everything that an agent of the branch may.
    static let agent = staff(7, [.findPersons, .readPersons, .writePersons, .breakGlass, .codeAgain])
    static let supervisor = staff(8, [.findPersons, .readPersons, .breakGlass, .reviewGlass, .mergePersons, .recordDeaths])
    static let colleague = staff(9, [.findPersons, .readPersons, .breakGlass, .codeAgain, .reviewGlass, .mergePersons, .recordDeaths])
    static let here = Scope.Target(point: World.Branch.id)

    static func staff(
        _ id: Int64, _ permissions: Set<Permission>, person: PersonID? = nil, sensitivities: Set<Sensitivity> = [.ordinary],
        agreements: Set<Int64> = []
    ) -> Actor {
        Actor(
            .staff(id), assurance: .verified,
            grants: [
                Grant(
                    Role("role", permissions),
                    Scope(
                        points: .only([World.Branch.id]), institutions: .only(["ips"]), sensitivities: sensitivities, agreements: agreements
                    ))
            ], person: person)
    }

    static func once() -> OnceKey { OnceKey(UUID().uuidString, scope: "test") }

    /// Registers Rosa with her RUN verified and her telephone.
    func rosa(isProtected: Bool = false) async throws -> PersonID {
        try await register("Rosa Elena", "Muñoz", "Ñancupil", run: World.Citizen.run, phone: World.Citizen.phone, isProtected: isProtected)
    }

    func register(
        _ given: String, _ first: String, _ second: String? = nil, run: String? = nil, phone: String? = nil, isProtected: Bool = false
    ) async throws -> PersonID {
        let people = people
        return try await database.write { transaction in
            let person = try people.register(
                Registration(
                    name: PersonName(given: given, first: first, second: second), birth: Day(iso: "1951-02-28"), needs: [.signLanguage],
                    language: "es", isProtected: isProtected), by: Self.agent, transaction)
            if let run = run.flatMap({ RUN($0) }) {
                try people.add(.run(run), to: person, evidence: "srcei", by: Self.agent, transaction)
            }
            if let phone = phone.flatMap({ Contact(.phone, typed: $0) }) {
                try people.add(phone, to: person, isPreferred: true, by: Self.agent, transaction)
            }
            return person
        }
    }

    func open(_ person: PersonID, by actor: Actor = agent) async throws -> InteractionID {
        try await attention.open(person, by: actor, at: Self.here, once: Self.once())
    }

    /// Opens a contact with the person and proves with their card that they are there.
    func attend(_ person: PersonID, run: String = World.Citizen.run) async throws -> InteractionID {
        let id = try await open(person)
        if let run = RUN(run) { _ = try await presence.check(run, card: "100200300", at: id, by: Self.agent) }
        return id
    }

    func reads(of person: PersonID) async throws -> [Trace] {
        let people = people
        return try await database.read { try people.traces(of: person, verb: .read, limit: 99, $0) }
    }
}
