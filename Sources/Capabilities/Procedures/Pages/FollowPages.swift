import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Storage
import Web

/// `/tramites/seguir`: a run is taken up again with its code and the RUN.
public struct FollowPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let desk: RunDesk
    private let territory: Territory
    private let attempts: AttemptDesk
    private let cookie: SignedCookie

    public init(_ pages: Pages, forms: Forms, desk: RunDesk, territory: Territory, attempts: AttemptDesk, cookie: SignedCookie) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.territory = territory
        self.attempts = attempts
        self.cookie = cookie
    }

    /// Tries of one code: nobody finds the number that belongs to it.
    private static let tries = AttemptLimit("procedure.follow", most: 10, window: 3_600_000)
    private static let code = Field.text("codigo", "procedures.follow.code", hint: "procedures.follow.code.hint", most: 20, width: .medium)
    private static let run = Field.run("run", "procedures.follow.run")
    private static let asking = Form("procedure-follow", [code, run])
    private static let path = "/tramites/seguir"

    private var texts: Texts { pages.texts }

    public func mount(on router: PageRoutes) {
        router.get("/tramites/seguir") { request, context in ask(request, context, Self.asking.blank) }
        router.post("/tramites/seguir") { request, context in
            switch try await forms.take(Self.asking, request, context) {
            case .refused(let filling): return ask(request, context, filling)
            case .accepted(let answers, _): return try await enter(try answers[Self.code], try answers[Self.run], request, context)
            }
        }
        router.get("/tramites/seguir/paso") { request, context in
            guard let code = followed(request) else { return pages.to(Self.path) }
            return try await step(request, context, code, nil)
        }
        router.post("/tramites/seguir/paso/:question") { request, context in
            guard let code = followed(request) else { return pages.to(Self.path) }
            return try await answer(request, context, code, try context.parameters.require("question"))
        }
    }

    private func ask(_ request: Request, _ context: WebContext, _ filling: Filling) -> Response {
        let page = Page(
            title: texts["procedures.follow"], summary: texts["procedures.follow.lead"], path: Self.path,
            trail: [Link(texts.address("/tramites"), texts["procedures.title"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.follow"])</h1>
                <p class="lead">\(texts["procedures.follow.lead"])</p>
                \(forms.html(filling, action: texts.address(Self.path), button: "procedures.follow.do", texts: texts))</div>
                """)
        return pages.make(request, context, as: nil, page.answering(filling))
    }

    private func enter(_ typed: String, _ run: RUN, _ request: Request, _ context: WebContext) async throws -> Response {
        let code = CheckedCode(typed: typed)
        if let code { try await attempts.take(Self.tries, of: code.plain) }
        guard let code, try await desk.follows(code, run) else {
            let filling = Self.asking.refused([("codigo", typed)], at: "codigo", FieldProblem("procedures.follow.wrong"))
            return ask(request, context, filling)
        }
        var response = pages.to("\(Self.path)/paso")
        response.headers.append(cookie.field(Array(code.plain.utf8), at: desk.clock.now))
        return response
    }

    private func followed(_ request: Request) -> CheckedCode? {
        cookie.read(request, at: desk.clock.now).flatMap { CheckedCode(typed: String(decoding: $0, as: UTF8.self)) }
    }

    private func step(
        _ request: Request, _ context: WebContext, _ code: CheckedCode, _ refused: Filling?
    ) async throws -> Response {
        let opened = try await desk.open(code, at: .web, by: RunDesk.follower, for: "trace.purpose.procedureCode")
        let view = FollowView(texts: texts, today: desk.clock.today)
        guard opened.run.filed == nil, let question = asked(opened) else {
            let institution = try await desk.documents.decider(of: opened.service, at: opened.run.place)
            return pages.make(
                request, context, as: nil,
                view.standing(
                    opened, of: institution, by: try desk.decidedBy(opened.run, opened.service))
            ).unlisted
        }
        let form = forms.html(
            refused ?? field(question).form.blank,
            action: texts.address("\(Self.path)/paso/\(question.id)?r=\(opened.run.revision)"), button: "procedures.next", texts: texts)
        let page = view.question(opened, question, form)
        return pages.make(request, context, as: nil, refused.map { page.answering($0) } ?? page).unlisted
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ code: CheckedCode, _ id: String
    ) async throws -> Response {
        let opened = try await desk.open(code, at: .web, by: RunDesk.follower, for: "trace.purpose.procedureCode")
        guard opened.run.filed == nil, let question = asked(opened), question.id == id else { return pages.to("\(Self.path)/paso") }
        let field = field(question)
        switch try await forms.take(field.form, request, context) {
        case .refused(let filling): return try await step(request, context, code, filling)
        case .accepted(let answers, let once):
            let input = try field.input(answers)
            do {
                let fault = try await desk.answer(
                    code, id, input, revision: request.asked("r").flatMap { Int($0) } ?? -1, at: .web, by: RunDesk.follower, once: once)
                if let fault {
                    let refused = field.form.refused(
                        field.kept(input), at: QuestionField.alone, QuestionField.problem(fault, question, texts))
                    return try await step(request, context, code, refused)
                }
            } catch is RunMoved {
                // The page was old: the present step says what is asked now.
            }
            return pages.to("\(Self.path)/paso")
        }
    }

    /// The next free question of one field; lists and files need more than the code. What is asked because of what a register said waits for
    /// whoever is surely the person: the question would tell it.
    private func asked(_ opened: RunDesk.Opened) -> Question? {
        guard opened.service.begin <= RunDesk.follower.level else { return nil }
        var state = opened.state
        state.forget(Array(state.facts.keys))
        let unknowing = opened.interpreter.reckon(state, today: desk.clock.today.number).unanswered.map(\.id)
        return opened.reckoning.unanswered.first { question in
            guard !question.servesRules || opened.service.facts.isEmpty, question.offer == nil, unknowing.contains(question.id) else {
                return false
            }
            switch question.kind {
            case .file, .groups: return false
            default: return true
            }
        }
    }

    private func field(_ question: Question) -> QuestionField {
        QuestionField(question, texts, territory: territory, today: desk.clock.today, largest: desk.limits.largestFile, isHeading: true)
    }
}
