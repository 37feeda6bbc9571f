import Civic
import Flows
import Ports
import Storage

/// What people said in the place of registers that did not answer, verified when those answer again.
extension RunDesk {
    /// The job that verifies, with what it may open.
    static let verifier = Actor(
        .system(19), assurance: .verified, roles: [Role("case.verify", [.readPersons, .assistProcedures])],
        scope: Scope(points: .all, institutions: .all, sensitivities: Set(Sensitivity.allCases)))

    /// Asks the registers for the cases that wait for one, those that were tried longest ago first. A register that is still down is asked the
    /// next time; a case that fails does not keep the others from their turn.
    public func verifyProvisional() async throws -> Round {
        let (store, start) = (store, clock.now)
        return try await Round.through(by: \.id) { _, limit in
            try await database.read { try store.provisional(before: start, limit: limit, $0) }
        } act: { run in
            try await database.write { try store.setTried(run, $0) }
            return try await verify(run)
        }
    }

    private func verify(_ run: ProcedureRun) async throws -> Bool {
        let opened: Opened
        do {
            opened = try await open(
                run.code, at: Door(medium: .desk, channel: .web), by: Self.verifier, for: "trace.purpose.procedureVerify")
        } catch is NoLongerKnown {
            return false
        }
        guard let state = try await askedAgain(opened, opened.state.facts.filter { $0.value.status == .down }.map(\.key), by: Self.verifier)
        else {
            return false
        }
        let reckoning = opened.interpreter.reckon(state, today: clock.today.number)
        guard !state.awaitsRegisters(reckoning) else { return false }
        return try await keep(opened, state, reckoning)
    }

    /// A case as it is when registers are asked anew for these facts, and for what the rules want to know after that. nil for a person whom no
    /// register knows.
    func askedAgain(_ opened: Opened, _ facts: [String], by actor: Actor) async throws -> FlowState? {
        guard let number = try await number(of: opened) else { return nil }
        var state = opened.state
        state.forget(facts)
        return try await fetched(
            opened.interpreter, state, number, matter: opened.run.code.description,
            Asking(subject: opened.run.subject, run: opened.run.id, actor: actor))
    }

    /// What every rule is met by is granted where the service grants by itself; anything else stays with its owner, verified.
    private func keep(_ opened: Opened, _ verified: FlowState, _ reckoning: Reckoning) async throws -> Bool {
        let (run, service) = (opened.run, opened.service)
        var state = verified
        let isGranted = reckoning.isGrantable(service) ? try await grantsByItself(Decision(reckoning), opened) : false
        if isGranted { try state.apply(.decided(on: clock.today.number), to: state.revision) }
        let papers = isGranted ? try await papers(opened, state, .granted, signed: nil) : []
        let came = opened.interpreter.reckon(state, today: clock.today.number)
        let record = try DecisionRecord(service, came).text
        let changes = isGranted ? try await changes(opened, at: .web, by: Self.verifier) : .none
        let (kept, store, events, documents, notices) = (state, store, events, documents, notices)
        return try await database.write { transaction in
            try transaction.hold("procedure_run", run.id)
            // Whoever is working on it by now goes on alone.
            guard let now = try store.run(run.code, transaction), now.revision == run.revision, now.decided == nil, now.holder == nil,
                try store.save(try RunCodec.text(kept), kept.revision, of: run, transaction)
            else { return false }
            try store.setVerified(run, transaction)
            try note(reckoning, run, service, transaction)
            try transaction.record(
                Event("procedure.verified", object: .init("procedure_run", run.id), subject: run.subject), by: Self.verifier)
            if isGranted {
                guard try store.decide(run, .granted, record, by: nil, transaction) else { return false }
                try documents.issue(papers, for: run, transaction)
                try beginBenefit(opened, came, transaction)
                try apply(changes, to: run.subject, by: Self.verifier, transaction)
                try events.insert(.decided, of: run.id, about: run.subject, stage: service.stages.last?.id, transaction)
                try transaction.record(
                    Event("procedure.decided", object: .init("procedure_run", run.id), subject: run.subject), by: Self.verifier)
                try notices.tell(
                    NoticeBoard.Notice(
                        "procedures.notice.decided", ["service": service.title.es], path: "/mi/tramites/\(run.code.plain)"), run.subject,
                    transaction)
            }
            return true
        }
    }
}

extension FlowState {
    /// Whether a register may still say something that a rule or the amount turns on: it did not answer, or was never asked.
    func awaitsRegisters(_ reckoning: Reckoning) -> Bool {
        var needs = reckoning.needs
        for finding in reckoning.findings { if case .open(let wanted) = finding.outcome { needs.formUnion(wanted) } }
        let isUnasked = needs.contains { if case .fact = $0 { true } else { false } }
        return isUnasked || facts.contains { $0.value.status == .down }
    }
}
