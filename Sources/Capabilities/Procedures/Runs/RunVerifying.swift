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

    /// Asks the registers for the cases that stand on somebody's word, the oldest first, and gives back how many were verified. A register
    /// that is still down is asked the next time.
    public func verifyProvisional(limit: Int = 500) async throws -> Int {
        let store = store
        var verified = 0
        for run in try await database.read({ try store.provisional(limit: limit, $0) }) {
            if try await verify(run) { verified += 1 }
        }
        return verified
    }

    private func verify(_ run: ProcedureRun) async throws -> Bool {
        let opened: Opened
        do {
            opened = try await open(
                run.code, at: Door(medium: .desk, channel: .web), by: Self.verifier, for: "trace.purpose.procedureVerify")
        } catch is NoLongerKnown {
            return false
        }
        let down = opened.service.facts.filter { opened.state.facts[$0.id]?.status == .down }
        guard let number = try await number(of: opened), !down.isEmpty else { return false }
        let replies = await ask(
            Dictionary(grouping: down, by: \.register), number, for: opened.service, matter: opened.run.code.description)
        var state = opened.state
        for fact in down {
            let said = result(replies[fact.register] ?? .down, fact)
            if said.status != .down { try state.apply(.fetched(fact.id, said), to: state.revision) }
        }
        let today = clock.today.number
        let reckoning = opened.interpreter.reckon(state, today: today)
        guard reckoning.provisional.isEmpty, state.revision != opened.state.revision else { return false }
        return try await keep(opened, state, reckoning)
    }

    /// What every rule is met by is granted where the service grants by itself; anything else stays with its owner, verified.
    private func keep(_ opened: Opened, _ verified: FlowState, _ reckoning: Reckoning) async throws -> Bool {
        let (run, service) = (opened.run, opened.service)
        var state = verified
        let isGranted: Bool = if case .granted = Decision(reckoning).outcome { service.outcome.grantsByItself } else { false }
        if isGranted { try state.apply(.decided(on: clock.today.number), to: state.revision) }
        let papers = isGranted ? try await papers(opened, state, .granted, signed: nil) : []
        let came = opened.interpreter.reckon(state, today: clock.today.number)
        let record = try DecisionRecord(service, came).text
        let changes = isGranted ? try await changes(opened, by: Self.verifier) : .none
        let (kept, store, events, documents) = (state, store, events, documents)
        return try await database.write { transaction in
            try transaction.hold("procedure_run", run.id)
            // Whoever is working on it by now goes on alone.
            guard let now = try store.run(run.code, transaction), now.revision == run.revision, now.decided == nil, now.holder == nil,
                try store.save(try RunCodec.text(kept), kept.revision, of: run, transaction)
            else { return false }
            try store.setVerified(run, transaction)
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
            }
            return true
        }
    }
}
