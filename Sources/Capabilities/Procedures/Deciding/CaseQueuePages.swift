import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Storage
import Web

/// `/mesa/casos/filas`: which queues somebody attends; and writing down that a person was notified of a decision.
struct CaseQueuePages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: CaseDesk

    init(_ pages: Pages, forms: Forms, reception: Reception, desk: CaseDesk) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
    }

    private static let mode = Field.choice(
        "modo", "procedures.notify.mode", CaseDesk.Mode.allCases.map { FieldOption($0.rawValue, CaseDesk.words($0)) })
    private static let proof = Field.text("prueba", "procedures.notify.proof", hint: "procedures.notify.proof.hint", most: 300)

    private var texts: Texts { pages.texts }
    private var trail: [Link] { [Link(texts.address("/mesa/casos"), texts["procedures.cases"])] }
    private var today: Day { desk.runs.clock.today }

    private var day: Field<Day> {
        .day("dia", "procedures.notify.day", hint: nil, in: today.adding(days: -400)...today).asked(
            help: texts("procedures.notify.day.hint", ["day": today.numeric.replacing("-", with: " ")]))
    }
    private var notifying: Form { Form("case-notify", [Self.mode, day, Self.proof]) }

    func mount(on router: PageRoutes) {
        router.get("/mesa/casos/filas") { request, context in
            let attendant = try await reception.attendant(request, texts)
            return try await queues(request, context, attendant, nil)
        }
        router.post("/mesa/casos/filas") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let field = try await field(attendant)
            switch try await forms.take(Form("case-queues", [field]), request, context, session: attendant.session) {
            case .refused(let filling): return try await queues(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.attend(try answers[field] ?? [], by: attendant.actor, once: once)
                return pages.to("/mesa/casos")
            }
        }
        router.get("/mesa/casos/:code/notificar") { request, context in
            let attendant = try await reception.attendant(request, texts)
            return try await notice(request, context, attendant, try context.runCode(), nil)
        }
        router.post("/mesa/casos/:code/notificar") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            switch try await forms.take(notifying, request, context, session: attendant.session) {
            case .refused(let filling): return try await notice(request, context, attendant, code, filling)
            case .accepted(let answers, let once):
                guard let mode = CaseDesk.Mode(rawValue: try answers[Self.mode]) else { throw Failure.badRequest }
                try await desk.notify(
                    code, mode, on: try answers[day], proof: try answers[Self.proof], by: attendant.actor, once: once)
                return pages.to("/mesa/casos")
            }
        }
    }

    private func field(_ attendant: Attendant) async throws -> Field<Set<String>?> {
        let options = try await desk.queues(for: attendant.actor).map { queue in
            FieldOption(queue.owner, plain: "\(name(queue)): \(work(queue))")
        }
        return Field<Set<String>>.choices("filas", "procedures.queues.which", hint: "procedures.queues.hint", options).optional
    }

    private func name(_ queue: CaseDesk.Queue) -> String {
        queue.services.first.map { texts.owner(queue.owner, of: $0) } ?? queue.owner
    }

    /// What is done there: services, with the stage where it is one of several.
    private func work(_ queue: CaseDesk.Queue) -> String {
        queue.services.map { service in
            let stages = service.stages.filter { $0.owner != nil }
            let own = stages.filter { $0.owner == queue.owner }.map { $0.title.said(in: texts.language).text }
            let title = service.title.said(in: texts.language).text
            return own.count == stages.count ? title : "\(title) (\(own.joined(separator: ", ")))"
        }.joined(separator: "; ")
    }

    private func queues(_ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling?) async throws -> Response {
        let form = Form("case-queues", [try await field(attendant)])
        let mine = try await desk.attended(by: attendant.actor).map { ("filas", $0) }
        let page = Page(
            title: texts["procedures.queues"], trail: trail,
            main: """
                <div class="wide"><h1>\(texts["procedures.queues"])</h1>
                <p class="lead">\(texts["procedures.queues.lead"])</p>
                \(forms.html(
                    filling ?? form.begun(mine), action: texts.address("/mesa/casos/filas"), button: "procedures.queues.do", texts: texts,
                    session: attendant.session))</div>
                """)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private func notice(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ code: CheckedCode, _ filling: Filling?
    ) async throws -> Response {
        guard let service = try await desk.notifiable(code, by: attendant.actor) else { throw Failure.notFound }
        let page = Page(
            title: texts["procedures.notify.do"], trail: trail,
            main: """
                <div class="wide"><p class="quiet">\(service.title.said(in: texts.language).text) · \(code.description)</p>
                <h1>\(texts["procedures.notify.do"])</h1>
                <p class="lead">\(texts["procedures.notify.lead"])</p>
                \(forms.html(
                    filling ?? notifying.blank, action: texts.address("/mesa/casos/\(code.plain)/notificar"),
                    button: "procedures.notify.keep", texts: texts, session: attendant.session))</div>
                """)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }
}
