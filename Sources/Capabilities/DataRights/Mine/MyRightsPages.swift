import Civic
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mi/derechos`: what a person may ask about their data, what they asked, and what they were answered.
public struct MyRightsPages: Sendable {
    let place: OwnPlace
    let forms: Forms
    let desk: RequestDesk
    let disclosures: DisclosureDesk
    private let filing: MyRequestForm

    public init(_ place: OwnPlace, forms: Forms, desk: RequestDesk, disclosures: DisclosureDesk) {
        self.place = place
        self.forms = forms
        self.desk = desk
        self.disclosures = disclosures
        filing = MyRequestForm(desk.register)
    }

    var texts: Texts { place.pages.texts }
    private var view: MyRightsViews { MyRightsViews(texts: texts, today: desk.clock.today) }

    public func mount(on router: PageRoutes) {
        router.get("/mi/derechos") { request, context in
            let caller = try await place.caller(request)
            let (requests, resting) = try await desk.database.read { snapshot in
                (try desk.store.requests(of: caller.person, snapshot), try desk.blocks.inForce(of: caller.person, snapshot))
            }
            return try await answer(request, context, caller, view.list(requests, resting: resting.map(\.purpose), desk.register))
        }
        router.get("/mi/derechos/nueva") { request, context in
            let caller = try await place.caller(request)
            let chosen = request.asked("derecho").flatMap(Right.init(rawValue:)).flatMap { Right.askable.contains($0) ? $0 : nil }
            let filling = chosen.map { filing.form.begun([("derecho", $0.rawValue)]) } ?? filing.form.blank
            return try await answer(request, context, caller, form(filling, caller))
        }
        router.post("/mi/derechos/nueva") { request, context in
            let caller = try await place.caller(request)
            switch try await forms.take(filing.form, request, context, session: caller.session) {
            case .refused(let filling): return try await answer(request, context, caller, form(filling, caller))
            case .accepted(let answers, let once):
                let receipt = try await desk.file(
                    try filing.request(answers, of: caller.person, in: texts.language), once: once, by: caller.actor)
                return redirect("/mi/derechos/\(receipt.code)")
            }
        }
        router.get("/mi/derechos/:code") { request, context in try await show(request, context) }
        router.post("/mi/derechos/:code/confirmar") { request, context in
            try await act(request, context, MyRightsViews.confirming) { try await desk.confirm($0, once: $1, by: $2) }
        }
        router.post("/mi/derechos/:code/conservar") { request, context in
            try await act(request, context, MyRightsViews.keeping) { try await desk.keep($0, once: $1, by: $2) }
        }
        router.post("/mi/derechos/:code/levantar") { request, context in
            try await act(request, context, MyRightsViews.lifting) { try await desk.lift($0, once: $1, by: $2) }
        }
        mountComplaint(on: router)
    }

    private func mountComplaint(on router: PageRoutes) {
        router.post("/mi/derechos/:code/atraso") { request, context in
            try await act(request, context, MyRightsViews.complaining) { try await desk.complain($0, once: $1, by: $2) }
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let caller = try await place.caller(request)
        let code = try Self.code(context)
        let (found, decisions, isResting) = try await desk.database.read { snapshot in
            let found = try desk.own(code, caller.actor, snapshot)
            return (
                found, try desk.store.decisions(of: found.id, snapshot),
                try desk.blocks.isResting(found.id, snapshot)
            )
        }
        let disclosure = try await disclosures.open([.rights], of: [caller.person], for: "trace.purpose.rightsOwn", by: caller.actor)
        let opened = try OpenedRequest(found, decisions, disclosure)
        func button(_ form: Form, _ deed: String, _ words: TextKey) -> HTML {
            forms.html(
                form.blank, action: texts.address("/mi/derechos/\(code.plain)/\(deed)"), button: words, texts: texts,
                session: caller.session)
        }
        return try await answer(
            request, context, caller,
            view.page(
                opened, desk.register,
                keeping: found.erases == nil ? nil : button(MyRightsViews.keeping, "conservar", "myRights.keep"),
                confirming: found.isShown ? nil : button(MyRightsViews.confirming, "confirmar", "myRights.confirm"),
                lifting: isResting ? button(MyRightsViews.lifting, "levantar", "myRights.lift") : nil,
                complaining: found.complained == nil ? button(MyRightsViews.complaining, "atraso", "myRights.late.do") : nil))
    }

    private func act(
        _ request: Request, _ context: WebContext, _ form: Form,
        _ deed: (CheckedCode, OnceKey, Actor) async throws -> Void
    ) async throws -> Response {
        let caller = try await place.caller(request)
        let code = try Self.code(context)
        if case .accepted(_, let once) = try await forms.take(form, request, context, session: caller.session) {
            try await deed(code, once, caller.actor)
        }
        return redirect("/mi/derechos/\(code.plain)")
    }

    private func form(_ filling: Filling, _ caller: Caller) -> Page {
        view.form(
            forms.html(
                filling, action: texts.address("/mi/derechos/nueva"), button: "myRights.send", texts: texts, session: caller.session)
        ).answering(filling)
    }

    private func answer(_ request: Request, _ context: WebContext, _ caller: Caller, _ page: Page) async throws -> Response {
        try await place.response(page, for: caller, request, context)
    }

    private func redirect(_ path: String) -> Response { .redirect(to: texts.address(path), type: .normal) }

    static func code(_ context: WebContext) throws -> CheckedCode {
        guard let code = CheckedCode(typed: try context.parameters.require("code")) else { throw Failure.notFound }
        return code
    }
}
