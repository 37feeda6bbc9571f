import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mi/hechos`: the facts that were noted about the person, and what they say against one.
public struct OwnFlagPages: Sendable {
    private let place: OwnPlace
    private let forms: Forms
    private let desk: FlagDesk
    private let posts: StaffPosts

    public init(_ place: OwnPlace, forms: Forms, desk: FlagDesk, posts: StaffPosts) {
        self.place = place
        self.forms = forms
        self.desk = desk
        self.posts = posts
    }

    private static let words = Field.area("motivo", "persons.flag.words", most: 2000, rows: 6)
    private static let contesting = Form("flag-contest", [words])

    public func mount(on router: PageRoutes) {
        router.get("/mi/hechos") { request, context in
            let caller = try await place.caller(request)
            var rows: [(ConductFlag, StaffPosts.Post?)] = []
            for flag in try await desk.own(caller.person) { rows.append((flag, try await posts.post(flag.staff))) }
            return try await place.response(view.own(rows), for: caller, request, context)
        }
        router.get("/mi/hechos/:flag") { request, context in
            let caller = try await place.caller(request)
            return try await show(request, context, caller, Self.contesting.blank)
        }
        router.post("/mi/hechos/:flag") { request, context in
            let caller = try await place.caller(request)
            let id = try context.number("flag")
            switch try await forms.take(Self.contesting, request, context, session: caller.session) {
            case .refused(let filling): return try await show(request, context, caller, filling)
            case .accepted(let answers, let once):
                try await desk.contest(id, try answers[Self.words], by: caller.actor, once: once)
                return place.pages.to("/mi/hechos")
            }
        }
    }

    private func show(_ request: Request, _ context: WebContext, _ caller: Caller, _ filling: Filling) async throws -> Response {
        let id = try context.number("flag")
        guard let flag = try await desk.own(caller.person).first(where: { $0.id == id }) else { throw NotFound() }
        let texts = place.pages.texts
        let form =
            flag.isContested
            ? HTML()
            : forms.html(
                filling, action: texts.address("/mi/hechos/\(id)"), button: "persons.flag.contest.do", texts: texts, session: caller.session
            )
        return try await place.response(view.contesting(flag, form).answering(filling), for: caller, request, context)
    }

    private var view: FlagViews { FlagViews(texts: place.pages.texts, facts: desk.facts, now: desk.clock.now) }
}
