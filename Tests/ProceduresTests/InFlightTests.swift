import Civic
import Definitions
import Expressions
import Flows
import Foundation
import Ports
import Storage
import TestKit
import Testing

@testable import Procedures

@Suite("A definition that changes")
struct InFlightTests {
    private static let operators = Actor(.system(1), assurance: .verified)

    private static func text(version: Int, _ extra: String = "", rule: String = "edad >= 18") -> String {
        """
        id: prueba
        version: \(version)
        sheet: una-ficha
        institution: IPS
        title: Una prueba
        lead: Se prueba.
        media: [page]
        assurance: {begin: declared, facts: verified, submit: verified}
        questions:
          - {id: edad, answer: wholeNumber, most: 120, text: "¿Cuántos años tiene?"}
          - {id: color, answer: choice, text: "¿Qué color?", options: [{id: rojo, text: Rojo}, {id: azul, text: Azul}]}
        \(extra)
        rules:
          - {id: mayor, title: Mayor, require: "\(rule)", met: Sí., unmet: No., basis: Ley 1}
        stages: [{id: revision, title: Revisión, owner: ips, business_days: 5, decides: true}]
        silence: none
        remedies: [{id: r, title: R, to: Jefe, term: prueba.edad, basis: Ley 1}]
        ending: {granted: Listo., refused: No., next: Nada más.}

        """
    }

    private static func stranded(_ shelf: DefinitionShelf, _ text: String, sheet: String = "una-ficha") async throws
        -> (underWay: [String], defects: [FileDefect])
    {
        try await shelf.stranded(["prueba.yaml": text], in: ServiceSurroundings(sheets: [sheet], institutions: ["IPS"]))
    }

    /// The one parameter that the definition names, or none.
    private static func parameters(isThere: Bool, _ database: Database) async throws -> [Parameter] {
        let id = try #require(Parameter.ID("prueba.edad"))
        let from = try #require(Day(year: 2020, month: 1, day: 1))
        let value = try #require(DatedValue(5, from: from, to: nil, sources: [Source(id: "ley", name: "Ley 1")], confidence: .high))
        let parameters = isThere ? [try Parameter(id, name: .init(es: "Edad", en: "Edad"), unit: .businessDays, values: [value])] : []
        _ = try await database.write { try ParameterDesk().replace(parameters, by: operators, $0) }
        return parameters
    }

    @Test("strands none of ten thousand that are under way: each goes on with the version that it began with", arguments: Engine.available)
    func inFlight(_ engine: Engine) async throws {
        let clock = TestClock()
        let schemas: [Schema] = [.people, .interactions, .audit, .parameters, .procedures]
        try await engine.withDatabase(schemas, clock: clock) { database in
            try await database.join()
            let shelf = DefinitionShelf(database)
            _ = try await Self.parameters(isThere: true, database)
            _ = try await shelf.load(["prueba.yaml": Self.text(version: 1)], by: Self.operators)
            let store = RunStore(keyring: World.keyring)
            let count = engine == .sqlite ? 10_000 : 1_000
            let person = try await database.write { transaction in
                try PeopleDesk(keyring: World.keyring).register(
                    Registration(name: PersonName(given: "Rosa", first: "Muñoz", second: nil)), by: Self.operators, transaction)
            }
            // Each as far as its number has it: nothing answered, one thing, both.
            for start in stride(from: 0, to: count, by: 1_000) {
                clock.move(byMilliseconds: 1)
                try await database.write { transaction in
                    let contact = try transaction.record(
                        Event("procedure.begun", contact: Interaction(.page, .web, .transaction, .pending)), by: Self.operators)
                    let interaction = try #require(contact)
                    var generator = SystemRandomNumberGenerator()
                    for number in start..<min(start + 1_000, count) {
                        var state = FlowState()
                        if number % 3 > 0 { try state.apply(.answered("edad", .int(Int64(number % 90))), to: 0) }
                        if number % 3 > 1 { try state.apply(.answered("color", .string("rojo")), to: 1) }
                        _ = try store.insert(
                            CheckedCode(using: &generator), as: try transaction.newID(),
                            .init(
                                service: "prueba", version: 1, subject: person, interaction: interaction, agent: nil,
                                state: try RunCodec.text(state)), transaction)
                    }
                }
            }
            // The next version asks something else, by another rule; and whoever changes what is in use is refused.
            let changed = Self.text(version: 1, rule: "edad >= 21")
            await #expect(throws: FileDefects.self) { _ = try await shelf.load(["prueba.yaml": changed], by: Self.operators) }
            let second = Self.text(version: 2, "  - {id: pais, answer: text, text: \"¿De qué país?\"}", rule: "edad >= 21 && pais != ''")
            #expect(try await shelf.load(["prueba.yaml": second], by: Self.operators) == ["prueba 2"])
            #expect(try await shelf.newest("prueba")?.version == 2)
            let versions = try await database.read {
                try $0.all("SELECT version, count(*) AS n FROM procedure_run GROUP BY version") { row -> [Int] in
                    [try row["version"], try row["n"]]
                }
            }
            #expect(versions == [[1, count]])

            let first = try await shelf.service("prueba", 1)
            let interpreter = Interpreter(first, parameters: ParameterTable { id, _, _ in .missing(reason: id) })
            let disclosure = try await DisclosureDesk(database, keyring: World.keyring).open(
                [.procedures], of: [person], for: "trace.purpose.procedure", by: Actor(.citizen(person), assurance: .verified))
            let kept = try await database.read { snapshot in
                try snapshot.all("SELECT code FROM procedure_run") { try $0["code"] as String }.map { code in
                    guard let code = CheckedCode(typed: code), let run = try store.run(code, snapshot) else { throw NotFound() }
                    return (run, try store.state(of: run, snapshot))
                }
            }
            var ended = 0
            for (run, sealed) in kept {
                #expect(run.version == 1)
                var state = try RunCodec.state(try disclosure.open(sealed))
                steps: for _ in 0..<5 {
                    switch interpreter.next(interpreter.reckon(state, today: 20_000), level: .verified) {
                    case .ask(let question):
                        try state.apply(.answered(question.id, question.id == "edad" ? .int(30) : .string("azul")), to: state.revision)
                    case .review:
                        ended += 1
                        break steps
                    case .fetch, .identify: break steps
                    }
                }
            }
            #expect(ended == count)
        }
    }

    @Test("what its queues are called follows the catalogue, of every version, without another version", arguments: Engine.available)
    func renamed(_ engine: Engine) async throws {
        let schemas: [Schema] = [.people, .interactions, .audit, .parameters, .procedures]
        try await engine.withDatabase(schemas, clock: TestClock()) { database in
            try await database.join()
            let shelf = DefinitionShelf(database)
            _ = try await Self.parameters(isThere: true, database)
            func load(_ name: String?, version: Int = 1) async throws -> [String] {
                let queues = name.map { ["ips": Words(["es": $0])] } ?? [:]
                return try await shelf.load(
                    ["prueba.yaml": Self.text(version: version)],
                    registers: RegisterFile(shapes: [:], names: OwnNames(queues: queues)), by: Self.operators)
            }
            let unknown = await #expect(throws: FileDefects.self) { try await load(nil) }
            #expect(unknown?.description.contains("'ips' is no queue of registers.yaml") == true, "\(unknown as Any)")
            #expect(try await load("El IPS") == ["prueba 1"])
            #expect(try await shelf.newest("prueba")?.names.queues["ips"]?.es == "El IPS")
            let watching = DefinitionShelf(database)
            #expect(try await watching.service("prueba", 1).names.queues["ips"]?.es == "El IPS")
            #expect(try await load("Instituto de Previsión") == [], "no version came")
            #expect(try await shelf.service("prueba", 1).names.queues["ips"]?.es == "Instituto de Previsión")
            watching.forget()
            #expect(try await watching.service("prueba", 1).names.queues["ips"]?.es == "Instituto de Previsión")
        }
    }

    @Test("that would strand what is under way is told before it is loaded", arguments: Engine.available)
    func stranding(_ engine: Engine) async throws {
        let schemas: [Schema] = [.people, .interactions, .audit, .parameters, .procedures]
        try await engine.withDatabase(schemas, clock: TestClock()) { database in
            try await database.join()
            let shelf = DefinitionShelf(database)
            let used = "parameters:\n  - {id: p, parameter: prueba.edad, on: hoy}"
            let text = Self.text(version: 1, used, rule: "edad >= p")
            await #expect(throws: FileDefects.self, "what could not go live is not loaded") {
                try await shelf.load(
                    ["prueba.yaml": text.replacing("owner: ips, business_days: 5,", with: "business_days: 5,")], by: Self.operators)
            }
            let early = await #expect(throws: FileDefects.self, "a parameter comes first") {
                try await shelf.load(["prueba.yaml": text], by: Self.operators)
            }
            #expect(early?.description.contains("run 'ventanilla catalogue load' first") == true, "\(early as Any)")
            #expect(try await Self.stranded(shelf, text).defects.map(\.description) == [early?.description], "and the check says the same")
            let there = try await Self.parameters(isThere: true, database)
            _ = try await shelf.load(["prueba.yaml": text], by: Self.operators)
            #expect(try await Self.stranded(shelf, text).defects.isEmpty, "nothing is under way")
            let other = try await Self.stranded(shelf, text.replacing("Se prueba.", with: "Otra cosa."))
            #expect(other.defects.map(\.message) == ["version 1 is in use and says something else: write 2"])
            let before = try await Self.stranded(shelf, text.replacing("version: 1", with: "version: 0"))
            #expect(before.defects.map(\.message) == ["version 1 is in use already, and 0 comes before it: write 2"])
            #expect(try await shelf.withoutFile(["prueba.yaml": text]).isEmpty)
            #expect(try await shelf.withoutFile([:]) == ["prueba"], "it stays open")
            #expect(try await shelf.missing(in: there).isEmpty)
            let missing = try await shelf.missing(in: [])
            #expect(
                missing.count == 2 && missing.allSatisfy { $0.file == "prueba 1" && $0.message.contains("'prueba.edad'") }, "\(missing)")
            _ = try await Self.parameters(isThere: false, database)
            let store = RunStore(keyring: World.keyring)
            try await database.write { transaction in
                let person = try PeopleDesk(keyring: World.keyring).register(
                    Registration(name: PersonName(given: "Rosa", first: "Muñoz", second: nil)), by: Self.operators, transaction)
                let contact = try transaction.record(
                    Event("procedure.begun", contact: Interaction(.page, .web, .transaction, .pending)), by: Self.operators)
                var generator = SystemRandomNumberGenerator()
                _ = try store.insert(
                    CheckedCode(using: &generator), as: try transaction.newID(),
                    .init(
                        service: "prueba", version: 1, subject: person, interaction: try #require(contact), agent: nil,
                        state: try RunCodec.text(FlowState())), transaction)
            }
            let found = try await Self.stranded(shelf, Self.text(version: 2))
            #expect(found.underWay == ["prueba 1: 1 begun, 0 filed"])
            #expect(
                found.defects.map(\.message) == ["has no parameters yet: run 'ventanilla catalogue load' first"], "once, for all of them")
            let lost = try await Self.stranded(shelf, Self.text(version: 2), sheet: "otra-ficha")
            #expect(lost.defects.contains { $0.message.contains("'una-ficha' is no sheet") }, "nobody would find the case")
        }
    }
}
