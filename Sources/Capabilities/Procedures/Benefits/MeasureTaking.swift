import Civic
import Flows
import Ports
import Storage

extension RunDesk {
    /// The largest instalment that may be asked for out of a monthly amount; nil where the service says nothing of it.
    func most(of pesos: Int64, _ life: Life, on day: Day, _ snapshot: Snapshot) throws -> Int64? {
        guard let recovery = life.recovery,
            let share = try Parameter.ID(recovery.most).flatMap({ try ParameterDesk().parameter($0, snapshot) })?.value(on: day)?.amount
        else { return nil }
        return pesos * share / 10_000
    }

    /// Makes a proposal what is so. `staff` is who signs it; nobody, for what is in the person's favour.
    func take(
        _ measure: Measure, _ proposed: Measure.Body, of benefit: Benefit, _ body: Benefit.Body, _ run: ProcedureRun, by staff: Int64?,
        _ actor: Actor, _ transaction: Transaction
    ) throws {
        guard try benefits.settle(measure, isTaken: true, by: staff, transaction) else { throw RunMoved() }
        let from = Day(number: proposed.from)
        var body = body
        let (status, kind): (Benefit.Status, RunEvent.Kind)
        switch measure.kind {
        // Another amount neither begins nor ends anything.
        case .raise: (status, kind) = (benefit.status, .raised)
        case .lower: (status, kind) = (benefit.status, .lowered)
        case .restart: (status, kind) = (.active, .restarted)
        case .suspend: (status, kind) = (.suspended, .suspended)
        case .end: (status, kind) = (.ended, .ended)
        }
        if [.raise, .lower, .restart].contains(measure.kind) { body.pesos = proposed.after }
        if let debt = proposed.debt { body.debt = debt }
        try benefits.set(benefit, status, body, since: status == benefit.status ? benefit.since : from, transaction)
        let words = [proposed.says, proposed.basis.isEmpty ? nil : "(\(proposed.basis))", proposed.next].compactMap { $0 }
        try events.insert(kind, of: run.id, about: run.subject, staff: staff, words: words.joined(separator: " "), transaction)
        try transaction.record(Event("benefit.changed", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
    }

    /// The person asks that what was suspended is looked at again: the next round of reviews does.
    func askAgain(_ code: CheckedCode, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let run = try await openToAct(code, at: door, by: actor).run
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard let benefit = try benefits.benefit(of: run.id, transaction), benefit.status != .ended, benefit.next > clock.today else {
                throw RunMoved()
            }
            try benefits.setNext(benefit, on: clock.today, transaction)
            try events.insert(.again, of: run.id, about: run.subject, staff: actor.staffNumber, transaction)
            try transaction.record(Event("benefit.asked", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
    }

    /// In how many months the person gives back what was paid too much. Throws `Instalments` for a number that may not be.
    func plan(_ code: CheckedCode, _ instalments: Int, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await openToAct(code, at: door, by: actor)
        let run = opened.run
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard let held = try held(opened, transaction), var debt = held.body.debt else { throw RunMoved() }
            guard (1...max(debt.fewest, Benefit.Debt.longest)).contains(instalments) else { throw Instalments() }
            debt.instalments = instalments
            var body = held.body
            body.debt = debt
            try benefits.set(held.benefit, held.benefit.status, body, since: held.benefit.since, transaction)
            try events.insert(.planned, of: run.id, about: run.subject, staff: actor.staffNumber, transaction)
            try transaction.record(Event("benefit.planned", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
    }
}

/// A number of instalments that may not be.
public struct Instalments: Refusal {
    public init() {}
    public var kind: RefusalKind { .invalid }
    public var title: TextKey { "procedures.instalments.title" }
    public var advice: TextKey { "procedures.instalments.advice" }
}

extension CaseDesk {
    /// Signs what a review proposes, or drops it. Nobody settles their own.
    func settle(_ code: CheckedCode, isTaken: Bool, _ reason: String, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let shown = try await open(code, by: actor)
        let (runs, opened) = (runs, shown.opened)
        let run = opened.run
        guard let seen = shown.benefit?.proposal else { throw RunMoved() }
        let paper = isTaken ? try await runs.paper(seen.measure, seen.body, try await signature(staff, reason), opened) : nil
        _ = try await runs.database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            try refuseOwn(run, actor, transaction)
            guard let held = try runs.held(opened, transaction), let (measure, proposed) = held.proposal,
                measure.id == seen.measure.id, !held.isUnderAppeal
            else {
                throw RunMoved()
            }
            if let paper {
                if measure.kind == .restart { try runs.mustNotRevive(held.benefit, opened, transaction) }
                try runs.take(measure, proposed, of: held.benefit, held.body, run, by: staff, actor, transaction)
                try runs.documents.issue([paper], for: run, transaction)
            } else {
                guard try runs.benefits.settle(measure, isTaken: false, by: staff, transaction) else { throw RunMoved() }
                try runs.events.insert(.kept, of: run.id, about: run.subject, staff: staff, transaction)
                try transaction.record(Event("benefit.kept", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            }
            try runs.events.insert(.noted, of: run.id, about: run.subject, staff: staff, words: reason, transaction)
            try handBack(run, opened.service, isMoreWaiting: false, by: actor, transaction)
            return true
        }
    }

    /// The case leaves the hands of whoever settled something about its benefit, and its person is told. What else waits stays in the queue.
    func handBack(_ run: ProcedureRun, _ service: Service, isMoreWaiting: Bool, by actor: Actor, _ transaction: Transaction) throws {
        if isMoreWaiting {
            _ = try runs.store.release(run, transaction)
        } else {
            try runs.store.unqueue(run.id, transaction)
        }
        try LeaveDesk().end(.matter, reference: run.id, by: actor, transaction)
        try notices.tell(
            NoticeBoard.Notice(
                "procedures.notice.benefit", ["service": service.title.es], path: "/mi/tramites/\(run.code.plain)"),
            run.subject, transaction)
    }
}
