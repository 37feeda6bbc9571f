import Civic
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/convenios`: the agreements between institutions.
public struct AgreementPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let desk: AgreementDesk
    private let reception: Reception
    private let directory: Directory
    private let clock: Clock

    public init(_ pages: Pages, forms: Forms, desk: AgreementDesk, reception: Reception, directory: Directory, clock: Clock) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.reception = reception
        self.directory = directory
        self.clock = clock
    }

    static let path = "/mesa/convenios"
    private static let end = Form("agreement-end", [])
    private var texts: Texts { pages.texts }
    private var views: AgreementViews { AgreementViews(texts: texts) }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/convenios") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let agreements = try await desk.all(by: attendant.actor)
            return answer(request, context, views.list(agreements, try await directory.institutions(), on: clock.today))
        }
        router.get("/mesa/convenios/nuevo") { request, context in
            let attendant = try await allowed(request)
            return answer(request, context, newPage(AgreementForm(try await directory.institutions()).form.blank, attendant))
        }
        router.post("/mesa/convenios/nuevo") { request, context in
            let attendant = try await allowed(request)
            let form = AgreementForm(try await directory.institutions())
            switch try await forms.take(form.form, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, newPage(filling, attendant))
            case .accepted(let answers, let once):
                guard let agreement = try form.agreement(answers) else { throw NotFound() }
                let id = try await desk.add(agreement, once: once, by: attendant.actor)
                return pages.to("\(Self.path)/\(id)")
            }
        }
        router.get("/mesa/convenios/:agreement") { request, context in
            let attendant = try await reception.attendant(request, texts)
            guard let agreement = try await desk.agreement(try id(context), by: attendant.actor) else { throw Failure.notFound }
            let form =
                agreement.to < clock.today
                ? nil
                : forms.html(
                    Self.end.blank, action: texts.address("\(Self.path)/\(agreement.id)/terminar"), button: "convenios.end", texts: texts,
                    session: attendant.session)
            return answer(request, context, views.agreement(agreement, try await directory.institutions(), on: clock.today, end: form))
        }
        router.post("/mesa/convenios/:agreement/terminar") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let id = try id(context)
            if case .accepted = try await forms.take(Self.end, request, context, session: attendant.session) {
                try await desk.end(id, by: attendant.actor)
            }
            return pages.to("\(Self.path)/\(id)")
        }
    }

    private func newPage(_ filling: Filling, _ attendant: Attendant) -> Page {
        views.new(
            forms.html(
                filling, action: texts.address(Self.path + "/nuevo"), button: "convenios.add", texts: texts, session: attendant.session)
        ).answering(filling)
    }

    private func allowed(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, texts)
        guard attendant.actor.maySomewhere(.manageAgreements) else { throw Forbidden() }
        return attendant
    }

    private func id(_ context: WebContext) throws -> Int64 {
        guard let id = context.parameters.get("agreement").flatMap({ Int64($0) }), id > 0 else { throw Failure.notFound }
        return id
    }

    private func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }
}
