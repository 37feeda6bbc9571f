import Civic
import Expressions
import Flows
import Foundation
import Web

/// A whole service in plain text, line by line: what a terminal does, and what speech and chat will do by the same interpreter.
public struct PlainRun {
    private let interpreter: Interpreter
    private let reader: AnswerReader
    private let values: ValueTexts
    private let texts: Texts
    private let today: Day
    /// What registers say, by fact; one that is not there is down.
    private let facts: [String: Expressions.Value]
    /// What is answered without being asked in the terminal.
    private let answers: [String: AnswerInput]
    /// The bytes of a file, by its path.
    private let attach: (String) -> [UInt8]?
    private var state = FlowState()

    public init(
        _ interpreter: Interpreter, checks: AnswerChecks, texts: Texts, territory: Territory, today: Day,
        facts: [String: Expressions.Value], answers: [String: AnswerInput] = [:], attach: @escaping (String) -> [UInt8]? = { _ in nil }
    ) {
        self.interpreter = interpreter
        self.texts = texts
        self.today = today
        self.facts = facts
        self.answers = answers
        self.attach = attach
        reader = AnswerReader(checks, today: today.number)
        values = ValueTexts(texts: texts, territory: territory, parameters: interpreter.parameters.words)
    }

    private var service: Service { interpreter.service }

    /// Asks until it is filed. `read` gives the next line, nil at the end; `write` says one. Gives back the decision as JSON, or nil when the
    /// lines ended before.
    public mutating func run(read: () -> String?, write: (String) -> Void) throws -> String? {
        write(service.title.said(in: texts.language).text)
        write(service.lead.said(in: texts.language).text)
        while true {
            switch interpreter.next(interpreter.reckon(state, today: today.number), level: .verified) {
            case .fetch(let facts): try fetch(facts, write)
            case .identify: return nil
            case .ask(let question):
                guard try ask(question, read, write) else { return nil }
            case .review: return try file(write)
            }
        }
    }

    private mutating func fetch(_ asked: [Fact], _ write: (String) -> Void) throws {
        for fact in asked {
            let value = facts[fact.id]
            let result = value.map { FactResult(.known, $0, at: 0) } ?? FactResult(.down, at: 0)
            try state.apply(.fetched(fact.id, result), to: state.revision)
            let said = value.map { values.alone(fact.id, $0, in: service) } ?? texts["procedures.plain.down"]
            write("\(fact.name.said(in: texts.language).text): \(said) (\(texts.register(fact.register, of: service)))")
        }
    }

    private mutating func ask(_ question: Question, _ read: () -> String?, _ write: (String) -> Void) throws -> Bool {
        let asking = PlainQuestion(reader: reader, values: values, attach: attach)
        let (interpreter, state, today) = (interpreter, state, today)
        let accepts = { interpreter.accepts($0, to: question, state, today: today.number) }
        let given = answers[question.id].flatMap { asking.take($0, question, write, accepts: accepts) }
        guard let value = given ?? asking.ask(question, read, write, accepts: accepts) else { return false }
        try self.state.apply(.answered(question.id, value), to: state.revision)
        return true
    }

    /// The papers that it would yield, with what is known in the place of each name.
    public var papers: [(title: String, lines: [String])] {
        let reckoning = interpreter.reckon(state, today: today.number)
        let isGranted = if case .granted = Decision(reckoning).outcome { true } else { false }
        return service.documents.map { document in
            let lines = document.body.filter { $0.only == nil || ($0.only == .granted) == isGranted }
            return (
                document.title.said(in: texts.language).text,
                lines.map { values.filled($0.text, in: service) { reckoning.known[$0]?.value } }
            )
        }
    }

    /// Answers by question as JSON; nil for anything else.
    public static func answers(_ json: Data) -> [String: AnswerInput]? {
        (try? JSONDecoder().decode([String: SentValue].self, from: json))?.mapValues(\.input)
    }

    private mutating func file(_ write: (String) -> Void) throws -> String {
        try state.apply(.filed(on: today.number), to: state.revision)
        let decision = Decision(interpreter.reckon(state, today: today.number))
        write("")
        switch decision.outcome {
        case .granted(let pesos):
            write(service.outcome.granted.said(in: texts.language).text)
            if let pesos, let amount = service.amount { write("\(amount.name.said(in: texts.language).text): \(Pesos(pesos))") }
        case .refusal: write(service.outcome.refused.said(in: texts.language).text)
        case .abstention:
            write(texts["procedures.abstention"])
            for case .parameter(let id, let reason) in decision.reckoning.needs { write("\(values.parameter(id)): \(reason)") }
        }
        for finding in decision.reckoning.findings {
            let rule = finding.rule
            let known = { (name: String) in decision.reckoning.known[name]?.value }
            switch finding.outcome {
            case .met: write("✓ \(values.filled(rule.met, in: service, known)) (\(rule.basis))")
            case .unmet: write("✗ \(values.filled(rule.unmet, in: service, known)) (\(rule.basis))")
            case .open, .faulty: write("? \(rule.title.said(in: texts.language).text) (\(rule.basis))")
            }
        }
        return try DecisionRecord(service, decision.reckoning).text
    }
}
