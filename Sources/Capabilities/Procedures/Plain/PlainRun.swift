import Civic
import Expressions
import Flows
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
    private var state = FlowState()

    public init(
        _ interpreter: Interpreter, checks: AnswerChecks, texts: Texts, territory: Territory, today: Day, facts: [String: Expressions.Value]
    ) {
        self.interpreter = interpreter
        self.texts = texts
        self.today = today
        self.facts = facts
        reader = AnswerReader(checks, today: today.number)
        values = ValueTexts(texts: texts, territory: territory)
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
            let said = value.map { values.said(fact.id, $0, in: service) } ?? texts["procedures.plain.down"]
            write("\(fact.name.said(in: texts.language).text): \(said) (\(texts.register(fact.register)))")
        }
    }

    private mutating func ask(_ question: Question, _ read: () -> String?, _ write: (String) -> Void) throws -> Bool {
        write("")
        write((question.voice ?? question.text).said(in: texts.language).text)
        if let help = question.help { write(help.said(in: texts.language).text) }
        for (number, option) in options(question).enumerated() { write("  \(number + 1). \(option.words)") }
        while let line = read() {
            do throws(AnswerFault) {
                let value = try reader.read(input(line, question), question)
                let isPassed = if case .null = value { true } else { false }
                guard isPassed || interpreter.accepts(value, to: question, state, today: today.number) else { throw .condition }
                try? state.apply(.answered(question.id, value), to: state.revision)
                return true
            } catch {
                let problem = QuestionField.problem(error, question, texts)
                write(texts(problem.text, problem.values))
            }
        }
        return false
    }

    /// By number or by word.
    private func options(_ question: Question) -> [(id: String, words: String)] {
        switch question.kind {
        case .yesNo: [("si", texts["procedures.yes"]), ("no", texts["procedures.no"])]
        case .declaration: [("si", texts["procedures.yes"])]
        case .choice(let options), .several(let options, _): options.map { ($0.id, $0.text.said(in: texts.language).text) }
        default: []
        }
    }

    private func input(_ line: String, _ question: Question) -> AnswerInput {
        let options = options(question)
        func one(_ word: some StringProtocol) -> String {
            let word = String(word).trimmingPrefix { $0.isWhitespace }
            if let number = Int(word), options.indices.contains(number - 1) { return options[number - 1].id }
            return options.first { $0.words.folded == String(word).folded }?.id ?? String(word)
        }
        switch question.kind {
        case .several: return .texts(line.split(separator: ",").map { one($0) })
        case .address:
            let parts = line.split(separator: ",", maxSplits: 1).map(String.init)
            return .parts(["calle": parts.first ?? "", "comuna": parts.count > 1 ? parts[1] : ""])
        case .groups(let questions, _):
            return .groups(
                line.split(separator: ";").map { group in
                    let words = group.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                    return Dictionary(uniqueKeysWithValues: zip(questions.map(\.id), words.map { AnswerInput.text($0) }))
                })
        default: return .text(options.isEmpty ? line : one(line))
        }
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
        case .abstention: write(texts["procedures.abstention"])
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
