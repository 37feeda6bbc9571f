import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/atenciones/nueva`, `…/{attention}/terminar` and `…/{attention}/corregir`: an attention typed up, the product first and its protocol
/// beside it.
public struct EndingPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: TypingDesk
    private let products: ProductFacts
    private let demand: ProductDemand
    private let protocols: Protocols
    private let place: DeskPlace
    private let referring: String
    private let script: String
    private let stylesheet: String
    private static let likely = 8

    /// `referring` is the page that asks where a referred attention goes on, to which the number of the contact is added; `script` and
    /// `stylesheet` are the addresses of `desk.js` and `desk.css`.
    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: TypingDesk, products: ProductFacts, demand: ProductDemand,
        protocols: Protocols, place: DeskPlace, referring: String, script: String, stylesheet: String
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.products = products
        self.demand = demand
        self.protocols = protocols
        self.referring = referring
        self.script = script
        self.stylesheet = stylesheet
        self.place = place
    }

    public func mount(on router: PageRoutes) {
        router.post("/mesa/atenciones/nueva") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.findPersons) else { throw Forbidden() }
            guard case .accepted(_, let once) = try await forms.take(AttentionForms.begin, request, context, session: attendant.session)
            else {
                return pages.to("/mesa/atenciones")
            }
            let target = try await place.target(of: attendant.actor, for: .findPersons)
            let id = try await desk.begin(by: attendant.actor, at: target, once: once)
            return pages.to("/mesa/atenciones/\(id.number)/terminar")
        }
        router.post("/mesa/atenciones/:attention/borrador") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let own = try await desk.open(try AttentionPages.interaction(context), by: attendant.actor)
            guard case .accepted(let answers, _) = try await forms.take(AttentionEnding.draft, request, context, session: attendant.session)
            else { throw Failure.badRequest }
            try await desk.keep(draft: try answers[AttentionEnding.drafted] ?? "", of: own, by: attendant.actor)
            return Response(status: .noContent)
        }
        for act in Act.allCases {
            router.get(RouterPath("/mesa/atenciones/:attention/\(act.rawValue)")) { request, context in
                let attendant = try await reception.attendant(request, pages.texts)
                guard attendant.actor.maySomewhere(.findPersons) else { throw Forbidden() }
                let own = try await self.own(act, context, attendant)
                let asked = request.asked("ficha").flatMap { Int64($0) }
                let ending = try await ending(own)
                let filling = ending.usual(
                    asked ?? (act == .correct ? own.contact.product : nil), note: try await desk.draft(of: own, by: attendant.actor))
                return pages.make(request, context, as: nil, try await page(act, ending, filling, own, attendant, asked: asked)).unlisted
            }
            router.post(RouterPath("/mesa/atenciones/:attention/\(act.rawValue)")) { request, context in
                // Not only one that is open: a form that comes twice is answered like the first time.
                let attendant = try await reception.attendant(request, pages.texts)
                let own = try await desk.own(try AttentionPages.interaction(context), by: attendant.actor)
                let ending = try await ending(own)
                switch try await forms.take(ending.form, request, context, session: attendant.session) {
                case .refused(let filling):
                    return pages.make(
                        request, context, as: nil, try await page(act, ending, filling, own, attendant).answering(filling)
                    ).unlisted
                case .accepted(let answers, let once):
                    let typed = try ending.typed(answers)
                    switch act {
                    case .end:
                        let code = try await desk.end(own.contact.id, typed, by: attendant.actor, once: once)
                        if typed.outcome == .referred { return onward(own) }
                        return to("terminada\(code.map { "&encuesta=\($0.plain)" } ?? "")")
                    case .correct:
                        try await desk.correct(own.contact.id, typed, by: attendant.actor, once: once)
                        if typed.outcome == .referred { return onward(own) }
                        return to("corregida")
                    }
                }
            }
        }
    }

    /// What is typed up: the end of an attention, or what it was instead.
    private enum Act: String, CaseIterable {
        case end = "terminar"
        case correct = "corregir"

        var title: TextKey { self == .end ? "persons.ending.end" : "persons.correct.title" }
        var lead: TextKey { self == .end ? "persons.ending.end.lead" : "persons.correct.lead" }
        var button: TextKey { self == .end ? "persons.ending.end.do" : "persons.correct.do" }
    }

    /// A referred attention goes on somewhere: that is asked next.
    private func onward(_ own: OwnContact) -> Response {
        pages.to("\(referring)\(own.contact.id.number)")
    }

    private func to(_ done: String) -> Response {
        pages.to("/mesa/atenciones?hecho=\(done)")
    }

    private func own(_ act: Act, _ context: WebContext, _ attendant: Attendant) async throws -> OwnContact {
        let id = try AttentionPages.interaction(context)
        switch act {
        case .end: return try await desk.open(id, by: attendant.actor)
        case .correct: return try await desk.correctable(id, by: attendant.actor)
        }
    }

    private func ending(_ own: OwnContact) async throws -> AttentionEnding {
        AttentionEnding(
            try await products.all(), likely: try await demand.most(own.contact.channel, Self.likely), takesNote: own.person != nil)
    }

    private func page(
        _ act: Act, _ ending: AttentionEnding, _ filling: Filling, _ own: OwnContact, _ attendant: Attendant, asked: Int64? = nil
    ) async throws -> Page {
        let texts = pages.texts
        let path = "/mesa/atenciones/\(own.contact.id.number)/\(act.rawValue)"
        let likely = try await demand.most(own.contact.channel, Self.likely)
        let reading: Protocols.Reading? = if let asked { try await protocols.of(asked) } else { nil }
        let titles = try await products.facts(Set(likely))
        let view = ProtocolView(
            texts: texts, reading: reading, likely: likely.compactMap { number in titles[number].map { (number, $0.title) } }, path: path)
        return Page(
            title: texts[act.title],
            trail: [
                Link(texts.address("/mesa"), texts["desk.title"]),
                Link(texts.address("/mesa/atenciones"), texts["persons.attentions.title"]),
            ], scripts: [script], stylesheets: [stylesheet],
            main: """
                <div class="wide beside"><div><h1>\(texts[act.title])</h1>
                <p class="lead">\(texts[own.person == nil && act == .end ? "persons.ending.nobody" : act.lead])</p>
                <p class="quiet keys" hidden>\(texts["persons.ending.keys"])</p>
                \(forms.html(filling, action: texts.address(path), button: act.button, texts: texts, session: attendant.session))
                \(when: own.person != nil && act == .end, drafting(own, attendant))</div>
                \(view.html)</div>
                """)
    }

    /// What the page's script sends while a note is written, so that a closed window loses nothing.
    private func drafting(_ own: OwnContact, _ attendant: Attendant) -> HTML {
        let path = pages.texts.address("/mesa/atenciones/\(own.contact.id.number)/borrador")
        return """
            <div class="draft" hidden>\(forms.html(
                AttentionEnding.draft.blank, action: path, button: "persons.ending.draft", texts: pages.texts, session: attendant.session))</div>
            """
    }
}
