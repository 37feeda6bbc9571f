import Civic
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/derechos`: the officer's tray. The list names nobody; what a request says is opened by whoever has taken it, with its trace.
public struct TrayPages: Sendable {
    static let taking = Form("rights-take", [])
    static let extensionReason = Field.area("motivo", "rightsDesk.extend.reason", most: 2000, rows: 4)
    static let extending = Form("rights-extend", [extensionReason])

    let pages: Pages
    let forms: Forms
    let reception: Reception
    let desk: RequestDesk
    let disclosures: DisclosureDesk
    let people: PeopleDesk
    let look: @Sendable (Trace, PersonID) async throws -> [AnswerList.Row]

    /// `look` tells a line of somebody's trace in words, for a question about it.
    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: RequestDesk, disclosures: DisclosureDesk, people: PeopleDesk,
        look: @escaping @Sendable (Trace, PersonID) async throws -> [AnswerList.Row]
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.disclosures = disclosures
        self.people = people
        self.look = look
    }

    var texts: Texts { pages.texts }
    var view: TrayViews { TrayViews(texts: texts, today: desk.clock.today) }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/derechos") { request, context in
            let attendant = try await attendant(request)
            let (waiting, mine) = try await desk.database.read { snapshot in
                let waiting = try desk.store.waiting(snapshot)
                return (waiting, Set(try waiting.filter { try desk.holds($0, attendant.actor, snapshot) }.map(\.id)))
            }
            return answer(request, context, view.tray(waiting, mine: mine))
        }
        router.get("/mesa/derechos/:code") { request, context in
            try await show(request, context, try await attendant(request))
        }
        router.post("/mesa/derechos/:code/tomar") { request, context in
            let (attendant, code) = (try await attendant(request), try MyRightsPages.code(context))
            if case .accepted(_, let once) = try await forms.take(Self.taking, request, context, session: attendant.session) {
                try await desk.take(code, once: once, by: attendant.actor)
            }
            return back(to: code)
        }
        router.post("/mesa/derechos/:code/prorrogar") { request, context in
            let (attendant, code) = (try await attendant(request), try MyRightsPages.code(context))
            switch try await forms.take(Self.extending, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, extending: filling)
            case .accepted(let answers, let once):
                try await desk.extend(code, reason: try answers[Self.extensionReason], once: once, by: attendant.actor)
                return back(to: code)
            }
        }
        router.post("/mesa/derechos/:code/responder") { request, context in
            let (attendant, code) = (try await attendant(request), try MyRightsPages.code(context))
            let found = try await desk.database.read { try desk.known(code, $0) }
            let answering = AnswerForm(found, desk.register)
            switch try await forms.take(answering.form, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, answering: filling)
            case .accepted(let answers, let once):
                try await desk.answer(
                    code, try answers[AnswerForm.reasons], try answering.verdicts(answers),
                    correcting: try answering.correction(answers), once: once, by: attendant.actor)
                return back(to: code)
            }
        }
    }

    /// The look that a question is about.
    private func asked(_ request: RightsRequest) async throws -> [AnswerList.Row] {
        guard let id = request.trace,
            let trace = try await desk.database.read({ try people.trace(id, of: request.subject, $0) })
        else { return [] }
        return try await look(trace, request.subject)
    }

    /// Closed for whoever has not taken it: its code and its clock.
    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, extending: Filling? = nil, answering: Filling? = nil
    ) async throws -> Response {
        let code = try MyRightsPages.code(context)
        let (found, decisions, isHeld, mayExtend) = try await desk.database.read { snapshot in
            let found = try desk.known(code, snapshot)
            return (
                found, try desk.store.decisions(of: found.id, snapshot), try desk.holds(found, attendant.actor, snapshot),
                try desk.clocks.extended(found, on: desk.clock.today, snapshot) != nil && found.answered == nil
            )
        }
        func form(_ filling: Filling, _ deed: String, _ button: TextKey) -> HTML {
            forms.html(
                filling, action: texts.address("/mesa/derechos/\(code.plain)/\(deed)"), button: button, texts: texts,
                session: attendant.session)
        }
        guard isHeld else {
            return answer(
                request, context, view.closed(found, decisions, desk.register, taking: form(Self.taking.blank, "tomar", "rightsDesk.take")))
        }
        let disclosure = try await disclosures.open(
            RequestDesk.opened(found), of: [found.subject], for: "trace.purpose.rightsAnswer", by: attendant.actor)
        let person = found.isShown ? try await desk.database.read { try people.person(found.subject, $0) } : nil
        let opened = try OpenedRequest(found, decisions, disclosure)
        let page = view.page(
            opened, named: try person.flatMap { try OpenedName.name($0, disclosure)?.shown },
            askedBy: try await representative(found, attendant), about: try await asked(found), desk.register,
            answering: form(answering ?? AnswerForm(found, desk.register).form.blank, "responder", "rightsDesk.answer"),
            extending: mayExtend ? form(extending ?? Self.extending.blank, "prorrogar", "rightsDesk.extend") : nil)
        return answer(request, context, (answering ?? extending).map(page.answering) ?? page)
    }

    /// The name of whoever asked in the person's name.
    private func representative(_ request: RightsRequest, _ attendant: Attendant) async throws -> String? {
        guard let id = request.representative else { return nil }
        let disclosure = try await disclosures.open([.name], of: [id], for: "trace.purpose.rightsAnswer", by: attendant.actor)
        return try await desk.database.read { try people.person(id, $0) }.flatMap { try OpenedName.name($0, disclosure)?.shown }
    }

    func attendant(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, texts)
        guard attendant.actor.maySomewhere(.answerRights) else { throw Forbidden() }
        return attendant
    }

    func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }

    func back(to code: CheckedCode) -> Response { .redirect(to: texts.address("/mesa/derechos/\(code.plain)"), type: .normal) }
}
