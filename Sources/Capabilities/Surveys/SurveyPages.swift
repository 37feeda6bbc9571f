import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// `/encuesta`: how an attention was, with the code that was given at its end. Nobody is asked who they are.
public struct SurveyPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let desk: SurveyDesk
    private let limit: RateLimit
    private let clock: Clock

    /// `limit` is how often one client may try codes.
    public init(_ pages: Pages, forms: Forms, desk: SurveyDesk, limit: RateLimit, clock: Clock) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.limit = limit
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/encuesta") { request, context in
            pages.make(request, context, door(SurveyForms.door.blank))
        }
        router.post("/encuesta") { request, context in
            switch try await forms.take(SurveyForms.door, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, door(filling).answering(filling))
            case .accepted(let answers, _):
                guard let code = CheckedCode(typed: try answers[SurveyForms.code]), try await found(code, context) != nil else {
                    let filling = SurveyForms.door.refused(at: "codigo", FieldProblem("surveys.code.unknown"))
                    return pages.make(request, context, as: nil, door(filling).answering(filling))
                }
                return pages.to("/encuesta/\(code.plain)")
            }
        }
        router.get("/encuesta/:code") { request, context in
            let (code, survey) = try await asked(context)
            return pages.make(request, context, as: nil, survey.isAnswered ? thanks : page(SurveyForms.form.blank, code)).unlisted
        }
        router.post("/encuesta/:code") { request, context in
            let (code, _) = try await asked(context)
            switch try await forms.take(SurveyForms.form, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, page(filling, code).answering(filling)).unlisted
            case .accepted(let answers, _):
                _ = try await desk.answer(code, try SurveyForms.answer(answers))
                return pages.to("/encuesta/\(code.plain)")
            }
        }
    }

    private func asked(_ context: WebContext) async throws -> (CheckedCode, Survey) {
        guard let code = CheckedCode(typed: try context.parameters.require("code")), let survey = try await found(code, context) else {
            throw Failure.notFound
        }
        return (code, survey)
    }

    private func found(_ code: CheckedCode, _ context: WebContext) async throws -> Survey? {
        try limit.take(context.client, at: clock.now)
        return try await desk.open(code)
    }

    private func door(_ filling: Filling) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["surveys.title"], summary: texts["surveys.lead"], path: "/encuesta",
            main: """
                <div class="wide"><h1>\(texts["surveys.title"])</h1>
                <p class="lead">\(texts["surveys.lead"])</p>
                \(forms.html(filling, action: texts.address("/encuesta"), button: "surveys.begin", texts: texts))</div>
                """)
    }

    private func page(_ filling: Filling, _ code: CheckedCode) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["surveys.title"], trail: [Link(texts.address("/encuesta"), texts["surveys.title"])],
            main: """
                <div class="wide"><h1>\(texts["surveys.title"])</h1>
                <p class="lead">\(texts["surveys.about"])</p>
                \(forms.html(filling, action: texts.address("/encuesta/\(code.plain)"), button: "surveys.send", texts: texts))</div>
                """)
    }

    private var thanks: Page {
        let texts = pages.texts
        return Page(
            title: texts["surveys.thanks"],
            main: """
                <div class="wide"><h1>\(texts["surveys.thanks"])</h1>
                <p class="lead">\(texts["surveys.thanks.lead"])</p>
                <p><a href="\(texts.address("/estadisticas"))">\(texts["boards.title"])</a></p></div>
                """)
    }
}
