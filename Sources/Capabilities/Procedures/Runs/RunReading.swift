import Civic
import Flows
import Storage

extension RunDesk {
    /// A run as it is shown: with what happened, and what was decided.
    struct Shown: Sendable {
        let opened: Opened
        let events: [RunEvent]
        let decision: DecisionRecord?
    }

    func show(_ code: CheckedCode, at door: Door, by actor: Actor) async throws -> Shown {
        let opened = try await open(code, at: door, by: actor)
        let (store, events) = (store, events)
        let (happened, sealed) = try await database.read { snapshot in
            (try events.all(of: opened.run, snapshot), try store.decision(of: opened.run, snapshot))
        }
        return Shown(
            opened: opened, events: happened, decision: try sealed.map { try DecisionRecord.read(try opened.disclosure.open($0)) })
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
