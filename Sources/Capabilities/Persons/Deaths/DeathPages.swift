import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/defunciones`: that somebody died, and that it was a mistake.
public struct DeathPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: DeathDesk
    private let lookup: LookupDesk
    private let place: DeskPlace
    private let clock: Clock

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: DeathDesk, lookup: LookupDesk, place: DeskPlace, clock: Clock
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.lookup = lookup
        self.clock = clock
        self.place = place
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/defunciones") { request, context in
            let (attendant, _) = try await attendant(request)
            let page = view(attendant).list(try await desk.recent(), waiting: try await desk.waiting().map(\.death))
            return answer(request, context, page)
        }
        router.get("/mesa/defunciones/nueva/:person") { request, context in
            let (attendant, target) = try await attendant(request)
            return try await ask(request, context, attendant, target, DeathForms.record(until: clock.today).form.blank)
        }
        router.post("/mesa/defunciones/nueva/:person") { request, context in
            let (attendant, target) = try await attendant(request)
            let questions = DeathForms.record(until: clock.today)
            switch try await forms.take(questions.form, request, context, session: attendant.session) {
            case .refused(let filling): return try await ask(request, context, attendant, target, filling)
            case .accepted(let answers, let once):
                try await desk.record(
                    try PersonAddress.person(context), died: try answers[questions.day], register: try answers[DeathForms.register],
                    by: attendant.actor, at: target, once: once)
                return back()
            }
        }
        mountReversal(on: router)
    }

    private func mountReversal(on router: PageRoutes) {
        router.get("/mesa/defunciones/:death/error") { request, context in
            let (attendant, target) = try await attendant(request)
            return try await reversal(request, context, attendant, target, nil)
        }
        router.post("/mesa/defunciones/:death/error") { request, context in
            let (attendant, target) = try await attendant(request)
            switch try await forms.take(DeathForms.propose, request, context, session: attendant.session) {
            case .refused(let filling): return try await reversal(request, context, attendant, target, filling)
            case .accepted(let answers, let once):
                try await desk.propose(
                    try context.number("death"), because: try answers[DeathForms.reason], by: attendant.actor, once: once)
                return back()
            }
        }
        router.post("/mesa/defunciones/:death/revertir") { request, context in
            let (attendant, target) = try await attendant(request)
            switch try await forms.take(DeathForms.confirm, request, context, session: attendant.session) {
            case .refused(let filling): return try await reversal(request, context, attendant, target, filling)
            case .accepted(_, let once):
                try await desk.reverse(try context.number("death"), by: attendant.actor, once: once)
                return back()
            }
        }
    }

    private func ask(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ target: Scope.Target, _ filling: Filling
    ) async throws -> Response {
        let rows = try await lookup.rows([try PersonAddress.person(context)], for: "trace.purpose.death", by: attendant.actor, at: target)
        guard let row = rows.first else { throw NotFound() }
        return answer(request, context, view(attendant).ask(row, filling))
    }

    /// Asks for a reversal, or lets another confirm one that was asked for.
    private func reversal(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ target: Scope.Target, _ filling: Filling?
    ) async throws -> Response {
        let id = try context.number("death")
        let waiting = try await desk.waiting().first { $0.death.id == id }
        let recent = try await desk.recent().first { $0.id == id }
        guard let death = waiting?.death ?? recent else { throw NotFound() }
        let rows = try await lookup.rows([death.person], for: "trace.purpose.death", by: attendant.actor, at: target)
        guard let row = rows.first else { throw NotFound() }
        return answer(request, context, view(attendant).reversal(death, row, reason: waiting?.reason, filling))
    }

    private func attendant(_ request: Request) async throws -> (Attendant, Scope.Target) {
        let attendant = try await reception.attendant(request, pages.texts)
        return (attendant, try await place.target(of: attendant.actor, for: .recordDeaths))
    }

    private func view(_ attendant: Attendant) -> DeathViews { DeathViews(texts: pages.texts, forms: forms, attendant: attendant) }

    private func back() -> Response { pages.to("/mesa/defunciones") }

    private func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }
}

/// What is asked about a death.
enum DeathForms {
    static let register = Field.text(
        "certificado", "persons.death.register", hint: "persons.death.register.hint", most: 100, width: .medium)
    static let reason = Field.area("motivo", "persons.death.reason", hint: "persons.death.reason.hint", most: 1000, rows: 3)
    static let propose = Form("deathReversal", [reason])
    static let confirm = Form("deathConfirmation", [])

    /// Nobody dies after today.
    static func record(until today: Day) -> (form: Form, day: Field<Day>) {
        let day = Field.day("fecha", "persons.death.day", in: today.adding(days: -45_000)...today)
        return (Form("death", [day, register]), day)
    }
}
