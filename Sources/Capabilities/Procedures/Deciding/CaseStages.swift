import Civic
import Flows
import Ports
import Storage

/// A case goes from stage to stage: each owner does their part and hands it on with its own term, until the stage that decides.
extension CaseDesk {
    /// Hands a case on to the next stage that somebody owns. Throws `RunMoved` when there is none before the decision.
    func handOn(_ code: CheckedCode, _ words: String, by actor: Actor, once: OnceKey) async throws {
        let opened = try await open(code, by: actor).opened
        guard let next = opened.nextStage, opened.run.decided == nil, opened.run.paused == nil else { throw RunMoved() }
        let due = try next.businessDays.map { try Term.businessDays($0).end(from: runs.clock.today, runs.calendar) }
        try await act(code, by: actor, once: once) { run, _, staff, transaction in
            guard let now = try runs.store.run(run.code, transaction), now.stage == run.stage, now.holder == staff else { throw RunMoved() }
            try refuseOwn(run, actor, transaction)
            try runs.store.move(run.id, to: next.id, owner: next.owner, due: due, transaction)
            try runs.events.insert(.noted, of: run.id, about: run.subject, staff: staff, stage: run.stage, words: words, transaction)
            try runs.events.insert(.staged, of: run.id, about: run.subject, staff: staff, stage: next.id, transaction)
            try transaction.record(Event("procedure.handedOn", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            try LeaveDesk().end(.matter, reference: run.id, by: actor, transaction)
        }
    }
}
