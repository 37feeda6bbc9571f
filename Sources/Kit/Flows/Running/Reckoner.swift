import Expressions

/// Reckons everything that a state already tells: each name once, on demand.
struct Reckoner {
    let service: Service
    let state: FlowState
    let today: Int
    let parameters: ParameterTable

    private(set) var known: [String: Known] = [:]
    private(set) var missing: [String: Set<Need>] = [:]
    private var bindings: Bindings
    private var visited: Set<String> = []
    /// What each computed value stands on.
    private var basis: [String: [String]] = [:]

    init(_ service: Service, _ state: FlowState, today: Int, parameters: ParameterTable) {
        self.service = service
        self.state = state
        self.today = today
        self.parameters = parameters
        bindings = Bindings(service.environment)
    }

    enum Result {
        case value(Value)
        case open(Set<Need>)
        case faulty(EvaluationError)
    }

    mutating func evaluate(_ program: Program) -> Result { trace(program).result }

    /// With the names that the result stands on.
    mutating func trace(_ program: Program) -> (result: Result, reads: [String]) {
        for name in program.tree.variables.sorted() { resolve(name) }
        let (outcome, reads) = program.evaluateTracing(bindings)
        switch outcome {
        case .value(let value): return (.value(value), reads)
        case .error(let error): return (.faulty(error), reads)
        case .unknown(let names): return (.open(names.reduce(into: []) { $0.formUnion(missing[$1] ?? []) }), reads)
        }
    }

    private mutating func resolve(_ name: String) {
        guard visited.insert(name).inserted else { return }
        if name == Service.holidays {
            let days = parameters.holidays.compactMap { Timestamp(day: $0).map { Value.timestamp($0) } }
            if days.isEmpty { want(name, [.parameter(name, reason: name)]) } else { set(name, .list(days), .date) }
        } else if let day = date(name) {
            if let moment = Timestamp(day: day) { set(name, .timestamp(moment), .date) }
        } else if let fact = service.fact(name) {
            resolve(fact)
        } else if let question = service.question(name) {
            resolve(question)
        } else if let derived = service.values.first(where: { $0.id == name }) {
            let (result, reads) = trace(derived.program)
            basis[name] = reads
            switch result {
            case .value(let value): set(name, value, .computed)
            case .open(let needs): want(name, needs)
            case .faulty: break
            }
        } else if let use = service.parameters.first(where: { $0.id == name }) {
            resolve(use)
        }
    }

    private func date(_ name: String) -> Int? {
        switch name {
        case "hoy": today
        case "presentada": state.filed ?? today
        case "decidida": state.decided ?? today
        default: nil
        }
    }

    private mutating func resolve(_ fact: Fact) {
        if let proof = state.proofs?[fact.id], proof.stands(against: state.facts[fact.id]), fact.kind.type.admits(proof.value) {
            return set(fact.id, proof.value, .proved(by: proof.paper, at: proof.at))
        }
        guard let result = state.facts[fact.id] else { return want(fact.id, [.fact(fact.id)]) }
        if result.status == .known, let value = result.value, fact.kind.type.admits(value) {
            return set(fact.id, value, .register(fact.register, at: result.at))
        }
        guard let other = fact.otherwise else { return want(fact.id, [.register(fact.register)]) }
        resolve(other)
        if let said = known[other] {
            set(fact.id, said.value, .provisional(register: fact.register))
        } else {
            want(fact.id, missing[other] ?? [.register(fact.register)])
        }
    }

    /// With what its register gives to choose from, and the facts that are still to be asked for that. A register that is down gives nothing.
    mutating func offered(_ question: Question) -> (question: Question, facts: Set<Need>) {
        guard let offer = question.offer else { return (question, []) }
        let (_, facts) = look(offer.name)
        guard case .list(let values)? = known[offer.name]?.value else { return (question, facts) }
        return (question.offering(values.compactMap { if case .string(let text) = $0 { text } else { nil } }), facts)
    }

    private mutating func resolve(_ written: Question) {
        let (question, facts) = offered(written)
        var isAsked = true
        if let when = question.when {
            switch evaluate(when) {
            case .value(.bool(let holds)): isAsked = holds
            case .open(let needs): return want(question.id, needs)
            default: isAsked = false
            }
        }
        if !isAsked || (question.isOptional && !isAnswered(question)) {
            if let standard = question.standard { set(question.id, standard, .computed) }
        } else if !facts.isEmpty {
            want(question.id, facts)
        } else if let answer = state.answers[question.id], question.isAnswered(by: answer) {
            set(question.id, answer, .answer)
        } else {
            want(question.id, [.question(question.id)])
        }
    }

    /// An optional question that was passed over has a null for an answer.
    private func isAnswered(_ question: Question) -> Bool {
        state.answers[question.id].map { question.isAnswered(by: $0) } ?? false
    }

    private mutating func resolve(_ use: ParameterUse) {
        basis[use.id] = [use.on] + (use.age.map { [$0] } ?? [])
        resolve(use.on)
        if let age = use.age { resolve(age) }
        let needs = (missing[use.on] ?? []).union(use.age.flatMap { missing[$0] } ?? [])
        guard needs.isEmpty else { return want(use.id, needs) }
        guard case .timestamp(let on)? = known[use.on]?.value else { return }
        var age: Int?
        if let name = use.age {
            guard case .int(let years)? = known[name]?.value else { return }
            age = Int(years)
        }
        switch parameters.find(use.parameter, on.day, age) {
        case .value(let value): set(use.id, .int(value.amount), .parameter(value))
        case .missing(let reason): want(use.id, [.parameter(use.parameter, reason: reason)])
        }
    }

    /// Takes a value for granted, whether or not it is asked.
    mutating func suppose(_ value: Value, of name: String) {
        visited.insert(name)
        set(name, value, .answer)
    }

    private mutating func set(_ name: String, _ value: Value, _ origin: Origin) {
        known[name] = Known(value: value, origin: origin)
        bindings.set(name, value)
    }

    private mutating func want(_ name: String, _ needs: Set<Need>) {
        missing[name] = needs
        bindings.setUnknown(name)
    }

    /// Whether a name that stands in words is known, and the facts that are still to be asked for it.
    mutating func look(_ name: String) -> (isKnown: Bool, facts: Set<Need>) {
        resolve(name)
        let facts = (missing[name] ?? []).filter { if case .fact = $0 { true } else { false } }
        return (known[name] != nil, facts)
    }

    /// What has to be asked for a name to be known: of a register, or of the person in its place.
    mutating func wanted(_ name: String) -> Set<Need> {
        resolve(name)
        return (missing[name] ?? []).filter { if case .parameter = $0 { false } else { true } }
    }

    /// The names that a result stands on, with what those were made of, the nearest first.
    func data(_ reads: [String]) -> [String] {
        var (names, queue) = ([String](), reads)
        while !queue.isEmpty {
            let name = queue.removeFirst()
            // A list of holidays explains nothing to anybody.
            guard name != Service.holidays, !names.contains(name) else { continue }
            names.append(name)
            queue += basis[name] ?? []
        }
        return names
    }
}
