import Civic
import HTTPTypes
import Hummingbird
import Ports
import Web

/// `/mesa/fusiones`: two records of one person, and one record of two.
public struct UnionPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: UnionDesk
    private let lookup: LookupDesk
    private let place: DeskPlace

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: UnionDesk, lookup: LookupDesk, place: DeskPlace
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.lookup = lookup
        self.place = place
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/fusiones") { request, context in
            let (attendant, _) = try await attendant(request)
            let page = view(attendant).list(
                try await desk.requests(), mergers: try await desk.inForce(), remainders: try await desk.remainders().count)
            return answer(request, context, page)
        }
        router.get("/mesa/fusiones/nueva/:person") { request, context in
            let (attendant, target) = try await attendant(request)
            return try await ask(request, context, attendant, target, UnionForms.propose.blank)
        }
        router.post("/mesa/fusiones/nueva/:person") { request, context in
            let (attendant, target) = try await attendant(request)
            switch try await forms.take(UnionForms.propose, request, context, session: attendant.session) {
            case .refused(let filling): return try await ask(request, context, attendant, target, filling)
            case .accepted(let answers, let once):
                let kept = try await kept(try answers[UnionForms.kept], try answers[UnionForms.kind], attendant, target)
                try await desk.propose(
                    try PersonAddress.person(context), into: kept, because: try answers[UnionForms.reason], by: attendant.actor, once: once)
                return back()
            }
        }
        router.get("/mesa/fusiones/pedidas/:request") { request, context in
            let (attendant, target) = try await attendant(request)
            return try await decide(request, context, attendant, target, UnionForms.decide.blank)
        }
        router.post("/mesa/fusiones/pedidas/:request") { request, context in
            let (attendant, target) = try await attendant(request)
            switch try await forms.take(UnionForms.decide, request, context, session: attendant.session) {
            case .refused(let filling): return try await decide(request, context, attendant, target, filling)
            case .accepted(let answers, let once):
                try await desk.decide(
                    try context.number("request"), isRight: try answers[UnionForms.decision] == "si", by: attendant.actor,
                    once: once)
                return back()
            }
        }
        mountUndoing(on: router)
    }

    private func mountUndoing(on router: PageRoutes) {
        router.get("/mesa/fusiones/:merger/separar") { request, context in
            let (attendant, _) = try await attendant(request)
            let id = try context.number("merger")
            return answer(request, context, view(attendant).undo(id, UnionForms.undo.blank))
        }
        router.post("/mesa/fusiones/:merger/separar") { request, context in
            let (attendant, _) = try await attendant(request)
            let id = try context.number("merger")
            switch try await forms.take(UnionForms.undo, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, view(attendant).undo(id, filling))
            case .accepted(let answers, let once):
                try await desk.propose(undoing: id, because: try answers[UnionForms.reason], by: attendant.actor, once: once)
                return back()
            }
        }
    }

    /// The record to keep, by a number of its person; or by the record's own.
    private func kept(_ typed: String, _ kind: String?, _ attendant: Attendant, _ target: Scope.Target) async throws -> PersonID {
        if kind == nil, typed.count > 12, let number = Int64(typed) { return PersonID(number) }
        guard let identifier = LookupForms.identifier(typed, kind, nil), identifier.isWellFormed,
            let row = try await lookup.find(identifier, by: attendant.actor, at: target).first
        else { throw NotFound() }
        return row.person
    }

    private func ask(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ target: Scope.Target, _ filling: Filling
    ) async throws -> Response {
        let person = try PersonAddress.person(context)
        let row = try await lookup.rows([person], for: "trace.purpose.merger", by: attendant.actor, at: target).first
        guard let row else { throw NotFound() }
        return answer(request, context, view(attendant).ask(row, filling))
    }

    private func decide(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ target: Scope.Target, _ filling: Filling
    ) async throws -> Response {
        let id = try context.number("request")
        guard let (asked, reason) = try await desk.requests().first(where: { $0.request.id == id }) else { throw NotFound() }
        let rows = try await lookup.rows([asked.merged, asked.kept], for: "trace.purpose.merger", by: attendant.actor, at: target)
        guard rows.count == 2 else { throw NotFound() }
        return answer(request, context, view(attendant).decide(asked, reason: reason, rows, filling))
    }

    private func attendant(_ request: Request) async throws -> (Attendant, Scope.Target) {
        let attendant = try await reception.attendant(request, pages.texts)
        return (attendant, try await place.target(of: attendant.actor, for: .mergePersons))
    }

    private func view(_ attendant: Attendant) -> UnionViews { UnionViews(texts: pages.texts, forms: forms, attendant: attendant) }

    private func back() -> Response { pages.to("/mesa/fusiones") }

    private func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }
}
