import Expressions

/// What comes next in a run. A value: whoever runs it performs it, and feeds back what came of it.
public enum Effect: Sendable {
    /// Registers are asked, with the fact's legal basis.
    case fetch([Fact])
    case ask(Question)
    /// The person has to be known better before it goes on.
    case identify(Level)
    /// Everything is there: it is shown once more, and can be filed.
    case review
}

/// The interpreter: a pure function of a definition, a state, a day and the parameters.
public struct Interpreter: Sendable {
    public let service: Service
    public let parameters: ParameterTable

    public init(_ service: Service, parameters: ParameterTable) {
        self.service = service
        self.parameters = parameters
    }

    public func reckon(_ state: FlowState, today: Int) -> Reckoning {
        Reckoning(service, state, today: today, parameters: parameters)
    }

    /// The least that is still to be done. Registers go before the person; an unmet rule ends the questions that only serve rules.
    public func next(_ reckoning: Reckoning, level: Level) -> Effect {
        if !reckoning.isRefused {
            let facts = service.facts.filter { reckoning.needs.contains(.fact($0.id)) }
            if !facts.isEmpty { return fetch(facts, level) }
            if let question = reckoning.unanswered.first(where: { $0.servesRules }) { return ask(question, reckoning, level) }
        }
        if let question = reckoning.unanswered.first(where: { !$0.servesRules }) { return ask(question, reckoning, level) }
        return .review
    }

    private func fetch(_ facts: [Fact], _ level: Level) -> Effect {
        level < service.factsLevel ? .identify(service.factsLevel) : .fetch(facts)
    }

    /// What a register gives to choose from is asked of it before the person chooses.
    private func ask(_ question: Question, _ reckoning: Reckoning, _ level: Level) -> Effect {
        let facts = service.facts.filter { reckoning.offers[question.id]?.contains(.fact($0.id)) == true }
        return facts.isEmpty ? .ask(question) : fetch(facts, level)
    }

    /// What keeps a stage from deciding on a day, with what is known; nil when nothing does.
    public func held(_ stage: String?, _ state: FlowState, today: Int) -> (says: Words, basis: String, known: [String: Known])? {
        guard let hold = service.stages.first(where: { $0.id == stage })?.hold else { return nil }
        var reckoner = Reckoner(service, state, today: today, parameters: parameters)
        guard case .value(.bool(true)) = reckoner.evaluate(hold.program) else { return nil }
        for step in hold.says {
            guard let when = step.when else { return (step.text, hold.basis, reckoner.known) }
            if case .value(.bool(true)) = reckoner.evaluate(when) { return (step.text, hold.basis, reckoner.known) }
        }
        return nil
    }

    /// What is known to come next.
    public func steps(_ state: FlowState, today: Int) -> [Words] {
        var reckoner = Reckoner(service, state, today: today, parameters: parameters)
        return service.outcome.steps.filter { step in
            guard let when = step.when else { return true }
            guard case .value(.bool(true)) = reckoner.evaluate(when) else { return false }
            return true
        }.map(\.text)
    }

    /// Whether an answer is one that this service takes here: its kind is right and its own condition holds.
    public func accepts(_ value: Value, to question: Question, _ state: FlowState, today: Int) -> Bool {
        guard question.kind.type.admits(value) else { return false }
        guard let valid = question.valid else { return true }
        var reckoner = Reckoner(service, state, today: today, parameters: parameters)
        reckoner.suppose(value, of: question.id)
        if case .value(.bool(let holds)) = reckoner.evaluate(valid.that) { return holds }
        return false
    }
}

/// What a filed run comes to.
public struct Decision: Sendable {
    public enum Outcome: Sendable, Equatable {
        /// All rules are met, and the amount is known where there is one.
        case granted(Int64?)
        /// A rule is not met: a draft, which an official signs (counter-rules 5).
        case refusal
        /// Something is missing that nobody can be asked for: it goes to a person.
        case abstention
    }

    public let outcome: Outcome
    public let reckoning: Reckoning

    public init(_ reckoning: Reckoning) {
        self.reckoning = reckoning
        if reckoning.isRefused {
            outcome = .refusal
        } else if reckoning.isMet, !reckoning.provisional.isEmpty {
            // What the person said in a register's place is verified before it decides.
            outcome = .abstention
        } else if reckoning.isMet, reckoning.lacks.isEmpty {
            switch reckoning.amount {
            case nil: outcome = .granted(nil)
            case .pesos(let pesos): outcome = .granted(pesos)
            default: outcome = .abstention
            }
        } else {
            outcome = .abstention
        }
    }
}
