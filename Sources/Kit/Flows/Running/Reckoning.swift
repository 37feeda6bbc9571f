import Expressions

/// What a state comes to on a day: each rule, the amount, and what is needed next.
public struct Reckoning: Sendable {
    public enum Sum: Sendable {
        case pesos(Int64)
        case open(Set<Need>)
        case faulty(EvaluationError)
    }

    public let findings: [Finding]
    /// Only when all rules are met.
    public let amount: Sum?
    public let amountData: [String]
    /// What a paper that is given at once would have to say and nobody knows.
    public let lacks: [String]
    /// In which comuna it is decided, where that is known and the service is a local one.
    public let place: String?
    /// The day from which a benefit is due, where the service says one and it is known (days since 1970).
    public let begins: Int?
    public let known: [String: Known]
    /// The questions that are asked in this run, as far as it is known, answered or not.
    public let asked: [Question]
    /// Those of them that wait for an answer, whether they serve a rule or not.
    public let unanswered: [Question]
    /// What the first open rule, or the amount, needs.
    public let needs: Set<Need>
    /// The facts that are still to be asked for the options of what waits for an answer, by the question.
    let offers: [String: Set<Need>]

    public var isRefused: Bool { findings.contains(where: \.isUnmet) }
    public var isMet: Bool { findings.allSatisfy(\.isMet) }

    /// Registers whose place the person's word has taken.
    public var provisional: [String] {
        known.values.compactMap { if case .provisional(let register) = $0.origin { register } else { nil } }.sorted()
    }

    /// Whether a made-up parameter was used.
    public var isAssumed: Bool {
        (findings.flatMap(\.data) + amountData).contains {
            if case .parameter(let value)? = known[$0]?.origin { value.isAssumed } else { false }
        }
    }

    public init(_ service: Service, _ state: FlowState, today: Int, parameters: ParameterTable) {
        var reckoner = Reckoner(service, state, today: today, parameters: parameters)
        // What is told beside a rule or in a paper is asked for like what is reckoned with, once everything is met.
        var (findings, needs, told) = ([Finding](), Set<Need>(), Set<Need>())
        for rule in service.rules {
            let outcome: Finding.Outcome
            let (result, reads) = reckoner.trace(rule.require)
            switch result {
            case .value(.bool(let holds)): outcome = holds ? .met : .unmet
            case .value: outcome = .faulty(EvaluationError(.noSuchOverload))
            case .open(let wanted):
                outcome = .open(wanted)
                if needs.isEmpty { needs = wanted }
            case .faulty(let error): outcome = .faulty(error)
            }
            var names = reads
            if case .value(.bool(let holds)) = result {
                for name in (holds ? rule.met : rule.unmet).names {
                    let (isKnown, facts) = reckoner.look(name)
                    if isKnown, !names.contains(name) { names.append(name) }
                    if holds { told.formUnion(facts) }
                }
            }
            findings.append(Finding(rule: rule, outcome: outcome, data: reckoner.data(names)))
        }
        self.findings = findings
        var summed: [String] = []
        if let amount = service.amount, findings.allSatisfy(\.isMet) {
            let (result, reads) = reckoner.trace(amount.program)
            summed = reckoner.data(reads)
            switch result {
            case .value(.int(let pesos)) where Amount.range.contains(pesos): self.amount = .pesos(pesos)
            case .value(.int): self.amount = .faulty(EvaluationError(.range))
            case .value: self.amount = .faulty(EvaluationError(.noSuchOverload))
            case .open(let wanted):
                self.amount = .open(wanted)
                if needs.isEmpty { needs = wanted }
            case .faulty(let error): self.amount = .faulty(error)
            }
        } else {
            amount = nil
        }
        amountData = summed
        var lacks: [String] = []
        if findings.allSatisfy(\.isMet) {
            for name in service.documents.flatMap({ $0.body.flatMap(\.text.names) }) {
                let (isKnown, facts) = reckoner.look(name)
                told.formUnion(reckoner.wanted(name))
                if !isKnown, facts.isEmpty, service.question(name) == nil, !lacks.contains(name) { lacks.append(name) }
            }
            if needs.isEmpty { needs = told }
        }
        self.lacks = service.outcome.isImmediate ? lacks : []
        place = service.local.flatMap { local in
            // Where it is decided is wanted whatever is decided.
            if needs.isEmpty { needs = reckoner.wanted(local.place) }
            return if case .string(let code)? = reckoner.known[local.place]?.value { code } else { nil }
        }
        if let begins = service.life?.begins, case .value(.timestamp(let moment)) = reckoner.evaluate(begins) {
            self.begins = moment.day
        } else {
            begins = nil
        }
        var (asked, unanswered, offers) = ([Question](), [Question](), [String: Set<Need>]())
        for written in service.questions {
            let isShown: Bool
            switch written.when.map({ reckoner.evaluate($0) }) {
            case nil, .value(.bool(true)): isShown = true
            default: isShown = false
            }
            guard isShown else { continue }
            let (question, facts) = reckoner.offered(written)
            let isNeeded = !question.servesRules || needs.contains(.question(question.id))
            if facts.isEmpty, let answer = state.answers[question.id], question.isSettled(by: answer) {
                asked.append(question)
            } else if isNeeded, !question.isOptional || !question.servesRules {
                asked.append(question)
                unanswered.append(question)
                offers[question.id] = facts
            }
        }
        (self.asked, self.unanswered, self.needs, self.offers, known) = (asked, unanswered, needs, offers, reckoner.known)
    }
}
