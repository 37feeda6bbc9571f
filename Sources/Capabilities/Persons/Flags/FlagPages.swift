import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/atenciones/{attention}/hecho` and `/mesa/hechos`: a fact noted of an attention, and what persons contest.
public struct FlagPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: FlagDesk

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: FlagDesk) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
    }

    private static let deciding = Form("flag-decide", [])

    public func mount(on router: PageRoutes) {
        router.get("/mesa/atenciones/:attention/hecho") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return try await ask(request, context, attendant)
        }
        router.post("/mesa/atenciones/:attention/hecho") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let id = try AttentionPages.interaction(context)
            _ = try await desk.flaggable(id, by: attendant.actor)
            let noting = noting
            switch try await forms.take(noting.form, request, context, session: attendant.session) {
            case .refused(let filling): return try await ask(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.note(try answers[noting.fact], in: id, by: attendant.actor, once: once)
                return pages.to("/mesa/atenciones/\(id.number)")
            }
        }
        router.get("/mesa/hechos") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let flags = try await desk.contested(at: request.asked("lugar").flatMap { Int64($0) }, by: attendant.actor)
            return pages.make(request, context, as: nil, view.contested(flags)).unlisted
        }
        router.get("/mesa/hechos/:flag") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let (flag, words) = try await desk.read(try context.number("flag"), by: attendant.actor)
            let page = view.deciding(flag, words) { verdict in
                forms.html(
                    Self.deciding.blank, action: pages.texts.address("/mesa/hechos/\(flag.id)/\(verdict.rawValue)"),
                    button: verdict == .kept ? "persons.flag.keep" : "persons.flag.withdraw", weight: .second, texts: pages.texts,
                    session: attendant.session)
            }
            return pages.make(request, context, as: nil, page).unlisted
        }
        router.post("/mesa/hechos/:flag/:verdict") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard let verdict = ConductFlag.Verdict(rawValue: try context.parameters.require("verdict")) else { throw Failure.notFound }
            let id = try context.number("flag")
            if case .accepted(_, let once) = try await forms.take(Self.deciding, request, context, session: attendant.session) {
                try await desk.decide(id, verdict, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/hechos")
        }
    }

    private func ask(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling? = nil
    ) async throws -> Response {
        let own = try await desk.flaggable(try AttentionPages.interaction(context), by: attendant.actor)
        let form = forms.html(
            filling ?? noting.form.blank, action: pages.texts.address("/mesa/atenciones/\(own.contact.id.number)/hecho"),
            button: "persons.flag.do", texts: pages.texts, session: attendant.session)
        let page = view.asking(form)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private var noting: (form: Form, fact: Field<String>) {
        let fact = Field.choice(
            "hecho", "persons.flag.fact",
            desk.facts.inForce(desk.clock.today).map { FieldOption($0.code, plain: DatedWords.word($0, pages.texts)) })
        return (Form("flag-note", [fact]), fact)
    }

    private var view: FlagViews { FlagViews(texts: pages.texts, facts: desk.facts, now: desk.clock.now) }
}
