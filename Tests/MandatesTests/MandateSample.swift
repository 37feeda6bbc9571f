import Civic
import Foundation
import Ports
import Storage
import Synchronization
import TestKit
import Testing

@testable import Mandates

/// Rosa, her daughter, two of the staff, and what Rosa was told.
struct MandateSample: Sendable {
    final class Told: Sendable {
        private let lines = Mutex<[(person: PersonID, text: String)]>([])
        func add(_ text: String, _ person: PersonID) { lines.withLock { $0.append((person, text)) } }
        func texts(of person: PersonID) -> [String] { lines.withLock { $0.filter { $0.person == person }.map(\.text) } }
    }

    let database: Database
    let desk: MandateDesk
    let family: FamilyDesk
    let clock: TestClock
    let told: Told
    let rosa: PersonID
    let camila: PersonID
    static let camilaRun = RUN(number: 20_347_878)

    static let terms: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/Catalogue/mandates/terms.csv"
    }()

    var asRosa: Actor { Actor(.citizen(rosa), assurance: .verified) }
    var asCamila: Actor { Actor(.citizen(camila), assurance: .verified) }
    static func staff(_ id: Int64) -> Actor {
        let role = Role("agent", [.readPersons, .grantMandates, .confirmMandates])
        let scope = Scope(points: .all, institutions: .all, sensitivities: [.ordinary])
        return Actor(.staff(id), assurance: .verified, roles: [role], scope: scope)
    }

    static func open(on engine: Engine, _ body: @escaping @Sendable (MandateSample) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase([.people, .interactions, .audit, .jobs, .files, .mandates], clock: clock) { database in
            let people = PeopleDesk(keyring: World.keyring)
            let (rosaRun, camilaRun) = (try #require(RUN(World.Citizen.run)), try #require(camilaRun))
            let (rosa, camila) = try await database.write { transaction in
                let rosa = try people.register(
                    Registration(name: PersonName(given: "Rosa", first: "Muñoz"), birth: Day(iso: "1951-02-28")), by: .anonymous,
                    transaction)
                try people.add(.run(rosaRun), to: rosa, evidence: "registry", by: .anonymous, transaction)
                let camila = try people.register(
                    Registration(name: PersonName(given: "Camila", first: "Soto")), by: .anonymous, transaction)
                try people.add(.run(camilaRun), to: camila, evidence: "registry", by: .anonymous, transaction)
                return (rosa, camila)
            }
            let told = Told()
            let time = Clock { Instant(milliseconds: clock.now()) }
            let terms = try MandateTerms(file: terms)
            let board = NoticeBoard { notice, person, _ in told.add("\(notice.text)", person) }
            let desk = MandateDesk(database, keyring: World.keyring, terms: terms, board: board, clock: time)
            try await body(
                MandateSample(
                    database: database, desk: desk, family: FamilyDesk(terms: terms, clock: time), clock: clock, told: told, rosa: rosa,
                    camila: camila))
        }
    }

    /// Rosa gives her daughter leave, and gets its id.
    func granted(days: Int = 30) async throws -> Int64 {
        try await desk.grant(
            try #require(Self.camilaRun), days: days, by: rosa, asRosa, telling: nil,
            once: OnceKey("\(Int64.random(in: 0...Int64.max))", scope: "test"))
        return try #require(try await database.read { try desk.store.granted(by: rosa, $0) }.first).id
    }

    /// The same, and Camila said yes.
    func accepted(days: Int = 30) async throws -> Int64 {
        let id = try await granted(days: days)
        _ = try await found()
        try await desk.accept(id, by: camila, asCamila)
        return id
    }

    func recorded(_ instrument: Instrument = .notarialLetter, days: Int = 100_000, by staff: Int64 = 1) async throws -> Int64 {
        let contact = try await database.write { transaction in
            try transaction.record(
                Event("test.contact", contact: Interaction(.desk, .branch, .reception, person: rosa, assurance: .verified)),
                by: Self.staff(staff))
        }
        return try await desk.record(
            try #require(Self.camilaRun), instrument, paper: "Notaría 7", days: days, of: rosa, within: try #require(contact), by: staff,
            Self.staff(staff), telling: nil, once: OnceKey("\(Int64.random(in: 0...Int64.max))", scope: "test"))
    }

    /// What Camila finds when she comes.
    @discardableResult
    func found() async throws -> [Representation] {
        try await desk.representations(of: camila, run: Self.camilaRun, asCamila)
    }

    func opens(_ fields: Set<PersonalField>) async -> Bool {
        let disclosures = DisclosureDesk(database, keyring: World.keyring)
        return (try? await disclosures.open(fields, of: [rosa], for: "trace.purpose.mandate", by: asCamila)) != nil
    }
}
