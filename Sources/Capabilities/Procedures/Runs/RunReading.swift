import Civic
import Flows
import Storage

extension RunDesk {
    /// A run as it is shown: with what happened, and what was decided.
    struct Shown: Sendable {
        let opened: Opened
        /// What the institution that answers for it is called.
        let institution: String
        /// What the institution is called to which it was passed.
        let referredTo: String?
        let events: [RunEvent]
        let decision: DecisionRecord?
        let documents: [IssuedDocument]
        let remedies: [OpenRemedy]
        let lateness: Lateness?
        let benefit: HeldBenefit?
        /// Whether something of the service keeps it from being decided today.
        let isHeld: Bool
        /// The last day on which the person may answer what was asked of them.
        let awaitedUntil: Day?
        /// Whether that day is not over, or its term has not begun.
        let isAwaited: Bool
        /// By when it is decided, if every stage that is left takes all of its term.
        let decidedBy: Day?
        /// What was written with an event, by its number.
        let words: [Int64: String]

        /// From which day the terms of the remedies run.
        var termsFrom: Day? { opened.run.termsFrom(opened.service, against: benefit?.against) }
    }

    func show(
        _ code: CheckedCode, at door: Door, by actor: Actor, for purpose: Disclosure.Purpose = "trace.purpose.procedure"
    ) async throws -> Shown {
        let opened = try await open(code, at: door, by: actor, for: purpose)
        let (store, events, papers) = (store, events, documents.store)
        let (happened, sealed, issued, remedies, lateness, benefit, until) = try await database.read { snapshot in
            let benefit = try held(opened, snapshot)
            return (
                try events.all(of: opened.run, snapshot), try store.decision(of: opened.run, snapshot),
                try papers.all(of: opened.run.id, snapshot),
                try self.remedies(opened.run, opened.service, against: benefit?.against, snapshot),
                try self.lateness(opened.run, opened.service, snapshot),
                benefit, try self.awaited(opened.run, snapshot)
            )
        }
        let there: String? = if let key = opened.run.referred { try await documents.name(of: key) } else { nil }
        return Shown(
            opened: opened, institution: try await documents.decider(of: opened.service, at: opened.run.place), referredTo: there,
            events: happened,
            decision: try sealed.map { try DecisionRecord.read(try opened.disclosure.open($0)) },
            documents: issued, remedies: remedies, lateness: lateness, benefit: benefit,
            isHeld: opened.isHeld(clock.today),
            awaitedUntil: until, isAwaited: opened.run.paused != nil && until.map { clock.today <= $0 } ?? true,
            decidedBy: try decidedBy(opened.run, opened.service),
            words: try happened.reduce(into: [:]) { words, event in
                if let sealed = event.words { words[event.id] = try opened.disclosure.open(sealed) }
            })
    }

    /// The term of the stage it is in, and of those that come before the decision after it.
    func decidedBy(_ run: ProcedureRun, _ service: Service) throws -> Day? {
        guard var day = run.due, let at = service.stages.firstIndex(where: { $0.id == run.stage }), !run.isUnderAppeal else {
            return run.due
        }
        guard let last = service.stages[at...].firstIndex(where: { $0.decides }) else { return day }
        for stage in service.stages[at...last].dropFirst() {
            if let days = stage.businessDays { day = try Term.businessDays(days).end(from: day, calendar) }
        }
        return day
    }

    /// The PDF of a paper of a run, for whoever may open the run. Throws `NotFound` when the run has none of that code.
    func paper(_ code: CheckedCode, _ paper: CheckedCode, base: String, at door: Door, by actor: Actor) async throws -> [UInt8] {
        let shown = try await show(code, at: door, by: actor)
        guard let document = shown.documents.first(where: { $0.code == paper }) else { throw NotFound() }
        let papers = documents.store
        let sealed = try await database.read { try papers.body(of: document, $0) }
        return try documents.pdf(document, try shown.opened.disclosure.open(sealed), base: base)
    }

    /// All runs of a person, the one touched last first, with their services. What is in them stays closed.
    public func all(of person: PersonID) async throws -> [(run: ProcedureRun, service: Service)] {
        let (store, mergers) = (store, mergers)
        let runs = try await database.read { try store.all(of: mergers.records(of: person, $0), $0) }
        var shown: [(ProcedureRun, Service)] = []
        for run in runs { shown.append((run, try await shelf.service(run.service, run.version))) }
        return shown
    }
}
