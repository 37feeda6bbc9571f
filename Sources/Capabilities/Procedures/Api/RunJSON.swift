import Civic
import Expressions
import Flows
import Markup
import Web

/// Services and runs as programs read them.
struct RunJSON {
    let texts: Texts
    let values: ValueTexts

    private func said(_ words: Words) -> JSON { .string(words.said(in: texts.language).text) }

    func short(_ service: Service) -> JSON {
        .object([
            .init("id", .string(service.id)), .init("version", .integer(service.version)), .init("title", said(service.title)),
            .init("institution", .string(service.institution)), .init("sheet", .string(service.sheet)),
        ])
    }

    func whole(_ service: Service) -> JSON {
        guard case .object(let members) = short(service) else { return .null }
        return .object(
            members + [
                .init("summary", said(service.lead)), .init("submit", .string(service.submit.rawValue)),
                .init(
                    "facts",
                    .array(
                        service.facts.map {
                            .object([
                                .init("id", .string($0.id)), .init("name", said($0.name)), .init("register", .string($0.register)),
                                .init("basis", .string($0.basis)),
                            ])
                        })),
                .init("answers", AnswerSchema(language: texts.language).whole(service)),
            ])
    }

    /// Where a run stands: what is asked next, or what came of it.
    func run(_ shown: RunDesk.Shown) -> JSON {
        let (opened, run) = (shown.opened, shown.opened.run)
        var members: [JSON.Member] = [
            .init("code", .string(run.code.plain)), .init("service", .string(run.service)), .init("version", .integer(run.version)),
            .init("revision", .integer(run.revision)), .init("next", next(opened)),
        ]
        if let due = run.due { members.append(.init("due", .string(due.iso))) }
        if let outcome = run.outcome { members.append(.init("outcome", .string(run.referred == nil ? outcome.rawValue : "referred"))) }
        if run.outcome != nil { members.append(.init("automatic", .bool(run.isAutomatic))) }
        if let decision = shown.decision { members.append(.init("decision", self.decision(decision, opened.service))) }
        if !shown.documents.isEmpty {
            members.append(
                .init(
                    "documents",
                    .array(
                        shown.documents.map {
                            .object([
                                .init("id", .string($0.document)), .init("code", .string($0.code.plain)), .init("kind", .string($0.kind)),
                            ])
                        })))
        }
        return .object(members)
    }

    private func next(_ opened: RunDesk.Opened) -> JSON {
        guard opened.run.filed == nil else { return .object([.init("step", .string("filed"))]) }
        switch opened.effect {
        case .ask(let question):
            return .object(
                [
                    .init("step", .string("ask")), .init("question", .string(question.id)),
                    .init("schema", AnswerSchema(language: texts.language).one(question)),
                ] + proposal(opened.proposed, question))
        case .review: return .object([.init("step", .string("submit"))])
        case .fetch: return .object([.init("step", .string("wait"))])
        case .identify(let level): return .object([.init("step", .string("identify")), .init("level", .string(level.rawValue))])
        }
    }

    private func proposal(_ proposed: RunDesk.Proposed?, _ question: Question) -> [JSON.Member] {
        guard let proposed, let value = proposed.answers[question.id] else { return [] }
        return [.init("proposed", JSON(answer: value)), .init("proposedBy", .string(proposed.institution))]
    }

    private func decision(_ record: DecisionRecord, _ service: Service) -> JSON {
        let lines = record.lines.map { line -> JSON in
            let rule = service.rules.first { $0.id == line.rule }
            let known = Dictionary(line.data.map { ($0.name, $0.value) }) { first, _ in first }
            let words = line.outcome == .open ? nil : (line.outcome == .met ? rule?.met : rule?.unmet)
            return .object(
                [
                    .init("rule", .string(line.rule)), .init("outcome", .string(line.outcome.rawValue)),
                    .init("basis", .string(line.basis)),
                    .init("data", .array(line.data.map { datum($0, service) })),
                ] + (words.map { [.init("says", .string(values.filled($0, in: service) { known[$0] }))] } ?? []))
        }
        return .object(
            [.init("rules", .array(lines)), .init("assumed", .bool(record.isAssumed))]
                + (record.pesos.map { [.init("pesos", .integer(Int($0)))] } ?? []))
    }

    private func datum(_ datum: DecisionRecord.Datum, _ service: Service) -> JSON {
        .object(
            [
                .init("name", .string(datum.name)), .init("title", .string(values.name(datum.name, in: service))),
                .init("value", .string(values.said(datum.name, datum.value, in: service))),
                .init("source", .string(datum.source.rawValue)),
            ] + (datum.register.map { [.init("register", .string($0))] } ?? [])
                + (datum.paper.map { [.init("paper", .string($0))] } ?? [])
                + (datum.basis.map { [.init("basis", .array($0.map { .string($0) }))] } ?? [])
                + (datum.sources.map { [.init("readIn", .array($0.map { .string($0) }))] } ?? [])
                + (datum.reading.map { [.init("reading", .string($0.rawValue))] } ?? []))
    }

    func problem(_ fault: AnswerFault, _ question: Question) -> JSON {
        let problem = QuestionField.problem(fault, question, texts)
        return .object([
            .init("type", .string("urn:ventanilla:problem:answer")), .init("title", .string(texts(problem.text, problem.values))),
            .init("question", .string(question.id)), .init("schema", AnswerSchema(language: texts.language).one(question)),
        ])
    }
}
