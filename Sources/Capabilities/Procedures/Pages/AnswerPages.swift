import Civic
import Flows
import Hummingbird
import Markup
import Storage
import Web

/// One question a page, and what is sent from it.
extension RunPages {
    func question(_ code: CheckedCode, _ id: String, place: Int?, isAdding: Bool, isChanged: Bool) async throws -> Response {
        let opened = try await desk.open(code, at: door, by: actor)
        guard let question = opened.answerable.first(where: { $0.id == id }) else { return to(code) }
        let typed = try await typed(opened, id)
        if case .groups(let inner, _, let most) = question.kind {
            return try await groups(
                opened, question, inner, most: most, changing: place ?? typed?.place, isAdding: isAdding || typed != nil,
                typed.map { groupForm(inner).begun($0.fields) }, isTyped: typed != nil)
        }
        let field = field(question)
        let begun = typed?.fields ?? field.begun(opened.state.answers[id] ?? opened.proposed?.answers[id])
        return try await ask(opened, question, field.form.begun(begun), isTyped: typed != nil, isChanged: isChanged)
    }

    func answer(_ code: CheckedCode, _ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let opened = try await desk.open(code, at: door, by: actor)
        guard let question = opened.answerable.first(where: { $0.id == id }) else { return to(code) }
        if case .groups(let inner, _, let most) = question.kind {
            return try await put(opened, question, inner, most: most, request, context)
        }
        let field = field(question)
        switch try await forms.take(field.form, request, context, session: session) {
        case .refused(let filling): return try await ask(opened, question, filling)
        case .accepted(let answers, let once):
            do {
                if let fault = try await keep(answers, field, id, of: code, revision: Self.revision(request), once) {
                    return try await refused(fault, try field.input(answers), opened, question, field)
                }
            } catch is RunMoved {
                return try await again(answers, field, id, of: code, once)
            }
            return to(code)
        }
    }

    private func keep(
        _ answers: Answers, _ field: QuestionField, _ id: String, of code: CheckedCode, revision: Int, _ once: OnceKey
    ) async throws -> AnswerFault? {
        if let file = try field.file(answers) {
            return try await desk.attach(code, id, file.bytes, revision: revision, at: door, by: actor, once: once)
        }
        return try await desk.answer(code, id, try field.input(answers), revision: revision, at: door, by: actor, once: once)
    }

    private func refused(
        _ fault: AnswerFault, _ input: AnswerInput, _ opened: RunDesk.Opened, _ question: Question, _ field: QuestionField
    ) async throws -> Response {
        try await ask(
            opened, question, field.form.refused(field.kept(input), at: QuestionField.alone, QuestionField.problem(fault, question, texts)))
    }

    /// The page was old. What nobody answered meanwhile is kept all the same; an answer that was given elsewhere is shown, not overwritten.
    private func again(_ answers: Answers, _ field: QuestionField, _ id: String, of code: CheckedCode, _ once: OnceKey) async throws
        -> Response
    {
        let opened = try await desk.open(code, at: door, by: actor)
        guard let question = opened.answerable.first(where: { $0.id == id }) else { return to(code) }
        guard opened.state.answers[id] == nil else { return to(code, "/preguntas/\(id)?cambio=si") }
        do {
            if let fault = try await keep(answers, field, id, of: code, revision: opened.run.revision, once) {
                return try await refused(fault, try field.input(answers), opened, question, field)
            }
        } catch is RunMoved {
            // It moved on once more: the present step says what is asked now.
        }
        return to(code)
    }

    func field(_ question: Question) -> QuestionField {
        QuestionField(question, texts, territory: territory, today: desk.clock.today, largest: desk.limits.largestFile, isHeading: true)
    }

    private func ask(
        _ opened: RunDesk.Opened, _ question: Question, _ filling: Filling, isTyped: Bool = false, isChanged: Bool = false
    ) async throws -> Response {
        let form = forms.html(
            filling, action: view.address(opened.run, "/preguntas/\(question.id)?r=\(opened.run.revision)"), button: "procedures.next",
            texts: texts, session: session)
        var view = try await view(opened, isTyped: isTyped)
        view.isChanged = isChanged
        return try await respond(view.question(opened, question, form: form).answering(filling))
    }
}
