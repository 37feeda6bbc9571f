import Civic
import Flows
import Ports
import Storage

extension RunDesk {
    /// What stands against somebody's benefit, nobody was notified of, and waits for no answer.
    func unnotifiedMeasure(of run: ProcedureRun, _ snapshot: Snapshot) throws -> Measure? {
        guard let benefit = try benefits.benefit(of: run.id, snapshot),
            let measure = try benefits.standing(of: benefit, snapshot)?.measure, measure.isAgainst,
            !measure.isUnderAppeal, measure.notified == nil
        else { return nil }
        return measure
    }
}

extension CaseDesk {
    /// Answers an appeal against a measure: it stays, or it is undone from the day on which it began. Whoever signed it does not answer.
    func answerMeasure(_ code: CheckedCode, isUndone: Bool, _ reason: String, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let shown = try await open(code, by: actor)
        let (runs, opened) = (runs, shown.opened)
        let run = opened.run
        _ = try await runs.database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            try refuseOwn(run, actor, transaction)
            guard let held = try runs.held(opened, transaction), let (measure, taken) = held.standing, measure.isUnderAppeal else {
                throw RunMoved()
            }
            guard measure.decider != staff else { throw DecidedBefore() }
            guard try runs.benefits.answer(measure, isUpheld: !isUndone, by: staff, transaction) else { throw RunMoved() }
            try runs.events.insert(.answered, of: run.id, about: run.subject, staff: staff, words: reason, transaction)
            if isUndone {
                if measure.kind != .lower { try runs.mustNotRevive(held.benefit, opened, transaction) }
                var body = held.body
                body.pesos = taken.before
                if taken.debt != nil { body.debt = nil }
                try runs.documents.store.revokeLast(Document.OfHouse.measure.rawValue, of: run.id, transaction)
                let isLower = measure.kind == .lower
                try runs.benefits.set(
                    held.benefit, isLower ? held.benefit.status : .active, body,
                    since: isLower ? held.benefit.since : Day(number: taken.from),
                    transaction)
                try runs.events.insert(isLower ? .raised : .restarted, of: run.id, about: run.subject, staff: staff, transaction)
            }
            try transaction.record(
                Event(isUndone ? "benefit.changed" : "benefit.kept", object: .init("procedure_run", run.id), subject: run.subject),
                by: actor)
            try handBack(run, opened.service, isMoreWaiting: held.proposal != nil, by: actor, transaction)
            return true
        }
    }
}
