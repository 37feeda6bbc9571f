import Civic
import Expressions
import Flows
import Storage

extension RunDesk {
    /// Adds a group to the list that answers a question, or puts it in the place of one that is there (from one). Gives back what is wrong.
    func put(
        _ code: CheckedCode, _ question: String, _ group: [String: AnswerInput], at place: Int?, revision: Int, door: Door, by actor: Actor,
        once: OnceKey
    ) async throws -> AnswerFault? {
        let (opened, asked, questions, most) = try await list(code, question, revision, door, actor)
        var groups = opened.state.groups(question)
        if let place, !groups.indices.contains(place - 1) { throw RunMoved() }
        if place == nil, groups.count >= most { return .tooMany(most) }
        do throws(AnswerFault) {
            let reader = AnswerReader(checks, today: clock.today.number)
            let value = try reader.group(group, questions, place: place ?? groups.count + 1)
            if let id = Self.repeated(value, questions, in: groups, at: place) { return .inGroup(place ?? groups.count + 1, id, .repeated) }
            if let place { groups[place - 1] = value } else { groups.append(value) }
        } catch {
            return error
        }
        let value = Expressions.Value.list(groups)
        guard opened.interpreter.accepts(value, to: asked, opened.state, today: clock.today.number) else { return .condition }
        try await answer(opened, question, value, door, actor, once)
        return nil
    }

    /// The question whose RUN another group of the list has: one person is not told of twice.
    private static func repeated(
        _ group: Expressions.Value, _ questions: [Question], in groups: [Expressions.Value], at place: Int?
    ) -> String? {
        func answer(_ group: Expressions.Value, _ id: String) -> Expressions.Value? {
            if case .map(let map) = group { map[id] } else { nil }
        }
        let others = groups.enumerated().filter { $0.offset + 1 != place }.map(\.element)
        return questions.first { question in
            guard case .run = question.kind, let number = answer(group, question.id), case .string = number else { return false }
            return others.contains { answer($0, question.id).map { Expressions.Value.areEqual($0, number) } == true }
        }?.id
    }

    /// Takes a group out of the list; without the last one the question is open again. `nil` says that there is none to tell of, which only
    /// an optional question takes.
    func take(
        _ code: CheckedCode, _ question: String, out place: Int?, revision: Int, door: Door, by actor: Actor, once: OnceKey
    ) async throws {
        let (opened, asked, _, _) = try await list(code, question, revision, door, actor)
        var groups = opened.state.groups(question)
        guard let place else {
            guard asked.isOptional, groups.isEmpty else { throw RunMoved() }
            return try await answer(opened, question, .null, door, actor, once)
        }
        guard groups.indices.contains(place - 1) else { throw RunMoved() }
        groups.remove(at: place - 1)
        try await answer(opened, question, groups.isEmpty ? nil : .list(groups), door, actor, once)
    }

    private func list(_ code: CheckedCode, _ question: String, _ revision: Int, _ door: Door, _ actor: Actor) async throws
        -> (opened: Opened, asked: Question, questions: [Question], most: Int)
    {
        let opened = try await openToAct(code, at: door, by: actor)
        guard let asked = opened.answerable.first(where: { $0.id == question }),
            case .groups(let questions, _, let most) = asked.kind, opened.run.revision == revision
        else { throw RunMoved() }
        return (opened, asked, questions, most)
    }

    private func answer(
        _ opened: Opened, _ question: String, _ value: Expressions.Value?, _ door: Door, _ actor: Actor, _ once: OnceKey
    ) async throws {
        try await save(opened, by: actor, within: door.interaction, once: once) { state, _ in
            try state.apply(.answered(question, value), to: state.revision)
        }
        try await advance(opened.run.code, at: door, by: actor)
    }
}

extension FlowState {
    /// The groups of a list so far.
    func groups(_ question: String) -> [Expressions.Value] {
        if case .list(let groups)? = answers[question] { groups } else { [] }
    }
}
