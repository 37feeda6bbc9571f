import Civic
import HTTPTypes
import Hummingbird
import Storage
import Web

/// `/solicitudes`: anybody writes to the State, and follows it with a code. Nobody is asked who they are.
public struct PetitionPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let desk: PetitionDesk
    private let limit: RateLimit
    private let clock: Clock

    /// `limit` is how often one client may try codes.
    public init(_ pages: Pages, forms: Forms, desk: PetitionDesk, limit: RateLimit, clock: Clock) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.limit = limit
        self.clock = clock
    }

    private var view: PetitionViews { PetitionViews(texts: pages.texts, today: clock.today) }

    public func mount(on router: PageRoutes) {
        router.get("/solicitudes") { request, context in
            pages.make(request, context, view.write(writing(PetitionForms.write.blank)))
        }
        router.post("/solicitudes") { request, context in
            switch try await forms.take(PetitionForms.write, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, view.write(writing(filling)).answering(filling))
            case .accepted(let answers, let once):
                let sent = SentPetition(
                    kind: try PetitionForms.kind(answers), words: try answers[PetitionForms.words],
                    contact: try answers[PetitionForms.contact])
                let code = try await desk.receive(sent, through: .web, by: .anonymous, once: once)
                return pages.to("/solicitudes/\(code.plain)?recibida=si")
            }
        }
        router.get("/solicitudes/seguir") { request, context in
            pages.make(request, context, view.follow(following(PetitionForms.follow.blank)))
        }
        router.post("/solicitudes/seguir") { request, context in
            switch try await forms.take(PetitionForms.follow, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, view.follow(following(filling)).answering(filling))
            case .accepted(let answers, _):
                guard let code = CheckedCode(typed: try answers[PetitionForms.code]), try await found(code, context) != nil else {
                    let filling = PetitionForms.follow.refused(at: "codigo", FieldProblem("petitions.code.unknown"))
                    return pages.make(request, context, as: nil, view.follow(following(filling)).answering(filling))
                }
                return pages.to("/solicitudes/\(code.plain)")
            }
        }
        router.get("/solicitudes/:code") { request, context in
            guard let code = CheckedCode(typed: try context.parameters.require("code")),
                let (petition, answer) = try await found(code, context)
            else { throw Failure.notFound }
            return show(request, context, petition, answer, PetitionForms.rate.blank, isNew: request.asked("recibida") == "si")
        }
        router.post("/solicitudes/:code/nota") { request, context in
            guard let code = CheckedCode(typed: try context.parameters.require("code")),
                let (petition, answer) = try await found(code, context)
            else { throw Failure.notFound }
            switch try await forms.take(PetitionForms.rate, request, context) {
            case .refused(let filling): return show(request, context, petition, answer, filling)
            case .accepted(let answers, _):
                _ = try await desk.rate(code, Int(try answers[PetitionForms.grade]) ?? 1, by: .anonymous)
                return pages.to("/solicitudes/\(code.plain)")
            }
        }
    }

    /// Codes are long, and still nobody tries many.
    private func found(_ code: CheckedCode, _ context: WebContext) async throws -> (petition: Petition, answer: String?)? {
        try limit.take(context.client, at: clock.now)
        return try await desk.status(code)
    }

    private func writing(_ filling: Filling) -> PetitionViews.Part {
        .init(forms.html(filling, action: pages.texts.address("/solicitudes"), button: "petitions.send", texts: pages.texts))
    }

    private func following(_ filling: Filling) -> PetitionViews.Part {
        .init(forms.html(filling, action: pages.texts.address("/solicitudes/seguir"), button: "petitions.follow.do", texts: pages.texts))
    }

    private func show(
        _ request: Request, _ context: WebContext, _ petition: Petition, _ answer: String?, _ filling: Filling, isNew: Bool = false
    ) -> Response {
        let rating = forms.html(
            filling, action: pages.texts.address("/solicitudes/\(petition.code.plain)/nota"), button: "petitions.rate.do",
            texts: pages.texts)
        let page = view.status(petition, answer: answer, term: desk.term(petition.kind), rating: .init(rating), isNew: isNew)
        return pages.make(request, context, as: nil, page.answering(filling)).unlisted
    }
}
