import Civic
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/representacion`: mandates on paper. Whoever attends the person writes it down; somebody else looks at the paper and decides.
public struct DeskMandatePages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: MandateDesk
    private let reach: MandateReach
    private let reaches: Set<Contact.Kind>

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: MandateDesk, posts: StaffPosts, reaches: Set<Contact.Kind>
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        reach = MandateReach(desk: desk, posts: posts)
        self.reaches = reaches
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/representacion") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let contact = request.asked("contacto").flatMap { Int64($0) }
            return pages.make(request, context, as: nil, try await page(attendant, contact, MandateForms.recording.blank)).unlisted
        }
        router.post("/mesa/representacion") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.grantMandates) else { throw Forbidden() }
            guard let contact = request.asked("contacto").flatMap({ Int64($0) }) else { throw Failure.notFound }
            switch try await forms.take(MandateForms.recording, request, context, session: attendant.session) {
            case .refused(let filling):
                return pages.make(request, context, as: nil, try await page(attendant, contact, filling).answering(filling)).unlisted
            case .accepted(let answers, let once):
                let grantor = try await present(InteractionID(contact), attendant)
                guard let instrument = Instrument(rawValue: try answers[MandateForms.instrument]) else { throw Failure.badRequest }
                let run = try answers[MandateForms.run]
                guard run != (try MandateDesk.run(grantor.person, grantor.disclosure)) else { throw OwnNumber() }
                _ = try await desk.record(
                    run, instrument, paper: try answers[MandateForms.paper], days: try answers[MandateForms.length],
                    of: grantor.person.id, within: InteractionID(contact), by: attendant.staff, attendant.actor,
                    telling: grantor.warning, once: once)
                return pages.to("/mesa/representacion")
            }
        }
        router.get("/mesa/representacion/:id") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return pages.make(request, context, as: nil, try await review(context.number("id"), attendant)).unlisted
        }
        router.post("/mesa/representacion/:id/tomar") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let id = try context.number("id")
            _ = try await reach.mandate(id, by: attendant.actor)
            if case .accepted = try await forms.take(MandateForms.taking, request, context, session: attendant.session) {
                try await desk.take(id, by: attendant.staff, attendant.actor)
            }
            return pages.to("/mesa/representacion/\(id)")
        }
        router.post("/mesa/representacion/:id/decidir") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let id = try context.number("id")
            _ = try await reach.mandate(id, by: attendant.actor)
            if case .accepted(let answers, _) = try await forms.take(MandateForms.deciding, request, context, session: attendant.session) {
                try await desk.decide(
                    id, holds: try answers[MandateForms.holds] == "si", by: attendant.staff, attendant.actor,
                    telling: try await desk.warning(of: id, reaching: reaches, pages.texts))
                return pages.to("/mesa/representacion")
            }
            return pages.to("/mesa/representacion/\(id)")
        }
    }

    private struct Present {
        let person: Person
        let disclosure: Disclosure
        let warning: Warning?
    }

    /// The person of the contact, whose presence is proven there: without it nothing opens.
    private func present(_ contact: InteractionID, _ attendant: Attendant) async throws -> Present {
        let now = desk.clock.now
        let found = try await desk.database.read { try InteractionDesk().attendance(contact, of: attendant.staff, at: now, $0) }
        guard let found, !found.hasEnded, let person = try await desk.persons([found.person])[found.person] else { throw Unproven() }
        let (tied, target) = (found.person, Scope.Target(point: found.contact.point))
        try attendant.actor.must(.grantMandates, target)
        let isHidden = person.isProtected && !attendant.actor.may(.readProtected, target)
        let disclosure = try await desk.disclosures.open(
            isHidden ? [.identifiers] : [.identifiers, .contacts], of: [tied], for: "trace.purpose.mandate", in: contact,
            by: attendant.actor, target: target)
        return Present(
            person: person, disclosure: disclosure,
            warning: isHidden ? nil : try Warning(person, disclosure, reaching: reaches, pages.texts))
    }

    private func page(_ attendant: Attendant, _ contact: Int64?, _ filling: Filling) async throws -> Page {
        let (may, confirms) = (attendant.actor.maySomewhere(.grantMandates), attendant.actor.maySomewhere(.confirmMandates))
        guard may || confirms else { throw Forbidden() }
        let waiting = confirms ? try await reach.waiting(for: attendant.actor) : []
        let form =
            may
            ? contact.map { contact in
                forms.html(
                    filling, action: pages.texts.address("/mesa/representacion") + "?contacto=\(contact)", button: "mandate.record",
                    texts: pages.texts, session: attendant.session)
            } : nil
        return DeskMandateViews(texts: pages.texts).overview(
            waiting.filter { $0.recorder != attendant.staff }, form: form, mayRecord: may)
    }

    private func review(_ id: Int64, _ attendant: Attendant) async throws -> Page {
        let (mandate, target) = try await reach.mandate(id, by: attendant.actor)
        guard mandate.begun == nil, mandate.ended == nil else { throw Failure.notFound }
        guard mandate.recorder != attendant.staff else { throw SameHands() }
        let view = DeskMandateViews(texts: pages.texts)
        let now = desk.clock.now
        let isTaken = try await desk.database.read {
            try LeaveDesk().inForce(of: mandate.grantor, to: .staff(attendant.staff), at: now, $0).contains { $0.reference == id }
        }
        guard isTaken else {
            return view.take(
                mandate,
                forms.html(
                    MandateForms.taking.blank, action: pages.texts.address("/mesa/representacion/\(id)/tomar"), button: "mandate.take",
                    texts: pages.texts, session: attendant.session))
        }
        let disclosure = try await desk.disclosures.open(
            [.name, .mandates], of: [mandate.grantor], for: "trace.purpose.mandate", by: attendant.actor, target: target)
        let name = try await desk.persons([mandate.grantor])[mandate.grantor].flatMap { try MandateDesk.name($0, disclosure) }
        return view.decide(
            mandate, name: name ?? "", number: RUN(try disclosure.open(mandate.number))?.formatted ?? "",
            paper: try mandate.paper.map { try disclosure.open($0) } ?? "",
            forms.html(
                MandateForms.deciding.blank, action: pages.texts.address("/mesa/representacion/\(id)/decidir"), button: "mandate.decide",
                texts: pages.texts, session: attendant.session))
    }
}
