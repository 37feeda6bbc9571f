import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Storage
import Web

/// `/mesa/casos/{code}/probar/{datum}`: what a paper proves against what a register says.
struct CaseProofPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: CaseDesk
    private let territory: Territory

    init(_ pages: Pages, forms: Forms, reception: Reception, desk: CaseDesk, territory: Territory) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.territory = territory
    }

    private static let paper = Field.text("documento", "procedures.prove.paper", hint: "procedures.prove.paper.hint", most: 300)

    private var texts: Texts { pages.texts }

    /// The ways to it from a case, one for each datum.
    static func list(_ facts: [Fact], _ code: CheckedCode, _ texts: Texts) -> HTML {
        guard !facts.isEmpty else { return HTML() }
        return """
            <h3>\(texts["procedures.prove.list"])</h3>
            <p>\(texts["procedures.prove.list.lead"])</p>
            <ul class="sheets">
            \(each: facts, { fact in
                "<li><a class=\"onward\" href=\"\(texts.address("/mesa/casos/\(code.plain)/probar/\(fact.id)"))\">\(fact.name.said(in: texts.language).text)</a></li>\n"
            })</ul>

            """
    }

    func mount(on router: PageRoutes) {
        router.get("/mesa/casos/:code/probar/:datum") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let (opened, fact, question) = try await found(context, attendant)
            return try await answer(request, context, opened, fact, question, attendant, nil)
        }
        router.post("/mesa/casos/:code/probar/:datum") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let (opened, fact, question) = try await found(context, attendant)
            let (field, code) = (field(question), opened.run.code)
            let form = form(field)
            switch try await forms.take(form, request, context, session: attendant.session) {
            case .refused(let filling): return try await answer(request, context, opened, fact, question, attendant, filling)
            case .accepted(let answers, let once):
                let (input, paper) = (try field.input(answers), try answers[Self.paper])
                guard let fault = try await desk.prove(code, fact.id, input, paper: paper, by: attendant.actor, once: once) else {
                    return pages.to("/mesa/casos/\(code.plain)")
                }
                let problem = QuestionField.problem(fault, question, texts)
                let filling = form.refused(field.kept(input) + [("documento", paper)], at: QuestionField.alone, problem)
                return try await answer(request, context, opened, fact, question, attendant, filling)
            }
        }
    }

    private func found(_ context: WebContext, _ attendant: Attendant) async throws -> (RunDesk.Opened, Fact, Question) {
        let opened = try await desk.open(try context.runCode(), by: attendant.actor).opened
        let name = try context.parameters.require("datum")
        guard let fact = desk.provable(opened).first(where: { $0.id == name }), let question = desk.question(proving: fact, opened) else {
            throw Failure.notFound
        }
        return (opened, fact, question)
    }

    private func field(_ question: Question) -> QuestionField {
        QuestionField(question, texts, territory: territory, today: desk.runs.clock.today, largest: desk.runs.limits.largestFile)
    }

    private func form(_ field: QuestionField) -> Form { Form("case-prove", field.fields + [Self.paper]) }

    private func answer(
        _ request: Request, _ context: WebContext, _ opened: RunDesk.Opened, _ fact: Fact, _ question: Question,
        _ attendant: Attendant, _ filling: Filling?
    ) async throws -> Response {
        let view = RunViews(
            texts: texts, territory: territory, today: desk.runs.clock.today, root: "/mesa/casos", name: "procedures.cases"
        ).about(opened, of: try await desk.runs.named(opened))
        let (code, values) = (opened.run.code, view.values)
        let said = opened.state.facts[fact.id]?.value.map { values.said(fact.id, $0, in: opened.service) }
        let name = fact.name.said(in: texts.language).text
        let fields = forms.html(
            filling ?? form(field(question)).blank, action: texts.address("/mesa/casos/\(code.plain)/probar/\(fact.id)"),
            button: "procedures.prove.do", texts: texts, session: attendant.session)
        let page = Page(
            title: name,
            trail: [
                Link(texts.address("/mesa/casos"), texts["procedures.cases"]),
                Link(texts.address("/mesa/casos/\(code.plain)"), code.description),
            ],
            main: """
                <div class="wide">\(view.whom)<p class="quiet">\(opened.service.title.said(in: texts.language).text) · \(code.description)</p>
                <h1>\(texts["procedures.prove"])</h1>
                <p class="lead">\(texts["procedures.prove.lead"])</p>
                <p>\(said.map { texts("procedures.prove.says", ["register": texts.register(fact.register, of: opened.service), "value": $0]) }
                    ?? texts("procedures.prove.silent", ["register": texts.register(fact.register, of: opened.service)]))</p>
                \(fields)</div>
                """)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }
}
