import Civic
import Expressions
import Flows
import Storage

extension RunDesk {
    /// What an institution proposes for a run: each value where its question is asked.
    struct Proposed: Sendable {
        let institution: String
        let answers: [String: Expressions.Value]
    }

    /// The newest that waits for the person of a run, by its service.
    func preparation(for run: ProcedureRun, _ snapshot: Snapshot) throws -> Preparation? {
        guard run.filed == nil else { return nil }
        let records = try mergers.records(of: mergers.standing(for: run.subject, snapshot), snapshot)
        return try preparations.waiting(for: records, on: clock.today, snapshot).first { $0.service == run.service }
    }

    func proposed(_ preparation: Preparation?, _ disclosure: Disclosure) async throws -> Proposed? {
        guard let preparation else { return nil }
        return Proposed(
            institution: try await documents.name(of: preparation.institution),
            answers: try RunCodec.state(try disclosure.open(preparation.answers)).answers)
    }

    /// What waits for a person, with the name of who prepared it and its service, the newest first and one for each service. The answers stay
    /// closed.
    func prepared(for person: PersonID) async throws -> [(preparation: Preparation, institution: String, service: Service)] {
        let (preparations, mergers, today) = (preparations, mergers, clock.today)
        let waiting = try await database.read { try preparations.waiting(for: mergers.records(of: person, $0), on: today, $0) }
        var shown: [(preparation: Preparation, institution: String, service: Service)] = []
        for preparation in waiting where !shown.contains(where: { $0.service.id == preparation.service }) {
            guard let service = try await shelf.newest(preparation.service) else { continue }
            shown.append((preparation, try await documents.name(of: preparation.institution), service))
        }
        return shown
    }

    /// The person does not want what was prepared for them. Throws `NotFound` for another's, or one that no longer waits.
    func decline(_ preparation: Int64, of person: PersonID, by actor: Actor, once: OnceKey) async throws {
        guard actor.citizen == person else { throw Forbidden() }
        let (preparations, mergers) = (preparations, mergers)
        _ = try await database.write(once: once) { transaction in
            guard try preparations.decline(preparation, of: mergers.records(of: person, transaction), transaction) else {
                throw NotFound()
            }
            try transaction.record(Event("procedure.unprepared", subject: person), by: actor)
            return true
        }
    }
}
