import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// `/mesa/ingresar` and its steps, and `/mesa/salir`.
public struct EntryPages: Sendable {
    let pages: Pages
    let forms: Forms
    let desk: EntryDesk
    let door: EntryDoor
    let reception: Reception
    let views: EntryViews

    /// `team` are the accounts of the demonstration, shown on the page; empty anywhere else. `provider` is what the staff's own institution
    /// calls its sign-in; nil when there is none.
    public init(
        _ pages: Pages, forms: Forms, desk: EntryDesk, door: EntryDoor, reception: Reception, team: [DemoMember] = [],
        provider: String? = nil
    ) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.door = door
        self.reception = reception
        views = EntryViews(texts: pages.texts, team: team, provider: provider)
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/ingresar") { request, context in
            if case .staff = try await reception.visitor(request).actor.identity {
                return Response.redirect(to: back(request), type: .normal)
            }
            return answer(request, context, views.begin(form(EntryForms.begin.blank, "", "team.enter", request), institution(request)))
        }
        router.post("/mesa/ingresar") { request, context in
            switch try await forms.take(EntryForms.begin, request, context) {
            case .refused(let filling):
                return answer(
                    request, context, views.begin(form(filling, "", "team.enter", request), institution(request)).answering(filling))
            case .accepted(let answers, _):
                let login = try answers[EntryForms.login]
                guard
                    let ticket = try await desk.begin(
                        login, try answers[EntryForms.password], client: RateLimit.household(context.client), known: door.known(to: request)
                    )
                else {
                    // The same words whatever was wrong: whether the account exists is nobody's business.
                    let filling = EntryForms.begin.refused([("cuenta", login)], at: "clave", FieldProblem("team.enter.wrong"))
                    return answer(
                        request, context, views.begin(form(filling, "", "team.enter", request), institution(request)).answering(filling))
                }
                return door.pass(ticket, to: address(ticket.step.path, request))
            }
        }
        mountCodes(on: router)
        mountFirstSteps(on: router)
        router.get("/mesa/salir") { request, context in
            let session = try await reception.visitor(request).session
            let form = forms.html(
                EntryForms.leave.blank, action: pages.texts.address("/mesa/salir"), button: "team.leave", texts: pages.texts,
                session: session)
            return answer(request, context, views.leave(form))
        }
        router.post("/mesa/salir") { request, context in
            let session = try await reception.visitor(request).session
            guard case .accepted = try await forms.take(EntryForms.leave, request, context, session: session) else {
                return pages.to("/mesa/salir")
            }
            return try await door.leave(request, to: pages.texts.address("/mesa/ingresar")).forgetting
        }
    }

    /// The page, kept by nobody and in nobody's list.
    func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }

    /// A form of this step; it keeps the way back.
    func form(_ filling: Filling, _ step: String, _ button: TextKey, _ request: Request) -> HTML {
        forms.html(filling, action: address("/mesa/ingresar" + step, request), button: button, texts: pages.texts)
    }

    /// The way in through the institution.
    private func institution(_ request: Request) -> String { address("/mesa/ingresar/institucion", request) }

    /// A step's address with the way back.
    func address(_ path: String, _ request: Request) -> String {
        pages.texts.address(path) + (request.asked("volver").flatMap { ReturnPath($0) }.map { "?volver=" + $0.escaped } ?? "")
    }

    /// Where whoever is in wanted to go.
    func back(_ request: Request) -> String {
        request.asked("volver").flatMap { ReturnPath($0) }?.path ?? pages.texts.address("/mesa")
    }

    /// Whose step it is. nil sends back to the beginning: the ticket is another's, of another step, or has had its time.
    func holder(_ request: Request, at step: EntryTicket.Step) async throws -> StaffSecrets? {
        guard let ticket = door.ticket(of: request), ticket.step == step else { return nil }
        return try await desk.holder(ticket)
    }

    func beginning(_ request: Request) -> Response {
        Response.redirect(to: address("/mesa/ingresar", request), type: .normal)
    }
}

extension EntryTicket.Step {
    var path: String {
        switch self {
        case .code: "/mesa/ingresar/codigo"
        case .renewal: "/mesa/ingresar/clave"
        case .enrolment: "/mesa/ingresar/segundo-paso"
        }
    }
}
