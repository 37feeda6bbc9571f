import Civic
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mi/por/:id/derechos`: what somebody asks about the data of the person for whom they act. How it stands is theirs to see; what it is
/// answered is read by the person, because it may tell what a representative does not see.
public struct ActingRightsPages: Sendable {
    private let place: ActingPlace
    private let forms: Forms
    private let desk: RequestDesk
    private let filing: MyRequestForm

    public init(_ place: ActingPlace, forms: Forms, desk: RequestDesk) {
        self.place = place
        self.forms = forms
        self.desk = desk
        filing = MyRequestForm(desk.register, isForAnother: true)
    }

    private var texts: Texts { place.texts }
    private var view: ActingRightsViews { ActingRightsViews(texts: texts, today: desk.clock.today) }

    public func mount(on router: PageRoutes) {
        router.get("/mi/por/:id/derechos") { request, context in
            let acting = try await place.acting(request, context)
            let requests = try await desk.database.read { try desk.store.requests(of: acting.subject, by: acting.caller.person, $0) }
            return try await place.response(view.list(requests, acting), acting, request, context)
        }
        router.get("/mi/por/:id/derechos/nueva") { request, context in
            let acting = try await place.acting(request, context)
            let chosen = request.asked("derecho").flatMap(Right.init(rawValue:)).flatMap { Right.askable.contains($0) ? $0 : nil }
            let filling = chosen.map { filing.form.begun([("derecho", $0.rawValue)]) } ?? filing.form.blank
            return try await place.response(form(filling, acting), acting, request, context)
        }
        router.post("/mi/por/:id/derechos/nueva") { request, context in
            let acting = try await place.acting(request, context)
            switch try await forms.take(filing.form, request, context, session: acting.caller.session) {
            case .refused(let filling): return try await place.response(form(filling, acting), acting, request, context)
            case .accepted(let answers, let once):
                let new = try filing.request(answers, of: acting.subject, by: acting.caller.person, in: texts.language)
                let receipt = try await desk.file(new, once: once, by: acting.caller.actor)
                return .redirect(to: texts.address("\(acting.path)/derechos/\(receipt.code)"), type: .normal)
            }
        }
        router.get("/mi/por/:id/derechos/:code") { request, context in
            let acting = try await place.acting(request, context)
            let code = try MyRightsPages.code(context)
            let found = try await desk.database.read { try desk.asked(code, for: acting.subject, acting.caller.actor, $0) }
            return try await place.response(view.page(found, acting), acting, request, context)
        }
    }

    private func form(_ filling: Filling, _ acting: Acting) -> Page {
        view.form(
            forms.html(
                filling, action: texts.address(acting.path + "/derechos/nueva"), button: "myRights.send", texts: texts,
                session: acting.caller.session), acting
        ).answering(filling)
    }
}
