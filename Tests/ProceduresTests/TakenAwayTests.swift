import Civic
import Definitions
import Flows
import Storage
import TestKit
import Testing

@testable import Procedures

@Suite("What a service in use needs")
struct TakenAwayTests {
    private static let operators = Actor(.system(1), assurance: .verified)

    private static func text(version: Int, owner: String = "muni.transito") -> String {
        """
        id: prueba
        version: \(version)
        sheet: una-ficha
        institution: MUNI
        title: Una prueba
        lead: Se prueba.
        media: [page]
        assurance: {begin: declared, facts: verified, submit: verified}
        questions:
          - {id: edad, answer: wholeNumber, most: 120, text: "¿Cuántos años tiene?"}
        rules:
          - {id: mayor, title: Mayor, require: edad >= 18, met: Sí., unmet: No., basis: Ley 1}
        stages: [{id: revision, title: Revisión, owner: \(owner), business_days: 5, decides: true}]
        silence: none
        remedies: [{id: r, title: R, to: Jefe, basis: Ley 1}]
        ending: {granted: Listo., refused: No., next: Nada más.}

        """
    }

    private static func installation(_ queues: String...) -> RegisterFile {
        RegisterFile(
            shapes: [:], names: OwnNames(queues: Dictionary(uniqueKeysWithValues: queues.map { ($0, Words(["es": "Fila"])) })))
    }

    private static func world(_ engine: Engine, _ body: (Database, DefinitionShelf) async throws -> Void) async throws {
        let schemas: [Schema] = [.people, .interactions, .audit, .parameters, .procedures]
        try await engine.withDatabase(schemas, clock: TestClock()) { database in
            try await database.join()
            let shelf = DefinitionShelf(database)
            _ = try await shelf.load(["prueba.yaml": text(version: 1)], registers: installation("muni.transito"), by: operators)
            try await body(database, shelf)
        }
    }

    /// Somebody begins it, by its first version.
    private static func begin(_ database: Database) async throws {
        try await database.write { transaction in
            let person = try PeopleDesk(keyring: World.keyring).register(
                Registration(name: PersonName(given: "Rosa", first: "Muñoz", second: nil)), by: operators, transaction)
            let contact = try transaction.record(
                Event("procedure.begun", contact: Interaction(.page, .web, .transaction, .pending)), by: operators)
            var generator = SystemRandomNumberGenerator()
            _ = try RunStore(keyring: World.keyring).insert(
                CheckedCode(using: &generator), as: try transaction.newID(),
                .init(
                    service: "prueba", version: 1, subject: person, interaction: try #require(contact), agent: nil,
                    state: try RunCodec.text(FlowState())), transaction)
        }
    }

    @Test(
        "as its queue, is not loaded away while something is under way, and is told as what is to be put back", arguments: Engine.available)
    func queue(_ engine: Engine) async throws {
        try await Self.world(engine) { database, shelf in
            let second = ["prueba.yaml": Self.text(version: 2, owner: "muni.social")]
            try await Self.begin(database)
            let refused = await #expect(throws: FileDefects.self) {
                try await shelf.load(second, registers: Self.installation("muni.social"), by: Self.operators)
            }
            let told = try #require(refused?.defects.first)
            #expect(
                told.file == "prueba 1"
                    && told.message == "'muni.transito' is no queue of registers.yaml; it is needed by what is in use: put it back")
            #expect(try await shelf.newest("prueba")?.version == 1, "and nothing came")
            let checked = try await shelf.stranded(second, in: ServiceSurroundings(queues: ["muni.social"]))
            #expect(checked.defects.map(\.message) == [told.message], "the check says the same beforehand")
            #expect(
                try await shelf.load(second, registers: Self.installation("muni.social", "muni.transito"), by: Self.operators) == [
                    "prueba 2"
                ])
        }
    }

    @Test("as its sheet, is not taken by a catalogue while it can be begun or is under way", arguments: Engine.available)
    func sheet(_ engine: Engine) async throws {
        try await Self.world(engine) { database, shelf in
            func missing(_ sheets: Set<String>) async throws -> [String] {
                try await shelf.missing(in: [], ServiceSurroundings(sheets: sheets, institutions: ["MUNI"])).map(\.message)
            }
            let told = "'una-ficha' is no sheet of the catalogue; it is needed by what is in use: put it back"
            #expect(try await missing(["una-ficha"]).isEmpty)
            #expect(try await missing(["otra"]) == [told], "it is open")
            try await Self.begin(database)
            #expect(try await shelf.retire("prueba", reason: nil, author: "Ana", by: Self.operators))
            #expect(try await missing(["otra"]) == [told], "it is retired, and somebody has begun it")
            try await database.write { try $0.execute("DELETE FROM procedure_run") }
            #expect(try await missing(["otra"]).isEmpty, "nobody can begin it, and nothing is under way")
        }
    }
}
