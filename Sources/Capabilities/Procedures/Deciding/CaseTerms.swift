import Civic
import Flows
import Ports
import Storage

/// The clock of a case: it stands still while papers are awaited (Ley 19.880, art. 31), and is extended once, with a reason (art. 26).
extension CaseDesk {
    /// Asks the person for something. The term stands still until they answer.
    func pause(_ code: CheckedCode, _ words: String, by actor: Actor, once: OnceKey) async throws {
        try await act(code, by: actor, once: once) { run, service, staff, transaction in
            guard try runs.store.pause(run, by: staff, transaction) else { throw RunMoved() }
            try runs.events.insert(.paused, of: run.id, about: run.subject, staff: staff, stage: run.stage, words: words, transaction)
            try transaction.record(Event("procedure.paused", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            try notices.tell(
                NoticeBoard.Notice("procedures.notice.paused", ["service": service.title.es], path: "/mi/tramites/\(run.code.plain)"),
                run.subject, transaction)
        }
    }

    /// Once, by as many business days as the stage allows. Throws `RunMoved` when it was done before, the stage allows none, or the term
    /// is over.
    func extend(_ code: CheckedCode, _ reason: String, by actor: Actor, once: OnceKey) async throws {
        try await act(code, by: actor, once: once) { run, service, staff, transaction in
            guard let due = run.due, let days = service.stages.first(where: { $0.id == run.stage })?.longer,
                try !runs.events.all(of: run, transaction).contains(where: { $0.kind == .extended && $0.stage == run.stage }),
                try runs.store.extend(
                    run, to: try Term.businessDays(days).end(from: due, runs.calendar), on: runs.clock.today, by: staff, transaction)
            else { throw RunMoved() }
            try runs.events.insert(.extended, of: run.id, about: run.subject, staff: staff, stage: run.stage, words: reason, transaction)
            try transaction.record(Event("procedure.extended", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            try notices.tell(
                NoticeBoard.Notice("procedures.notice.extended", ["service": service.title.es], path: "/mi/tramites/\(run.code.plain)"),
                run.subject, transaction)
        }
    }

    /// Those of these cases whose person was asked for something and did not answer in time.
    func unanswered(_ cases: [ProcedureRun]) async throws -> Set<Int64> {
        let (runs, today) = (runs, runs.clock.today)
        return try await runs.database.read { snapshot in
            Set(try cases.filter { try runs.awaited($0, snapshot).map { $0 < today } == true }.map(\.id))
        }
    }

    func act(
        _ code: CheckedCode, by actor: Actor, once: OnceKey,
        _ body: @escaping @Sendable (ProcedureRun, Service, Int64, Transaction) throws -> Void
    ) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let shown = try await open(code, by: actor)
        let (run, service) = (shown.opened.run, shown.opened.service)
        _ = try await runs.database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            try body(run, service, staff, transaction)
            return true
        }
    }
}

extension RunDesk {
    /// What the person answers to what was asked of them: the term runs again, and ends as many business days later as it stood still.
    func complete(_ code: CheckedCode, _ words: String, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let run = try await openToAct(code, at: door, by: actor).run
        guard let paused = run.paused else { throw RunMoved() }
        let stood = try calendar.businessDays(after: Day(of: paused), through: clock.today)
        let due = try run.due.map { stood == 0 ? $0 : try Term.businessDays(stood).end(from: $0, calendar) }
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard try store.resume(run, due: due, transaction) else { throw RunMoved() }
            try events.insert(
                .completed, of: run.id, about: run.subject, staff: actor.staffNumber, stage: run.stage, words: words, transaction)
            try events.insert(.resumed, of: run.id, about: run.subject, stage: run.stage, transaction)
            try transaction.record(Event("procedure.completed", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
    }
}
