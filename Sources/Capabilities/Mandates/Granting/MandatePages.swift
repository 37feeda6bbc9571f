import Civic
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mi/representacion`: who may act for the person, for whom they act, and each of these with what it opens and how it ends.
public struct MandatePages: Sendable {
    /// So many may a person grant within a day: each sends a message.
    private static let limit = AttemptLimit("mandate.grant", most: 10, window: 86_400_000)

    private let place: OwnPlace
    private let forms: Forms
    private let desk: MandateDesk
    private let attempts: AttemptDesk
    private let reaches: Set<Contact.Kind>

    /// `reaches` are the kinds of contacts that messages can go to.
    public init(_ place: OwnPlace, forms: Forms, desk: MandateDesk, attempts: AttemptDesk, reaches: Set<Contact.Kind>) {
        self.place = place
        self.forms = forms
        self.desk = desk
        self.attempts = attempts
        self.reaches = reaches
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/representacion") { request, context in
            let caller = try await place.caller(request)
            return try await place.response(
                try await overview(caller, MandateForms.granting.begun([("plazo", "180")])), for: caller, request, context)
        }
        router.post("/mi/representacion") { request, context in
            let caller = try await place.caller(request)
            switch try await forms.take(MandateForms.granting, request, context, session: caller.session) {
            case .refused(let filling):
                return try await place.response(try await overview(caller, filling).answering(filling), for: caller, request, context)
            case .accepted(let answers, let once):
                try await attempts.take(Self.limit, of: "\(caller.person.number)")
                let own = try await Own(caller, desk)
                let run = try answers[MandateForms.run]
                guard run != own.run else { throw OwnNumber() }
                try await desk.grant(
                    run, days: Int(try answers[MandateForms.days]) ?? 30, by: caller.person, caller.actor,
                    telling: try Warning(own.person, own.disclosure, reaching: reaches, texts), once: once)
                return place.pages.to("/mi/representacion")
            }
        }
        router.get("/mi/representacion/:id") { request, context in
            let caller = try await place.caller(request)
            return try await place.response(
                try await one(context.number("id"), caller), for: caller, request, context)
        }
        router.post("/mi/representacion/:id/aceptar") { request, context in
            let caller = try await place.caller(request)
            if case .accepted = try await forms.take(MandateForms.accepting, request, context, session: caller.session) {
                let id = try context.number("id")
                try await desk.accept(id, by: caller.person, caller.actor, telling: try await warning(id, caller))
            }
            return place.pages.to("/mi/representacion")
        }
        router.post("/mi/representacion/:id/terminar") { request, context in
            let caller = try await place.caller(request)
            if case .accepted = try await forms.take(MandateForms.ending, request, context, session: caller.session) {
                let id = try context.number("id")
                try await desk.end(id, by: caller.person, caller.actor, telling: try await warning(id, caller))
            }
            return place.pages.to("/mi/representacion")
        }
    }

    private var texts: Texts { place.pages.texts }
    private var view: MandateViews { MandateViews(texts: texts, now: desk.clock.now) }

    /// What one of the two did is told at a contact that the grantor had before.
    private func warning(_ id: Int64, _ caller: Caller) async throws -> Warning? {
        guard try await desk.isParty(caller.person, of: id) else { return nil }
        return try await desk.warning(of: id, reaching: reaches, texts)
    }

    /// What the person's own pages open of themselves: one trace.
    private struct Own {
        let person: Person
        let disclosure: Disclosure
        let run: RUN?

        init(_ caller: Caller, _ desk: MandateDesk) async throws {
            disclosure = try await desk.disclosures.open(
                [.name, .identifiers, .contacts, .mandates], of: [caller.person], for: "trace.purpose.ownMandates", by: caller.actor)
            guard let person = try await desk.persons([caller.person])[caller.person] else { throw NoLongerKnown() }
            self.person = person
            run = try MandateDesk.run(person, disclosure)
        }
    }

    private func overview(_ caller: Caller, _ filling: Filling) async throws -> Page {
        let own = try await Own(caller, desk)
        let given = try await desk.database.read { try desk.store.granted(by: caller.person, $0) }
        let found = try await desk.representations(of: caller.person, run: own.run, caller.actor)
        let names = try await desk.names(of: found, caller.actor)
        let warning = try Warning(own.person, own.disclosure, reaching: reaches, texts)
        let form = forms.html(
            filling, action: texts.address("/mi/representacion"), button: "mandate.grant", texts: texts, session: caller.session)
        let mine = [try MandateDesk.name(own.person, own.disclosure), own.run?.formatted].compactMap(\.self).joined(separator: " \u{00B7} ")
        return view.overview(
            mine: mine, given: try given.map { ($0, RUN(try own.disclosure.open($0.number))?.formatted ?? "") },
            received: found.map { ($0, names[$0.subject] ?? "") }, warned: warning?.masked, form)
    }

    private func one(_ id: Int64, _ caller: Caller) async throws -> Page {
        let end = forms.html(
            MandateForms.ending.blank, action: texts.address("/mi/representacion/\(id)/terminar"), button: "mandate.end", texts: texts,
            session: caller.session)
        if let mandate = try await desk.database.read({ try desk.store.mandate(id, $0) }), mandate.grantor == caller.person {
            let own = try await Own(caller, desk)
            return view.given(mandate, RUN(try own.disclosure.open(mandate.number))?.formatted ?? "", end)
        }
        let found = try await desk.representations(of: caller.person, run: nil, caller.actor)
        guard let one = found.first(where: { $0.id == id }) else { throw Failure.notFound }
        if one.isOffer {
            let accept = forms.html(
                MandateForms.accepting.blank, action: texts.address("/mi/representacion/\(id)/aceptar"), button: "mandate.accept",
                texts: texts, session: caller.session)
            return view.offer(one, try await desk.names(of: [one], caller.actor)[one.subject] ?? "", accept, end)
        }
        return view.held(one, try await desk.names(of: [one], caller.actor)[one.subject] ?? "", one.isParent ? nil : end)
    }
}
