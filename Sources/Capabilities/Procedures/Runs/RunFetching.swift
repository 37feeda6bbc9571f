import Civic
import Expressions
import Flows
import Ports
import Storage

extension RunDesk {
    /// Asks the registers as long as a rule needs one, and keeps what they say. One that does not answer is down: the person may be asked.
    func advance(_ code: CheckedCode, at door: Door, by actor: Actor) async throws {
        try await forgetOld(code, at: door, by: actor)
        // Each round answers at least one fact.
        for _ in 0..<20 {
            let opened = try await open(code, at: door, by: actor)
            guard opened.run.filed == nil, case .fetch(let facts) = opened.effect(at: actor.level) else { return }
            guard let run = try await number(of: opened) else { return try await keep(opened, facts, at: door, by: actor) { _ in .down } }
            let replies = try await ask(
                Dictionary(grouping: facts, by: \.register), run, for: opened.service, matter: opened.run.code.description,
                Asking(subject: opened.run.subject, run: opened.run.id, actor: actor, within: door.interaction))
            try await keep(opened, facts, at: door, by: actor) { replies[$0] ?? .down }
        }
    }

    /// What a register said long ago is asked again: a draft may have waited for weeks.
    private func forgetOld(_ code: CheckedCode, at door: Door, by actor: Actor) async throws {
        let opened = try await open(code, at: door, by: actor)
        let old = old(opened)
        guard opened.run.filed == nil, !old.isEmpty else { return }
        var state = opened.state
        state.forget(old)
        let fetched = state
        try await save(opened, by: actor, within: door.interaction, once: nil) { state, _ in state = fetched }
    }

    /// Facts that are older than what a register says holds.
    func old(_ opened: Opened) -> [String] {
        let least = clock.now.milliseconds - Int64(limits.registerHours) * 3_600_000
        return opened.state.facts.filter { $0.value.at < least }.map(\.key)
    }

    /// Forgets registers that were down, and asks them again.
    func retry(_ code: CheckedCode, at door: Door, by actor: Actor) async throws {
        let opened = try await openToAct(code, at: door, by: actor)
        guard opened.run.filed == nil else { throw RunMoved() }
        var state = opened.state
        state.forget(state.facts.filter { $0.value.status == .down }.map(\.key))
        let fetched = state
        try await save(opened, by: actor, within: door.interaction, once: nil) { state, _ in state = fetched }
        try await advance(code, at: door, by: actor)
    }

    /// The person's RUN, verified; nil for somebody without one, whom no register knows.
    func number(of opened: Opened) async throws -> RUN? {
        let people = people
        let person = try await database.read { try people.person(opened.run.subject, $0) }
        guard let kept = person?.identifiers.first(where: { $0.kind == .run && $0.standing == .verified && $0.to == nil }) else {
            return nil
        }
        return RUN(try opened.disclosure.open(kept.number))
    }

    func ask(_ facts: [String: [Fact]], _ run: RUN, for service: Service, matter: String, _ asking: Asking) async throws
        -> [String: Registers.Reply]
    {
        try await note(facts.keys, asking)
        let registers = registers
        return await withTaskGroup(of: (String, Registers.Reply).self) { group in
            for (register, facts) in facts {
                let question = Registers.Question(
                    register: register, fields: facts.map(\.field), run: run, purpose: service.title.es, matter: matter,
                    basis: Set(facts.map(\.basis)).sorted().joined(separator: "; "))
                group.addTask { (register, await registers.ask(question)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    /// A state with what registers say of all that its rules want to know now. Nothing is kept of it here.
    func fetched(_ interpreter: Interpreter, _ before: FlowState, _ number: RUN, matter: String, _ asking: Asking) async throws
        -> FlowState
    {
        var state = before
        // Each round answers at least one fact.
        for _ in 0..<20 {
            let reckoning = interpreter.reckon(state, today: clock.today.number)
            guard case .fetch(let facts) = interpreter.next(reckoning, level: .verified) else { break }
            let replies = try await ask(
                Dictionary(grouping: facts, by: \.register), number, for: interpreter.service, matter: matter, asking)
            for fact in facts { try state.apply(.fetched(fact.id, result(replies[fact.register] ?? .down, fact)), to: state.revision) }
        }
        return state
    }

    private func keep(
        _ opened: Opened, _ facts: [Fact], at door: Door, by actor: Actor, _ reply: (String) -> Registers.Reply
    ) async throws {
        var state = opened.state
        for fact in facts { try state.apply(.fetched(fact.id, result(reply(fact.register), fact)), to: state.revision) }
        let (fetched, events, run) = (state, events, opened.run)
        let refused = unissued(opened, fetched)
        try await save(opened, by: actor, within: door.interaction, once: nil) { state, transaction in
            state = fetched
            if let refused { try events.insert(.unissued, of: run.id, about: run.subject, words: refused, transaction) }
        }
    }

    /// What a register gives is held to the kind that the definition says: anything else is no answer.
    func result(_ reply: Registers.Reply, _ fact: Fact) -> FactResult {
        switch reply {
        case .down: return FactResult(.down, at: clock.now.milliseconds)
        case .unknown(let at): return FactResult(.refused, at: at.milliseconds)
        case .known(let fields, let at):
            guard let datum = fields[fact.field] else { return FactResult(.refused, at: at.milliseconds) }
            guard let value = datum.value, fact.kind.type.admits(value), isPlace(value) || fact.kind != .commune else {
                return FactResult(.down, at: at.milliseconds)
            }
            return FactResult(.known, value, at: at.milliseconds)
        }
    }
}

extension RunDesk {
    private func isPlace(_ value: Expressions.Value) -> Bool {
        if case .string(let code) = value { checks.commune(code) == code } else { false }
    }
}

extension Registers.Datum {
    fileprivate var value: Expressions.Value? {
        switch self {
        case .flag(let flag): .bool(flag)
        case .number(let number): .int(number)
        case .text(let text): .string(text)
        case .day(let day): Timestamp(day: day.number).map { .timestamp($0) }
        case .texts(let texts): .list(texts.map { .string($0) })
        case .records(let records):
            .list(
                records.map { record in
                    var map = ValueMap()
                    for (field, datum) in record.sorted(by: { $0.key < $1.key }) {
                        if let value = datum.value { _ = map.insert(.string(field), value) }
                    }
                    return .map(map)
                })
        }
    }
}
