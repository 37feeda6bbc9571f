import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/puesto`: the place where somebody attends today, and what they are doing. With `?lugar=` and `?modulo=` the form is filled in: the
/// address to keep at each window.
public struct StationPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: ShiftDesk
    private let alarms: AlarmDesk
    private let reviews: ReviewDesk
    private let places: ServicePoints
    private let posts: StaffPosts

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: ShiftDesk, alarms: AlarmDesk, reviews: ReviewDesk, points: ServicePoints,
        posts: StaffPosts
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.alarms = alarms
        self.reviews = reviews
        places = points
        self.posts = posts
    }

    private static let path = "/mesa/puesto"

    public func mount(on router: PageRoutes) {
        router.get("/mesa/puesto") { request, context in
            let attendant = try await attendant(request)
            guard let asked = request.asked("lugar").flatMap({ Int64($0) }) else { return try await show(request, context, attendant) }
            try attendant.actor.must(.openStation, Scope.Target(point: asked))
            let filling = try await stations(attendant).begun(at: asked, window: request.asked("modulo"))
            return try await show(request, context, attendant, filling)
        }
        router.post("/mesa/puesto/abrir") { request, context in
            let attendant = try await attendant(request)
            let stations = try await stations(attendant)
            switch try await forms.take(stations.opening, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                do {
                    try await desk.open(try stations.place(answers), by: attendant.actor, once: once)
                } catch is WindowTaken {
                    let filling = stations.opening.refused(
                        try stations.values(answers), at: "modulo", FieldProblem("stations.taken.field"))
                    return try await show(request, context, attendant, filling)
                }
                return back
            }
        }
        router.post("/mesa/puesto/pausa") { request, context in
            let attendant = try await attendant(request)
            let stations = try await stations(attendant)
            switch try await forms.take(stations.pausing, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.pause(try answers[stations.reason], by: attendant.actor, once: once)
                return back
            }
        }
        act("/mesa/puesto/seguir", StationForms.resume, on: router) { try await desk.resume(by: $0, once: $1) }
        act("/mesa/puesto/cerrar", StationForms.close, on: router) { try await desk.close(by: $0, once: $1) }
        act("/mesa/puesto/ayuda", StationForms.alarm, on: router) { actor, once in
            try await alarms.call(by: actor, from: try await posts.post(try ShiftDesk.staff(actor))?.point, once: once)
        }
    }

    private func act(
        _ path: RouterPath, _ form: Form, on router: PageRoutes, _ body: @escaping @Sendable (Actor, OnceKey) async throws -> Void
    ) {
        router.post(path) { request, context in
            let attendant = try await attendant(request)
            if case .accepted(_, let once) = try await forms.take(form, request, context, session: attendant.session) {
                try await body(attendant.actor, once)
            }
            return back
        }
    }

    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling? = nil
    ) async throws -> Response {
        let stations = try await stations(attendant)
        func form(_ form: Form, _ step: String, _ button: TextKey, _ weight: Buttons.Weight = .second) -> HTML {
            let present = filling.flatMap { $0.isOf(form) ? $0 : nil } ?? form.blank
            return forms.html(
                present, action: pages.texts.address(Self.path + step), button: button, weight: weight, texts: pages.texts,
                session: attendant.session)
        }
        let view = StationViews(texts: pages.texts, pauses: desk.pauses, now: desk.clock.now)
        let page: Page
        if let reading = try await desk.own(attendant.actor) {
            let point = try await name(of: reading.shift.point)
            page = view.open(
                reading, point: point, looks: try await reviews.own(attendant.actor).count,
                forms: .init(
                    pause: form(stations.pausing, "/pausa", "stations.pause.do"),
                    resume: form(StationForms.resume, "/seguir", "stations.resume.do", .main),
                    close: form(StationForms.close, "/cerrar", "stations.close.do"),
                    alarm: form(StationForms.alarm, "/ayuda", "stations.alarm.do")))
        } else {
            page = view.closed(
                form(stations.opening, "/abrir", "stations.open.do", .main), alarm: form(StationForms.alarm, "/ayuda", "stations.alarm.do"))
        }
        return pages.make(request, context, as: nil, filling.map { $0.isRefused ? page.answering($0) : page } ?? page).unlisted
    }

    private func stations(_ attendant: Attendant) async throws -> StationForms {
        let own = try await posts.post(attendant.staff)?.point
        let reached = try await places.all().filter { attendant.actor.may(.openStation, Scope.Target(point: $0.number)) }
            .sorted { ($0.number == own ? 0 : 1, $0.name) < ($1.number == own ? 0 : 1, $1.name) }
        let reasons = desk.pauses.inForce(desk.clock.today).map { ($0.code, DatedWords.word($0, pages.texts)) }
        return StationForms(reached, reasons: reasons)
    }

    private func name(of point: Int64?) async throws -> String? {
        guard let point else { return nil }
        return try await places.all().first { $0.number == point }?.name
    }

    private func attendant(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(.openStation) else { throw Forbidden() }
        return attendant
    }

    private var back: Response { pages.to(Self.path) }
}
