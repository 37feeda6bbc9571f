import Civic
import HTTPTypes
import Hummingbird
import Ports
import Web

/// `/mesa/vidrio`: looking at somebody who is not there, and `/mesa/vidrio/revision`: looking at such looks.
public struct GlassPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: GlassDesk
    private let lookup: LookupDesk
    private let records: RecordDesk
    private let place: DeskPlace
    private let posts: StaffPosts

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: GlassDesk, lookup: LookupDesk, records: RecordDesk, place: DeskPlace,
        posts: StaffPosts
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.lookup = lookup
        self.records = records
        self.posts = posts
        self.place = place
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/vidrio") { request, context in
            let (attendant, _) = try await attendant(request, .breakGlass)
            let page = view(attendant).list(
                try await desk.open(of: attendant.actor), overdue: try await desk.overdue(of: attendant.actor))
            return answer(request, context, page)
        }
        router.get("/mesa/vidrio/nuevo/:person") { request, context in
            let (attendant, target) = try await attendant(request, .breakGlass)
            return try await ask(request, context, attendant, target, GlassForms.open.blank)
        }
        router.post("/mesa/vidrio/nuevo/:person") { request, context in
            let (attendant, target) = try await attendant(request, .breakGlass)
            switch try await forms.take(GlassForms.open, request, context, session: attendant.session) {
            case .refused(let filling): return try await ask(request, context, attendant, target, filling)
            case .accepted(let answers, let once):
                let id = try await desk.open(
                    try PersonAddress.person(context), try GlassForms.grounds(answers), by: attendant.actor, at: target, once: once)
                return pages.to("/mesa/vidrio/\(id)/persona")
            }
        }
        router.get("/mesa/vidrio/:look/persona") { request, context in
            let (attendant, target) = try await attendant(request, .breakGlass)
            let look = try await desk.look(try context.number("look"), by: attendant.actor)
            let record = try await records.record(
                of: look.person, for: "trace.purpose.glass", in: nil, by: attendant.actor, at: target, texts: pages.texts)
            let notice = view(attendant).until(look)
            return answer(
                request, context,
                PersonView(
                    texts: pages.texts, record: record, facts: records.flags.facts, now: records.flags.clock.now
                ).page(changing: nil, notice: notice))
        }
        mountReview(on: router)
    }

    private func mountReview(on router: PageRoutes) {
        router.get("/mesa/vidrio/revision") { request, context in
            let (attendant, _) = try await attendant(request, .reviewGlass)
            return answer(request, context, view(attendant).waiting(try await desk.waiting(for: attendant.actor, posts: posts)))
        }
        router.get("/mesa/vidrio/revision/:look") { request, context in
            let (attendant, _) = try await attendant(request, .reviewGlass)
            return try await review(request, context, attendant, GlassForms.review.blank)
        }
        router.post("/mesa/vidrio/revision/:look") { request, context in
            let (attendant, _) = try await attendant(request, .reviewGlass)
            let id = try context.number("look")
            let target = try await desk.target(of: id, posts: posts)
            try attendant.actor.must(.reviewGlass, target)
            switch try await forms.take(GlassForms.review, request, context, session: attendant.session) {
            case .refused(let filling): return try await review(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.review(
                    id, try answers[GlassForms.verdict] == "si" ? .justified : .unjustified, remark: try answers[GlassForms.remark],
                    by: attendant.actor, at: target, once: once)
                return pages.to("/mesa/vidrio/revision")
            }
        }
    }

    private func ask(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ target: Scope.Target, _ filling: Filling
    ) async throws -> Response {
        let person = try PersonAddress.person(context)
        let rows = try await lookup.rows([person], for: "trace.purpose.glass", by: attendant.actor, at: target)
        guard let row = rows.first else { throw NotFound() }
        return answer(request, context, view(attendant).ask(row, filling))
    }

    private func review(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling
    ) async throws -> Response {
        let id = try context.number("look")
        let target = try await desk.target(of: id, posts: posts)
        guard let look = try await desk.waiting(for: attendant.actor, at: target).first(where: { $0.id == id }) else { throw NotFound() }
        let grounds = try await desk.grounds(of: id, by: attendant.actor, at: target)
        return answer(request, context, view(attendant).review(look, grounds, post: try await posts.post(look.staff), filling))
    }

    private func attendant(_ request: Request, _ permission: Permission) async throws -> (Attendant, Scope.Target) {
        let attendant = try await reception.attendant(request, pages.texts)
        return (attendant, try await place.target(of: attendant.actor, for: permission))
    }

    private func view(_ attendant: Attendant) -> GlassViews { GlassViews(texts: pages.texts, forms: forms, attendant: attendant) }

    private func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }
}
