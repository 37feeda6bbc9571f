import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/atenciones/{attention}/terminar`: the last thing of an attention.
public struct EndingPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: AttentionDesk
    private let products: ProductFacts

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: AttentionDesk, products: ProductFacts) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.products = products
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/atenciones/:attention/terminar") { request, context in
            let (attendant, id) = try await own(request, context)
            let ending = AttentionEnding(try await products.all())
            return pages.make(request, context, as: nil, page(ending.form.blank, id, attendant)).unlisted
        }
        router.post("/mesa/atenciones/:attention/terminar") { request, context in
            // Not `own`: a form that comes twice is answered like the first time.
            let attendant = try await reception.attendant(request, pages.texts)
            let id = try AttentionPages.interaction(context)
            let ending = AttentionEnding(try await products.all())
            switch try await forms.take(ending.form, request, context, session: attendant.session) {
            case .refused(let filling):
                return pages.make(request, context, as: nil, page(filling, id, attendant).answering(filling)).unlisted
            case .accepted(let answers, let once):
                try await desk.end(
                    id, try ending.outcome(answers), product: try answers[ending.product].flatMap { Int64($0) }, by: attendant.actor,
                    once: once)
                return Response.redirect(to: pages.texts.address("/mesa/atenciones?hecho=terminada"), type: .normal)
            }
        }
    }

    private func own(_ request: Request, _ context: WebContext) async throws -> (Attendant, InteractionID) {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(.findPersons) else { throw Forbidden() }
        let attendance = try await desk.attendance(try AttentionPages.interaction(context), by: attendant.actor)
        try attendant.actor.must(.findPersons, Scope.Target(point: attendance.contact.point))
        return (attendant, attendance.contact.id)
    }

    private func page(_ filling: Filling, _ id: InteractionID, _ attendant: Attendant) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["persons.ending.end"],
            trail: [
                Link(texts.address("/mesa"), texts["desk.title"]),
                Link(texts.address("/mesa/atenciones"), texts["persons.attentions.title"]),
                Link(texts.address("/mesa/atenciones/\(id.number)"), texts["persons.attention.title"]),
            ],
            main: """
                <div class="wide"><h1>\(texts["persons.ending.end"])</h1>
                <p class="lead">\(texts["persons.ending.end.lead"])</p>
                \(forms.html(
                    filling, action: texts.address("/mesa/atenciones/\(id.number)/terminar"), button: "persons.ending.end.do", texts: texts,
                    session: attendant.session))</div>
                """)
    }
}
