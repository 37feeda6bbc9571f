import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mi/aprobar/{code}`: a person lets an agent see their data, or not.
public struct ApprovalPages: Sendable {
    private static let answer = Field.choice(
        "respuesta", "persons.approve.question", [FieldOption("si", "persons.approve.yes"), FieldOption("no", "persons.approve.no")])
    static let form = Form("approve", [answer])

    private let place: OwnPlace
    private let forms: Forms
    private let desk: ApprovalDesk
    private let posts: StaffPosts
    private let clock: Clock

    public init(_ place: OwnPlace, forms: Forms, desk: ApprovalDesk, posts: StaffPosts, clock: Clock) {
        self.place = place
        self.forms = forms
        self.desk = desk
        self.posts = posts
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/aprobar/:code") { request, context in
            let caller = try await place.caller(request)
            return try await show(request, context, caller, Self.form.blank)
        }
        router.post("/mi/aprobar/:code") { request, context in
            let caller = try await place.caller(request)
            let code = try code(context)
            switch try await forms.take(Self.form, request, context, session: caller.session) {
            case .refused(let filling): return try await show(request, context, caller, filling)
            case .accepted(let answers, _):
                try await desk.answer(code, try answers[Self.answer] == "si" ? .approved : .refused, by: caller.actor)
                return place.pages.to("/mi/aprobar/\(code)")
            }
        }
    }

    private func show(_ request: Request, _ context: WebContext, _ caller: Caller, _ filling: Filling) async throws -> Response {
        let approval = try await desk.approval(try code(context), of: caller.person)
        let post = try await posts.post(approval.staff)
        let texts = place.pages.texts
        let page = Page(
            title: texts["persons.approve.title"], path: ApprovalDesk.path(approval),
            trail: [Link(texts.address("/mi"), texts["persons.mine"])],
            main: """
                <div class="wide"><h1>\(texts["persons.approve.title"])</h1>
                \(state(approval, post))\
                \(when: isWaiting(approval), forms.html(
                    filling, action: texts.address(ApprovalDesk.path(approval)), button: "persons.approve.send", texts: texts,
                    session: caller.session))
                <p class="quiet">\(texts["persons.approve.use"])</p></div>
                """
        ).answering(filling)
        return try await place.response(page, for: caller, request, context)
    }

    private func isWaiting(_ approval: Approval) -> Bool { approval.answer == nil && approval.until > clock.now }

    private func state(_ approval: Approval, _ post: StaffPosts.Post?) -> HTML {
        let texts = place.pages.texts
        switch approval.answer {
        case .approved: return Alert.box(.done, "<p>\(texts["persons.approve.approved"])</p>\n", texts: texts, isNew: true)
        case .refused: return Alert.box(.info, "<p>\(texts["persons.approve.refused"])</p>\n", texts: texts, isNew: true)
        case nil where !isWaiting(approval):
            return Alert.box(.attention, "<p>\(texts["persons.approve.late"])</p>\n", texts: texts)
        case nil:
            return """
                <p class="lead">\(texts("persons.approve.who", ["post": post?.title ?? texts["persons.agent"], "institution": post?.institution ?? ""]))</p>
                <p>\(texts["persons.approve.check"])<br><strong class="folio">\(approval.code)</strong></p>

                """
        }
    }

    private func code(_ context: WebContext) throws -> String {
        guard let code = Approval.code(try context.parameters.require("code")) else { throw Failure.notFound }
        return code
    }
}

extension ApprovalDesk {
    /// What a person is asked now, in their own place.
    public var panel: MyPanel {
        MyPanel(place: 5) { person, _, texts in
            let waiting = try await self.waiting(for: person)
            if waiting.isEmpty { return nil }
            return """
                <section aria-labelledby="aprobar"><h2 id="aprobar">\(texts["persons.approve.panel"])</h2>
                <ul class="ways">\(each: waiting, {
                    "<li><a href=\"\(texts.address(Self.path($0)))\">\(texts("persons.approve.open", ["code": $0.code]))</a></li>"
                })</ul></section>

                """
        }
    }
}
