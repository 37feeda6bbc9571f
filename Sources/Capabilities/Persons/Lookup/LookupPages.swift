import Civic
import HTTPTypes
import Hummingbird
import Ports
import Web

/// `/mesa/personas`: who somebody at the desk is. What is looked for travels in the body of a request, never in an address.
public struct LookupPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: LookupDesk
    private let attention: AttentionDesk
    private let place: DeskPlace

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: LookupDesk, attention: AttentionDesk, place: DeskPlace) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.attention = attention
        self.place = place
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/personas") { request, context in
            let attendant = try await attendant(request, .findPersons)
            return answer(request, context, view(attendant).page(LookupForms.byNumber.blank, LookupForms.byName.blank))
        }
        router.post("/mesa/personas/numero") { request, context in
            let attendant = try await attendant(request, .findPersons)
            switch try await forms.take(LookupForms.byNumber, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, view(attendant).page(filling, LookupForms.byName.blank))
            case .accepted(let answers, _):
                let typed = try answers[LookupForms.number]
                let identifier = LookupForms.identifier(typed, try answers[LookupForms.kind], try answers[LookupForms.country])
                let target = try await place.target(of: attendant.actor, for: .findPersons)
                var rows: [LookupDesk.Row] = []
                if let identifier { rows = try await desk.find(identifier, by: attendant.actor, at: target) }
                return answer(
                    request, context,
                    view(attendant).found(
                        rows, isNumber: identifier?.isWellFormed ?? false, nameless: try await attention.nameless(of: attendant.actor)))
            }
        }
        router.post("/mesa/personas/nombre") { request, context in
            let attendant = try await attendant(request, .findPersons)
            switch try await forms.take(LookupForms.byName, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, view(attendant).page(LookupForms.byNumber.blank, filling))
            case .accepted(let answers, _):
                let target = try await place.target(of: attendant.actor, for: .findPersons)
                let rows = try await desk.find(named: try answers[LookupForms.name], by: attendant.actor, at: target)
                return answer(
                    request, context,
                    view(attendant).found(rows, isNumber: true, nameless: try await attention.nameless(of: attendant.actor)))
            }
        }
        mountRegistration(on: router)
        mountTying(on: router)
        router.post("/mesa/personas/:person/atender") { request, context in
            let attendant = try await attendant(request, .findPersons)
            let person = try PersonAddress.person(context)
            switch try await forms.take(LookupForms.attend, request, context, session: attendant.session) {
            case .refused: return pages.to("/mesa/personas")
            case .accepted(_, let once):
                let target = try await place.target(of: attendant.actor, for: .findPersons)
                let id = try await attention.open(person, by: attendant.actor, at: target, once: once)
                return pages.to("/mesa/atenciones/\(id.number)")
            }
        }
    }

    private func mountTying(on router: PageRoutes) {
        router.post("/mesa/personas/:person/es/:attention") { request, context in
            let attendant = try await attendant(request, .findPersons)
            let (person, id) = (try PersonAddress.person(context), try AttentionPages.interaction(context))
            if case .accepted(_, let once) = try await forms.take(LookupForms.tie, request, context, session: attendant.session) {
                try await attention.tie(id, to: person, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/atenciones/\(id.number)")
        }
    }

    private func mountRegistration(on router: PageRoutes) {
        router.get("/mesa/personas/nueva") { request, context in
            let attendant = try await attendant(request, .writePersons)
            return answer(request, context, view(attendant).registration(LookupForms.register.blank))
        }
        router.post("/mesa/personas/nueva") { request, context in
            let attendant = try await attendant(request, .writePersons)
            switch try await forms.take(LookupForms.register, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, view(attendant).registration(filling))
            case .accepted(let answers, let once):
                let target = try await place.target(of: attendant.actor, for: .writePersons)
                let id = try await attention.register(try NewPerson(answers), by: attendant.actor, at: target, once: once)
                return pages.to("/mesa/atenciones/\(id.number)")
            }
        }
    }

    private func attendant(_ request: Request, _ permission: Permission) async throws -> Attendant {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(permission) else { throw Forbidden() }
        return attendant
    }

    private func view(_ attendant: Attendant) -> LookupViews {
        LookupViews(texts: pages.texts, forms: forms, attendant: attendant)
    }

    private func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }
}

/// Persons in addresses: by the number of this house, which says nothing of who it is.
enum PersonAddress {
    static func person(_ context: WebContext) throws -> PersonID { PersonID(try context.number("person")) }
}
