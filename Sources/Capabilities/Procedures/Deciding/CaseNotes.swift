import Civic
import Flows
import Ports
import Storage
import Web

/// What is done with a case besides deciding it.
extension CaseDesk {
    /// Writes something down in the case. The person reads it too: the timeline is one.
    func note(_ code: CheckedCode, _ words: String, by actor: Actor, once: OnceKey) async throws {
        try await act(code, by: actor, once: once) { run, _, staff, transaction in
            try runs.events.insert(.noted, of: run.id, about: run.subject, staff: staff, stage: run.stage, words: words, transaction)
            try transaction.record(Event("procedure.noted", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
        }
    }

    /// Gives a file with the case, as the information that was asked for. Its person reads it from then on.
    func attach(_ code: CheckedCode, _ upload: Upload, _ title: String, by actor: Actor, once: OnceKey) async throws {
        let opened = try await open(code, by: actor).opened
        try await act(code, by: actor, once: once) { run, _, _, transaction in
            try refuseOwn(run, actor, transaction)
            try runs.keep(upload, title, with: opened, by: actor, transaction)
        }
    }

    /// Gives a case back to its queue: whoever holds it, or another who decides, so that nothing waits for somebody who is away. It needs
    /// no look at the case, and opens none.
    func release(_ code: CheckedCode, _ reason: String?, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        _ = try await mustServe(code, by: actor)
        let runs = runs
        _ = try await runs.database.write(once: once) { transaction in
            guard let run = try runs.store.run(code, transaction) else { throw NotFound() }
            try transaction.hold("procedure_run", run.id)
            guard try runs.store.release(run, transaction) else { throw RunMoved() }
            try runs.events.insert(.released, of: run.id, about: run.subject, staff: staff, stage: run.stage, words: reason, transaction)
            try transaction.record(Event("procedure.released", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            try LeaveDesk().end(.matter, reference: run.id, by: actor, transaction)
            return true
        }
    }

    /// How somebody was formally notified of a decision.
    enum Mode: String, CaseIterable, Sendable { case inPerson, letter, electronic }

    /// Writes down the notification of what was decided, or is asked of the person, with its mode, its day and its proof: from that day
    /// their term runs.
    func notify(_ code: CheckedCode, _ mode: Mode, on day: Day, proof: String, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        _ = try await mustServe(code, by: actor)
        let runs = runs
        let said = "\(runs.documents.texts[Self.words(mode)]), \(runs.documents.texts.long(day)). \(proof)"
        _ = try await runs.database.write(once: once) { transaction in
            guard let run = try runs.store.run(code, transaction) else { throw NotFound() }
            try transaction.hold("procedure_run", run.id)
            let measure = try runs.unnotifiedMeasure(of: run, transaction)
            guard let told = run.paused ?? measure.map(\.signed) ?? run.signed, Day(of: told) <= day, day <= runs.clock.today,
                try run.paused != nil
                    ? runs.store.set(.requested, on: day, of: run, transaction)
                    : measure.map({ try runs.benefits.notify($0, on: day, transaction) })
                        ?? runs.store.set(.notified, on: day, of: run, transaction)
            else { throw RunMoved() }
            try runs.events.insert(.notified, of: run.id, about: run.subject, staff: staff, words: said, transaction)
            try transaction.record(Event("procedure.notified", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
    }

    static func words(_ mode: Mode) -> TextKey {
        switch mode {
        case .inPerson: "procedures.notify.inPerson"
        case .letter: "procedures.notify.letter"
        case .electronic: "procedures.notify.electronic"
        }
    }
}
