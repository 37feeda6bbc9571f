import Civic
import Flows
import Ports
import Storage

extension RunDesk {
    /// Files a run, once: from now on it is a case, with the date of today for ever. What meets every rule may be granted at once; what does
    /// not goes to whoever signs. Throws `RunMoved` when something is still to be answered.
    func file(_ code: CheckedCode, revision: Int, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await openToAct(code, at: door, by: actor)
        if opened.run.filed != nil { return }
        guard opened.service.submit <= actor.level else { throw Forbidden() }
        guard old(opened).isEmpty else {
            try await advance(code, at: door, by: actor)
            throw RunMoved()
        }
        guard case .review = opened.effect, opened.run.revision == revision else { throw RunMoved() }
        let today = clock.today
        var state = opened.state
        try state.apply(.filed(on: today.number), to: state.revision)
        let reckoning = opened.interpreter.reckon(state, today: today.number)
        let decision = Decision(reckoning)
        let service = opened.service
        if service.outcome.isImmediate {
            guard case .granted = decision.outcome else { throw NothingToFile() }
        }
        let isGranted = try await grantsByItself(decision, opened)
        if isGranted { try state.apply(.decided(on: today.number), to: state.revision) }
        let next = service.stages.first { $0.owner != nil }
        let due = try isGranted ? nil : next?.businessDays.map { try Term.businessDays($0).end(from: today, calendar) }
        let product = try await sheets.number(service.sheet)
        let papers = isGranted ? try await papers(opened, state, .granted, signed: nil) : []
        let changes = isGranted ? try await changes(opened, at: door, by: actor) : .none
        let (store, events, preparations, run, kept) = (store, events, preparations, opened.run, state)
        let came = opened.interpreter.reckon(kept, today: today.number)
        let record = try DecisionRecord(service, came).text
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            try refuseFirstHands(service, run.subject, actor, transaction)
            try mustNotHold(service, run.subject, besides: run.id, transaction)
            guard try store.save(try RunCodec.text(kept), kept.revision, of: run, transaction),
                try store.file(run, isProvisional: kept.awaitsRegisters(reckoning), at: came.commune, transaction)
            else { throw RunMoved() }
            let contact = Interaction(
                door.medium, door.channel, .application, isGranted ? .resolved : .pending, point: door.point, product: product,
                agent: actor.staffNumber, matter: run.id, person: run.subject, assurance: .verified)
            try transaction.record(
                Event("procedure.filed", object: .init("procedure_run", run.id), subject: run.subject, contact: contact), by: actor)
            try preparations.use(in: run, transaction)
            try events.insert(.filed, of: run.id, about: run.subject, staff: actor.staffNumber, transaction)
            if isGranted {
                guard try store.decide(run, .granted, record, by: nil, transaction) else { throw RunMoved() }
                try documents.issue(papers, for: run, transaction)
                try beginBenefit(opened, came, transaction)
                try apply(changes, to: run.subject, by: actor, transaction)
                try events.insert(.decided, of: run.id, about: run.subject, stage: service.stages.last?.id, transaction)
                // Whoever filed it decided nothing.
                try transaction.record(
                    Event("procedure.decided", object: .init("procedure_run", run.id), subject: run.subject), by: Self.verifier)
            } else if let next {
                try store.move(run.id, to: next.id, owner: next.owner, due: due, transaction)
                try events.insert(.staged, of: run.id, about: run.subject, stage: next.id, transaction)
            }
            return true
        }
    }
}

extension RunDesk {
    /// Whether a decision needs no person. What is due to somebody who died is looked at by one.
    func grantsByItself(_ decision: Decision, _ opened: Opened) async throws -> Bool {
        guard case .granted = decision.outcome, opened.service.outcome.grantsByItself else { return false }
        let subject = opened.run.subject
        let (service, run) = (opened.service, opened.run.id)
        return try await database.read { try died(subject, $0) == nil && !holds(service, subject, besides: run, $0) }
    }

    /// The day of the death of a person, under any of their records; nil while nobody recorded one.
    func died(_ person: PersonID, _ snapshot: Snapshot) throws -> Day? {
        try mergers.records(of: mergers.standing(for: person, snapshot), snapshot).compactMap { try deaths.day($0, snapshot) }.min()
    }

    /// What the papers of a case say, with the person's name and number as they are known today.
    func papers(
        _ opened: Opened, _ state: FlowState, _ outcome: ProcedureRun.Outcome, signed: Resolution.Signature?, as authority: String? = nil
    ) async throws -> [(Document, DocumentBody)] {
        let remedies = try await database.read { try self.remedies(opened.run, opened.service, against: nil, as: authority, $0) }
        let reckoning = opened.interpreter.reckon(state, today: clock.today.number)
        return documents.bodies(
            opened, reckoning,
            Resolution(outcome: outcome, signed: signed, remedies: remedies), named: try await named(opened),
            from: try await documents.decider(of: opened.service, at: reckoning.commune ?? opened.run.place))
    }

    /// The person of a run, as papers name them.
    func named(_ opened: Opened) async throws -> NamedPerson { try await named(opened.run.subject, opened.disclosure) }

    func named(_ subject: PersonID, _ disclosure: Disclosure) async throws -> NamedPerson {
        let people = people
        let person = try await database.read { try people.person(subject, $0) }
        let name = try person?.name.flatMap { PersonName(opened: try disclosure.open($0))?.shown } ?? ""
        let number = try person?.identifiers.first { $0.kind == .run && $0.to == nil }.map { try disclosure.open($0.number) }
        return NamedPerson(name: name, number: number.flatMap { RUN($0)?.formatted } ?? number)
    }
}

/// Nothing can be issued: what is missing is told on the page of the run.
public struct NothingToFile: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.nothing.title" }
    public var advice: TextKey { "procedures.nothing.advice" }
}
