import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/casos/{code}/derivar`: a case is passed to the institution that it belongs to.
struct CaseReferralPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: CaseDesk

    init(_ pages: Pages, forms: Forms, reception: Reception, desk: CaseDesk) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
    }

    private static let reason = Field.area("motivo", "procedures.refer.reason", hint: "procedures.refer.reason.hint", most: 2000, rows: 5)

    private var texts: Texts { pages.texts }

    /// The way to it from a case.
    static func link(_ code: CheckedCode, _ texts: Texts) -> HTML {
        "<p><a class=\"onward\" href=\"\(texts.address("/mesa/casos/\(code.plain)/derivar"))\">\(texts["procedures.refer"])</a></p>\n"
    }

    private static func institution(_ entries: [Directory.Entry]) -> Field<String> {
        .select("institucion", "procedures.refer.to", empty: "procedures.refer.choose", entries.map { FieldOption($0.key, plain: $0.name) })
    }

    func mount(on router: PageRoutes) {
        router.get("/mesa/casos/:code/derivar") { request, context in
            let attendant = try await reception.attendant(request, texts)
            return try await ask(request, context, attendant, nil)
        }
        router.post("/mesa/casos/:code/derivar") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            let field = Self.institution(try await desk.competent(try await desk.known(code).service))
            switch try await forms.take(Form("case-refer", [field, Self.reason]), request, context, session: attendant.session) {
            case .refused(let filling): return try await ask(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.refer(code, to: try answers[field], try answers[Self.reason], by: attendant.actor, once: once)
                return pages.to("/mesa/casos")
            }
        }
    }

    private func ask(_ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling?) async throws -> Response {
        let opened = try await desk.open(try context.runCode(), by: attendant.actor).opened
        guard desk.canRefer(opened) else { throw Failure.notFound }
        let (code, person) = (opened.run.code, try await desk.runs.named(opened))
        let form = Form("case-refer", [Self.institution(try await desk.competent(opened.service)), Self.reason])
        let page = Page(
            title: texts["procedures.refer"],
            trail: [
                Link(texts.address("/mesa/casos"), texts["procedures.cases"]),
                Link(texts.address("/mesa/casos/\(code.plain)"), code.description),
            ],
            main: """
                <div class="wide">\(RunViews.whom(person, texts))<p class="quiet">\(opened.service.title.said(in: texts.language).text) · \(code.description)</p>
                <h1>\(texts["procedures.refer"])</h1>
                <p class="lead">\(texts["procedures.refer.lead"])</p>
                \(forms.html(
                    filling ?? form.blank, action: texts.address("/mesa/casos/\(code.plain)/derivar"), button: "procedures.refer.do",
                    texts: texts, session: attendant.session))</div>
                """)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }
}
