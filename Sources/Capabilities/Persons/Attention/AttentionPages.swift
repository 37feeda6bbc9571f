import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/atenciones`: somebody at the desk, from the moment they are found until it is proven that they are there.
public struct AttentionPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: AttentionDesk
    private let typing: TypingDesk
    private let lookup: LookupDesk
    private let matters: Matters
    private let presence: PresenceDesk
    private let approvals: ApprovalDesk
    private let notices: PointNotices
    private let place: DeskPlace
    private let isDemonstration: Bool
    private let script: String

    /// `script` is the address of `desk.js`.
    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: AttentionDesk, typing: TypingDesk, lookup: LookupDesk, matters: Matters,
        presence: PresenceDesk, approvals: ApprovalDesk, notices: PointNotices, place: DeskPlace,
        isDemonstration: Bool, script: String
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.typing = typing
        self.lookup = lookup
        self.matters = matters
        self.presence = presence
        self.approvals = approvals
        self.notices = notices
        self.place = place
        self.isDemonstration = isDemonstration
        self.script = script
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/atenciones") { request, context in
            let attendant = try await attendant(request)
            let point = try await place.target(of: attendant.actor, for: .findPersons).point
            let notice = if let point { try await notices.html([point], pages.texts)[point] } else { HTML?.none }
            let page = view(attendant).list(
                notice: notice, try await typing.today(of: attendant.actor), done: request.asked("hecho"),
                survey: request.asked("encuesta").flatMap { CheckedCode(typed: $0) })
            return pages.make(request, context, as: nil, page).unlisted
        }
        router.get("/mesa/atenciones/:attention") { request, context in
            let attendant = try await attendant(request)
            let id = try Self.interaction(context)
            if try await desk.mayOpen(try await attendance(id, attendant), by: attendant.actor) { return toPerson(id) }
            return try await show(request, context, id, attendant, AttentionForms.document.blank)
        }
        router.post("/mesa/atenciones/:attention/documento") { request, context in
            let attendant = try await attendant(request)
            let id = try await attendance(try Self.interaction(context), attendant).contact.id
            switch try await forms.take(AttentionForms.document, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, id, attendant, filling)
            case .accepted(let answers, _):
                let answer = try await presence.check(
                    try answers[AttentionForms.run], card: try answers[AttentionForms.card], at: id, by: attendant.actor)
                if answer == .inForce { return toPerson(id) }
                return try await show(request, context, id, attendant, AttentionForms.document.blank, answer: answer)
            }
        }
        router.post("/mesa/atenciones/:attention/aprobacion") { request, context in
            let attendant = try await attendant(request)
            let id = try await attendance(try Self.interaction(context), attendant).contact.id
            if case .accepted = try await forms.take(AttentionForms.approval, request, context, session: attendant.session) {
                _ = try await approvals.ask(at: id, by: attendant.actor)
            }
            return pages.to("/mesa/atenciones/\(id.number)")
        }
    }

    /// Initials and how many matters wait: all that is shown of somebody before it is proven that they are there.
    private func show(
        _ request: Request, _ context: WebContext, _ id: InteractionID, _ attendant: Attendant, _ filling: Filling,
        answer: DocumentRegister.Answer? = nil
    ) async throws -> Response {
        let attendance = try await attendance(id, attendant)
        let target = Scope.Target(point: attendance.contact.point)
        let row = try await lookup.rows([attendance.person], for: "trace.purpose.attention", in: id, by: attendant.actor, at: target).first
        guard let row else { throw NotFound() }
        let page = view(attendant).unproven(
            attendance, row, open: try await matters.open(of: attendance.person, to: attendant.actor, at: target),
            approval: try await approvals.last(at: id), answer: answer, filling)
        return pages.make(request, context, as: nil, page).unlisted
    }

    /// An attention of their own, at a point where they still may look persons up.
    private func attendance(_ id: InteractionID, _ attendant: Attendant) async throws -> Attendance {
        let attendance = try await desk.attendance(id, by: attendant.actor)
        try attendant.actor.must(.findPersons, Scope.Target(point: attendance.contact.point))
        return attendance
    }

    private func attendant(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(.findPersons) else { throw Forbidden() }
        return attendant
    }

    private func toPerson(_ id: InteractionID) -> Response {
        pages.to("/mesa/atenciones/\(id.number)/persona")
    }

    private func view(_ attendant: Attendant) -> AttentionViews {
        AttentionViews(texts: pages.texts, forms: forms, attendant: attendant, isDemonstration: isDemonstration, script: script)
    }

    static func interaction(_ context: WebContext) throws -> InteractionID {
        InteractionID(try context.number("attention"))
    }
}
