import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/derivaciones`: what others referred to one's own tray, and where an attention of one's own goes on.
public struct ReferralPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: ReferralDesk
    private let addressees: Addressees
    private let points: ServicePoints
    private let posts: StaffPosts
    private let products: ProductFacts
    private let clock: Clock

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: ReferralDesk, addressees: Addressees, points: ServicePoints,
        posts: StaffPosts, products: ProductFacts, clock: Clock
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.addressees = addressees
        self.points = points
        self.posts = posts
        self.products = products
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/derivaciones") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let mine = try await desk.tray(of: attendant.actor)
            let seen = Set(mine.map(\.referral.id))
            let others =
                attendant.actor.may(.moveReferrals)
                ? try await desk.waiting(for: attendant.actor).filter { !seen.contains($0.referral.id) } : []
            return pages.make(request, context, as: nil, try await view().tray(mine, others, staff: attendant.staff)).unlisted
        }
        router.get("/mesa/derivaciones/nueva") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return try await send(request, context, attendant, try Self.contact(request))
        }
        router.post("/mesa/derivaciones/nueva") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let contact = try Self.contact(request)
            _ = try await desk.referable(contact, by: attendant.actor)
            let asked = try await asked("referral-send", without: attendant.staff)
            switch try await forms.take(asked.form, request, context, session: attendant.session) {
            case .refused(let filling): return try await send(request, context, attendant, contact, filling)
            case .accepted(let answers, let once):
                try await desk.refer(contact, to: try asked.address(answers), by: attendant.actor, once: once)
                return pages.to("/mesa/atenciones?hecho=derivada")
            }
        }
        router.get("/mesa/derivaciones/:referral") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return try await show(request, context, attendant)
        }
        router.post("/mesa/derivaciones/:referral/tomar") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let id = try context.number("referral")
            guard case .accepted(_, let once) = try await forms.take(ReferralForms.take, request, context, session: attendant.session)
            else {
                return pages.to("/mesa/derivaciones/\(id)")
            }
            let fallback = Scope.Target(point: try await posts.post(attendant.staff)?.point)
            let next = try await desk.take(id, by: attendant.actor, at: fallback, once: once)
            return pages.to("/mesa/atenciones/\(next.number)\(try await desk.hasPerson(next) ? "" : "/terminar")")
        }
        router.post("/mesa/derivaciones/:referral/mover") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let reading = try await desk.reading(try context.number("referral"), by: attendant.actor)
            let asked = try await asked("referral-move", without: reading.referral.sender)
            switch try await forms.take(asked.form, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.move(reading.referral.id, to: try asked.address(answers), by: attendant.actor, once: once)
                return pages.to("/mesa/derivaciones")
            }
        }
    }

    private func send(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ contact: InteractionID, _ filling: Filling? = nil
    ) async throws -> Response {
        let own = try await desk.referable(contact, by: attendant.actor)
        let asked = try await asked("referral-send", without: attendant.staff)
        let form = forms.html(
            filling ?? asked.form.blank, action: pages.texts.address("/mesa/derivaciones/nueva?contacto=\(contact.number)"),
            button: "referrals.send.do", texts: pages.texts, session: attendant.session)
        let page = try await view().send(own, form)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling? = nil
    ) async throws -> Response {
        let reading = try await desk.reading(try context.number("referral"), by: attendant.actor)
        let path = "/mesa/derivaciones/\(reading.referral.id)"
        let taking: HTML =
            reading.referral.holder == nil && reading.referral.isFor(attendant.actor)
            ? forms.html(
                ReferralForms.take.blank, action: pages.texts.address(path + "/tomar"), button: "referrals.take.do", texts: pages.texts,
                session: attendant.session) : HTML()
        var moving: HTML?
        if ReferralDesk.maySort(reading, attendant.actor) {
            let asked = try await asked("referral-move", without: reading.referral.sender)
            moving = forms.html(
                filling ?? asked.form.blank, action: pages.texts.address(path + "/mover"), button: "referrals.move.do", weight: .second,
                texts: pages.texts, session: attendant.session)
        }
        let page = try await view().page(
            reading, sender: try await posts.post(reading.referral.sender), taking: taking, moving: moving, staff: attendant.staff)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private func asked(_ name: StaticString, without staff: Int64) async throws -> ReferralForms {
        ReferralForms(
            name, places: try await points.all().filter { $0.kind != "kiosk" }.sorted { $0.name < $1.name },
            institutions: try await addressees.institutions(),
            agents: try await addressees.agents().filter { $0.staff != staff }.sorted { $0.name < $1.name })
    }

    private func view() async throws -> ReferralViews {
        ReferralViews(
            texts: pages.texts, now: clock.now, products: try await products.all().mapValues(\.title),
            points: try await points.names(),
            institutions: Dictionary(try await addressees.institutions().map { ($0.key, $0.name) }) { first, _ in first })
    }

    private static func contact(_ request: Request) throws -> InteractionID {
        guard let number = request.asked("contacto").flatMap({ Int64($0) }) else { throw Failure.notFound }
        return InteractionID(number)
    }
}
