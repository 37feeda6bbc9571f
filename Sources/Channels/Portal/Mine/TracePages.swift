import Civic
import Hummingbird
import Ports
import Storage
import Web

/// `/mi/quien-vio`: who looked at the person's data or changed it. Nothing personal is opened for it: it says who, when, what kind of
/// data and what for, and so it leaves no line of its own.
public struct TracePages: Sendable {
    private static let words = Field.area("pregunta", "trace.ask.words", hint: "trace.ask.words.hint", most: 2000, rows: 5)
    private static let form = Form("traceQuestion", [words])
    private static let step = 200

    private let place: OwnPlace
    private let records: OwnRecords
    private let reader: TraceReader
    private let forms: Forms
    private let questions: TraceQuestions?

    /// Without `questions` there is nobody yet who answers, and no button to ask.
    public init(_ place: OwnPlace, records: OwnRecords, reader: TraceReader, forms: Forms, questions: TraceQuestions?) {
        self.place = place
        self.records = records
        self.reader = reader
        self.forms = forms
        self.questions = questions
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/quien-vio") { request, context in
            let caller = try await place.caller(request)
            // What a person does in their own session is written down too; among it, nobody would find who else looked.
            let onlyOthers = request.asked("todo") != "si"
            let before = request.asked("antes").flatMap { Int64($0) }
            let filter = TraceFilter(onlyOthers: onlyOthers)
            var (traces, all) = try await records.database.read { snapshot in
                (
                    try records.people.traces(of: caller.person, filter, before: before, limit: Self.step + 1, snapshot),
                    try records.people.traceCount(of: caller.person, filter, snapshot)
                )
            }
            let isMore = traces.count > Self.step
            if isMore { traces.removeLast() }
            let view = TraceView(texts: place.pages.texts)
            let page = view.list(
                try await reader.lines(traces, of: caller.person, place.pages.texts), of: all, onlyOthers: onlyOthers,
                isFirst: before == nil, last: isMore ? traces.last?.id : nil, asked: try await questions?.asked(caller.person) ?? [],
                canAsk: questions != nil)
            return try await place.response(page, for: caller, request, context)
        }
        if let questions { mountQuestions(questions, on: router) }
    }

    private func mountQuestions(_ questions: TraceQuestions, on router: PageRoutes) {
        router.get("/mi/quien-vio/:trace/preguntar") { request, context in
            let caller = try await place.caller(request)
            let line = try await line(context, caller)
            return try await place.response(page(line, Self.form.blank, caller), for: caller, request, context)
        }
        router.post("/mi/quien-vio/:trace/preguntar") { request, context in
            let caller = try await place.caller(request)
            let line = try await line(context, caller)
            switch try await forms.take(Self.form, request, context, session: caller.session) {
            case .refused(let filling): return try await place.response(page(line, filling, caller), for: caller, request, context)
            case .accepted(let answers, let once):
                let words = try answers[Self.words]
                let (person, actor) = (caller.person, caller.actor)
                _ = try await records.database.write(once: once) { try questions.ask(line.id, words, person, actor, $0) }
                return place.pages.to("/mi/quien-vio#preguntas")
            }
        }
    }

    private func line(_ context: WebContext, _ caller: Caller) async throws -> TraceLine {
        let id = try context.number("trace")
        guard let trace = try await records.database.read({ try records.people.trace(id, of: caller.person, $0) }),
            let line = try await reader.lines([trace], of: caller.person, place.pages.texts).first
        else { throw Failure.notFound }
        return line
    }

    private func page(_ line: TraceLine, _ filling: Filling, _ caller: Caller) -> Page {
        let texts = place.pages.texts
        let form = forms.html(
            filling, action: texts.address("/mi/quien-vio/\(line.id)/preguntar"), button: "trace.ask.send", texts: texts,
            session: caller.session)
        return TraceView(texts: texts).question(line, form: form).answering(filling)
    }
}
