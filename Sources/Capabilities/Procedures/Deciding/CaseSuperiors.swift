import Civic
import Flows
import Ports
import Storage

/// A delay that is denounced goes upwards: whoever answers for the queue takes note of it by name, within a day (Ley 19.880, art. 64).
extension CaseDesk {
    /// Denounced delays of which nobody above took note, as far as this one may know of such matters, the oldest first.
    func denounced(for actor: Actor) async throws -> [(run: ProcedureRun, service: Service)] {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.overseeProcedures) else { throw Forbidden() }
        let store = runs.store
        let reached = try await runs.reached(runs.shelf.serving(), at: Self.door, by: actor)
        // Nobody is told of their own delay.
        let late = try await runs.database.read { try store.denounced(of: reached, $0) }.filter { $0.holder != staff }
        return try await served(late, to: actor)
    }

    public func countDenounced(for actor: Actor) async throws -> Int { try await denounced(for: actor).count }

    /// Takes note by name. Its person reads who did. Throws `RunMoved` when somebody did before.
    func takeNote(_ code: CheckedCode, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        guard let run = try await denounced(for: actor).first(where: { $0.run.code == code })?.run else { throw NotFound() }
        guard let official = try await signers.of(staff) else { throw Forbidden() }
        let runs = runs
        _ = try await runs.database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            try refuseOwn(run, actor, transaction)
            guard try runs.store.inform(run, staff, transaction) else { throw RunMoved() }
            try runs.events.insert(
                .informed, of: run.id, about: run.subject, staff: staff, stage: run.stage, words: official.signature, transaction)
            try transaction.record(Event("procedure.informed", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
    }
}
