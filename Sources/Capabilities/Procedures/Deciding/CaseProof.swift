import Civic
import Expressions
import Flows
import Ports
import Storage

/// What a paper proves against what a register says, or in its place: whoever holds the case saw the paper, and the decision says so.
extension CaseDesk {
    /// What can be proved in a case: single data of registers that a rule, or the amount, looked at or still wants.
    func provable(_ opened: RunDesk.Opened) -> [Fact] {
        guard opened.run.paused == nil, opened.run.decided == nil || opened.run.isUnderAppeal, opened.run.filed != nil else { return [] }
        let reckoning = opened.reckoning
        var names = Set(reckoning.findings.filter { !$0.isMet }.flatMap(\.data)).union(reckoning.amountData)
        names.formUnion(opened.state.proofs?.keys ?? [:].keys)
        // What the person said in a register's place is provable whether or not it meets a rule.
        for (name, known) in reckoning.known { if case .provisional = known.origin { names.insert(name) } }
        for finding in reckoning.findings {
            guard case .open(let needs) = finding.outcome else { continue }
            for need in needs {
                switch need {
                case .fact(let name): names.insert(name)
                case .register(let register): names.formUnion(opened.service.facts.filter { $0.register == register }.map(\.id))
                case .question, .parameter: break
                }
            }
        }
        return opened.service.facts.filter {
            names.contains($0.id) && $0.register != RunDesk.ownRegister && question(proving: $0, opened) != nil
        }
    }

    /// A list is not typed anew: it is what the person declared, or nothing.
    func question(proving fact: Fact, _ opened: RunDesk.Opened) -> Question? {
        if fact.kind == .records, fact.otherwise.flatMap({ opened.state.answers[$0] }) == nil { return nil }
        return fact.question(in: opened.service)
    }

    /// Takes a datum as proved, and asks registers what the rules want to know after that. Gives back what is wrong with the value, if
    /// anything is. Throws `NotFound` for a datum that this case does not turn on.
    func prove(_ code: CheckedCode, _ name: String, _ input: AnswerInput, paper: String, by actor: Actor, once: OnceKey) async throws
        -> AnswerFault?
    {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let opened = try await open(code, by: actor).opened
        let (run, service, today) = (opened.run, opened.service, runs.clock.today.number)
        guard let fact = provable(opened).first(where: { $0.id == name }), let question = question(proving: fact, opened) else {
            throw NotFound()
        }
        var value: Expressions.Value
        do throws(AnswerFault) { value = fact.value(from: try AnswerReader(runs.checks, today: today).read(input, question)) } catch {
            return error
        }
        if fact.kind == .records, let declared = fact.otherwise.flatMap({ opened.state.answers[$0] }) { value = declared }
        // What the register says first: the proof stands against that.
        var state = try await runs.asked(fact, of: opened, by: actor)
        let proof = Proof(value, paper: paper, instead: state.facts[name]?.value, at: runs.clock.now.milliseconds)
        try state.apply(.proved(name, proof), to: state.revision)
        if let number = try await runs.number(of: opened) {
            state = try await runs.fetched(
                opened.interpreter, state, number, matter: run.code.description,
                Asking(subject: run.subject, run: run.id, actor: actor))
        }
        let values = ValueTexts(texts: runs.documents.texts, territory: runs.documents.territory)
        let words = "\(fact.name.es): \(values.said(name, value, in: service)). \(paper)"
        let (runs, kept, reckoning) = (runs, state, opened.interpreter.reckon(state, today: today))
        _ = try await runs.database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            try refuseOwn(run, actor, transaction)
            try refuseHelper(run, staff, transaction)
            guard try runs.store.save(try RunCodec.text(kept), kept.revision, of: run, transaction) else { throw RunMoved() }
            try runs.note(reckoning, run, service, transaction)
            try runs.events.insert(.proved, of: run.id, about: run.subject, staff: staff, stage: run.stage, words: words, transaction)
            try transaction.record(Event("procedure.proved", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
        return nil
    }
}

extension CaseDesk {
    /// Asks registers anew for all that the case turns on: what was corrected there since counts. What papers prove stands as long as a register
    /// says what it said then.
    func askRegisters(_ code: CheckedCode, by actor: Actor, once: OnceKey) async throws {
        let opened = try await open(code, by: actor).opened
        guard let state = try await runs.askedAgain(opened, opened.elsewhere, by: actor) else { throw RunMoved() }
        let reckoning = opened.interpreter.reckon(state, today: runs.clock.today.number)
        let isAwaited = state.awaitsRegisters(reckoning)
        try await act(code, by: actor, once: once) { run, service, staff, transaction in
            guard try runs.store.save(try RunCodec.text(state), state.revision, of: run, transaction) else { throw RunMoved() }
            if !isAwaited { try runs.store.setVerified(run, transaction) }
            try runs.note(reckoning, run, service, transaction)
            try runs.events.insert(.asked, of: run.id, about: run.subject, staff: staff, stage: run.stage, transaction)
            try transaction.record(Event("procedure.verified", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
        }
    }
}

extension RunDesk {
    /// A state in which the register was asked for a fact, if it was not before.
    func asked(_ fact: Fact, of opened: Opened, by actor: Actor) async throws -> FlowState {
        var state = opened.state
        guard state.facts[fact.id] == nil else { return state }
        var reply = Registers.Reply.down
        if let number = try await number(of: opened) {
            let replies = try await ask(
                [fact.register: [fact]], number, for: opened.service, matter: opened.run.code.description,
                Asking(subject: opened.run.subject, run: opened.run.id, actor: actor))
            reply = replies[fact.register] ?? .down
        }
        try state.apply(.fetched(fact.id, result(reply, fact)), to: state.revision)
        return state
    }
}
