import Civic
import Expressions
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Web

/// A list that is answered group by group: those that are there, and a form for one more.
extension RunPages {
    private static let removing = Form("procedure-group-remove", [])

    /// The fields of one group, in the order of its questions.
    private func fields(_ questions: [Question]) -> [QuestionField] {
        questions.enumerated().map { place, question in
            QuestionField(
                question, texts, territory: territory, today: desk.clock.today, largest: desk.limits.largestFile, name: "campo-\(place + 1)"
            )
        }
    }

    func groupForm(_ questions: [Question]) -> Form { form(fields(questions)) }

    private func form(_ fields: [QuestionField]) -> Form { Form("procedure-group", fields.flatMap(\.fields)) }

    /// The page of the list; `place` is the group that is changed, from one. Once there is a group, the form for one more is a page of its
    /// own: nobody goes on beside what they have half written.
    func groups(
        _ opened: RunDesk.Opened, _ question: Question, _ questions: [Question], most: Int, changing place: Int?, isAdding: Bool,
        _ filling: Filling? = nil, isTyped: Bool = false
    ) async throws -> Response {
        let groups = opened.state.groups(question.id)
        let place = place.flatMap { groups.indices.contains($0 - 1) ? $0 : nil }
        let fields = fields(questions)
        let begun = place.map { Self.begun(groups[$0 - 1], questions, fields) } ?? []
        let action = view.address(opened.run, "/preguntas/\(question.id)?r=\(opened.run.revision)\(place.map { "&grupo=\($0)" } ?? "")")
        let canAdd = groups.count < most
        let adding =
            place != nil || canAdd && (isAdding || groups.isEmpty)
            ? forms.html(
                filling ?? form(fields).begun(begun), action: action,
                button: place == nil ? "procedures.group.add" : "procedures.group.keep",
                texts: texts, session: session)
            : nil
        let removing = groups.indices.map { remove(opened, question, $0 + 1, "procedures.group.remove") }
        let none = groups.isEmpty && question.isOptional ? remove(opened, question, nil, "procedures.group.none") : nil
        let page = try await view(opened, isTyped: isTyped).groups(
            opened, question, questions, form: adding, canAdd: canAdd, removing: removing, none: none, changing: place)
        return try await respond(filling.map { page.answering($0) } ?? page)
    }

    private static func begun(_ group: Expressions.Value, _ questions: [Question], _ fields: [QuestionField]) -> [(
        name: String, value: String
    )] {
        guard case .map(let map) = group else { return [] }
        return zip(questions, fields).flatMap { $1.begun(map[$0.id]) }
    }

    private func remove(_ opened: RunDesk.Opened, _ question: Question, _ place: Int?, _ button: TextKey) -> HTML {
        let which = place.map { "&grupo=\($0)" } ?? ""
        return forms.html(
            Self.removing.blank, action: view.address(opened.run, "/preguntas/\(question.id)/quitar?r=\(opened.run.revision)\(which)"),
            button: button, weight: .second, texts: texts, session: session)
    }

    /// Takes a group that was sent.
    func put(
        _ opened: RunDesk.Opened, _ question: Question, _ questions: [Question], most: Int, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (place, fields) = (request.asked("grupo").flatMap { Int($0) }, fields(questions))
        let form = form(fields)
        switch try await forms.take(form, request, context, session: session) {
        case .refused(let filling):
            return try await groups(opened, question, questions, most: most, changing: place, isAdding: true, filling)
        case .accepted(let answers, let once):
            var group: [String: AnswerInput] = [:]
            for (asked, field) in zip(questions, fields) { group[asked.id] = try field.input(answers) }
            do {
                if let fault = try await desk.put(
                    opened.run.code, question.id, group, at: place, revision: Self.revision(request), door: door, by: actor, once: once)
                {
                    // What is wrong with the whole is told of the whole.
                    let wrong = if case .inGroup(_, let id, _) = fault { questions.firstIndex { $0.id == id } } else { Int?.none }
                    let kept = zip(questions, fields).flatMap { asked, field in field.kept(group[asked.id]) }
                    let refused = form.refused(
                        kept, at: wrong.map { "campo-\($0 + 1)" } ?? RunViews.wholeGroup, QuestionField.problem(fault, question, texts))
                    return try await groups(opened, question, questions, most: most, changing: place, isAdding: true, refused)
                }
            } catch is RunMoved {
                // The page was old: the list as it is now says what there is.
            }
            return to(opened.run.code, "/preguntas/\(question.id)")
        }
    }

    func removeGroup(_ code: CheckedCode, _ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let place = request.asked("grupo").flatMap { Int($0) }
        if case .accepted(_, let once) = try await forms.take(Self.removing, request, context, session: session) {
            do {
                try await desk.take(code, id, out: place, revision: Self.revision(request), door: door, by: actor, once: once)
            } catch is RunMoved {
                // The page was old: the list as it is now says what there is.
            }
        }
        return place == nil ? to(code) : to(code, "/preguntas/\(id)")
    }
}
