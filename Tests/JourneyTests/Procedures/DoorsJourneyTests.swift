import Civic
import Expressions
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Ports
import RegisterSimulator
import Storage
import TestKit
import Testing

@testable import Identity
@testable import Procedures
@testable import Server

/// The same people through the page, the desk, the API and the terminal: the same outcome, the same pesos, the same trace.
@Suite("One definition at every door")
struct DoorsJourneyTests {
    private static func person(_ opened: OpenedHouse, _ number: Int) async throws -> (id: PersonID, run: RUN) {
        let run = try #require(RUN(number: number))
        let people = PeopleDesk(keyring: World.keyring)
        let id = try await opened.database.write { transaction in
            let id = try people.register(
                Registration(name: PersonName(given: "Persona", first: "Inventada", second: nil)), by: OpenedHouse.operators, transaction)
            try people.add(.run(run), to: id, evidence: "srcei", by: OpenedHouse.operators, transaction)
            return id
        }
        return (id, run)
    }

    /// How somebody of that number answers, the same at each door.
    private static func answer(_ question: String, _ number: Int) -> String {
        switch question {
        case "forma_pago": ["cuenta_rut", "presencial"][number % 2]
        case "comuna_pago": "13101"
        case "acredita_residencia": "no"
        case "declara_anos": "40"
        case "declara_recientes": "5"
        default: "yes"
        }
    }

    /// What was decided, or would be, without the moments at which registers spoke.
    private static func told(_ record: DecisionRecord) -> String {
        let lines = record.lines.map { line in
            "\(line.rule) \(line.outcome) " + line.data.map { "\($0.name)=\($0.value) \($0.source)" }.joined(separator: " ")
        }
        return (lines + ["\(record.pesos.map { "\($0)" } ?? "-") \(record.provisional) \(record.isAssumed)"]).joined(separator: "\n")
    }

    private static func record(_ opened: OpenedHouse, of person: PersonID) async throws -> String {
        let desk = opened.house.runDesk(isDemonstration: true)
        let actor = Actor(.citizen(person), assurance: .verified)
        let code = try #require(try await desk.all(of: person).first).run.code
        let shown = try await desk.show(code, at: .web, by: actor)
        return told(DecisionRecord(shown.opened.service, shown.opened.reckoning))
    }

    private static func page(_ opened: OpenedHouse, _ person: PersonID, _ number: Int) async throws {
        let browser = opened.browser()
        let cookie = try await OwnJourney.signIn(person, opened.house)
        browser.carry("session", String(cookie.dropFirst("session=".count)))
        var path = try await ProcedureJourneyTests.begin(browser, "pension-garantizada-universal")
        while let question = path.firstMatch(of: #/preguntas\/([a-z_]+)$/#).map({ String($0.1) }) {
            path = try await ProcedureJourneyTests.answer(browser, path, answer(question, number))
        }
        _ = try await ProcedureJourneyTests.file(browser)
    }

    private static func api(_ opened: OpenedHouse, _ person: PersonID, _ number: Int) async throws {
        let cookie = try await OwnJourney.signIn(person, opened.house)
        struct Shown: Decodable {
            struct Next: Decodable {
                let step: String
                let question: String?
            }
            let code: String
            let revision: Int
            let next: Next
        }
        func send(_ path: String, _ body: String) async throws -> Shown {
            let answer = try await opened.client.execute(
                uri: path, method: .post,
                headers: [.cookie: cookie, .contentType: "application/json", try #require(.init("Idempotency-Key")): UUID().uuidString],
                body: ByteBuffer(string: body))
            return try JSONDecoder().decode(Shown.self, from: Data(answer.body.readableBytesView))
        }
        var shown = try await send("/api/services/pension-garantizada-universal/applications", "{}")
        while let question = shown.next.question {
            shown = try await send(
                "/api/applications/\(shown.code)/answers",
                "{\"revision\": \(shown.revision), \"question\": \"\(question)\", \"answer\": \"\(answer(question, number))\"}")
        }
        #expect(shown.next.step == "submit")
        shown = try await send("/api/applications/\(shown.code)/submission", "{\"revision\": \(shown.revision)}")
        #expect(shown.next.step == "filed")
    }

    private static func desk(_ opened: OpenedHouse, _ desk: Browser, _ agent: Int64, _ person: PersonID, _ number: Int) async throws {
        let attention = try await opened.database.write { transaction in
            let made = try transaction.record(
                Event(
                    "attention.opened",
                    contact: Interaction(
                        .desk, .branch, .information, .unknown, point: 1, agent: agent, person: person, assurance: .declared)),
                by: OpenedHouse.operators)
            let attention = try #require(made)
            try InteractionDesk().prove(
                .documentChecked(attention.number), of: person, at: attention, by: OpenedHouse.operators, transaction)
            return attention
        }
        var path = try await ProcedureJourneyTests.begin(
            desk, "pension-garantizada-universal", root: "/mesa/tramites/\(attention.number)")
        while let question = path.firstMatch(of: #/preguntas\/([a-z_]+)$/#).map({ String($0.1) }) {
            path = try await ProcedureJourneyTests.answer(desk, path, answer(question, number))
        }
        _ = try await ProcedureJourneyTests.file(desk)
    }

    private static func terminal(_ opened: OpenedHouse, _ run: RUN, _ number: Int) async throws -> String {
        let service = try #require(try await opened.house.definitions.newest("pension-garantizada-universal"))
        var facts: [String: Expressions.Value] = [:]
        for fact in service.facts {
            guard case .known(let fields) = opened.house.registerDouble.answer(fact.register, run), let datum = fields[fact.field] else {
                continue
            }
            switch datum {
            case .flag(let flag): facts[fact.id] = .bool(flag)
            case .number(let number): facts[fact.id] = .int(number)
            case .text(let text): facts[fact.id] = .string(text)
            case .day(let day): facts[fact.id] = Timestamp(day: day.number).map { .timestamp($0) }
            case .texts, .records: Issue.record("the pension asks for no lists")
            }
        }
        let parameters = try await opened.database.read { try Parameters.table(for: service, opened.house.holidays, $0) }
        var plain = PlainRun(
            Interpreter(service, parameters: parameters), checks: opened.house.answerChecks, texts: opened.house.paperTexts,
            territory: opened.house.territory, today: opened.house.clock.today, facts: facts)
        // Whoever sits there answers the question that was written last.
        var asked = ""
        let text = try #require(
            try plain.run(
                read: { answer(asked, number) == "yes" ? "si" : answer(asked, number) },
                write: { line in
                    if let question = service.questions.first(where: { ($0.voice ?? $0.text).es == line }) { asked = question.id }
                }))
        return told(try DecisionRecord.read(text))
    }

    @Test("comes to the same for two hundred people", arguments: Engine.available)
    func same(_ engine: Engine) async throws {
        // One engine shows the rules; the other, that what is kept comes back the same.
        let count = engine == .sqlite ? 200 : 12
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let agent = try await StaffJourneyTests.account(opened, "andres", role: .agent, reach: .point)
            let desk = opened.browser()
            _ = try await StaffJourneyTests.begin(desk, "andres", agent.password, opened)
            var outcomes: Set<String> = []
            for number in 0..<count {
                opened.clock.move(byMilliseconds: 1)
                // Whole generations of numbers: too young, old enough, and very old.
                let (first, run) = try await Self.person(opened, 3_000_000 + number * 47_123)
                try await Self.page(opened, first, number)
                let expected = try await Self.record(opened, of: first)
                let terminal = try await Self.terminal(opened, run, number)
                #expect(terminal == expected, "\(number) at the terminal")
                try await Self.again(opened, first)
                try await Self.api(opened, first, number)
                #expect(try await Self.record(opened, of: first) == expected, "\(number) by the API")
                try await Self.again(opened, first)
                try await Self.desk(opened, desk, agent.id, first, number)
                #expect(try await Self.record(opened, of: first) == expected, "\(number) at the desk")
                outcomes.insert(expected.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }.joined())
            }
            #expect(outcomes.count > (count > 100 ? 4 : 1), "the people are of several kinds")
        }
    }

    /// Takes the run away, so that the same person can do the same once more.
    private static func again(_ opened: OpenedHouse, _ person: PersonID) async throws {
        _ = try await opened.database.write { transaction in
            try opened.house.documentDesk(isDemonstration: true).store.erase(person, transaction)
                + BenefitStore(keyring: World.keyring).erase(person, transaction)
                + RunStore(keyring: World.keyring).erase(person, transaction)
        }
    }
}
