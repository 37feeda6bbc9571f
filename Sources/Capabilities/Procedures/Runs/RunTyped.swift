import Civic
import Flows
import Foundation
import Storage

/// A session that ends in the middle of an answer loses nothing: what came too late waits a day, sealed under the person's own key, and stands in
/// its fields once the same person has signed in again. It answers nothing until they send it.
extension RunDesk {
    private var typing: RunTypedStore { RunTypedStore(keyring: store.keyring) }

    /// The run and the question to which somebody sends something whose session has lapsed. nil for what is not theirs, or is decided.
    func late(_ code: CheckedCode, _ id: String, of person: PersonID) async throws -> (run: ProcedureRun, question: Question)? {
        let (store, mergers) = (store, mergers)
        let run = try await database.read { snapshot -> ProcedureRun? in
            guard let run = try store.run(code, snapshot), run.decided == nil else { return nil }
            return try mergers.standing(for: run.subject, snapshot) == mergers.standing(for: person, snapshot) ? run : nil
        }
        guard let run, let question = try await shelf.service(run.service, run.version).question(id) else { return nil }
        return (run, question)
    }

    /// Keeps what was typed; nothing when it is empty or too much.
    func keep(typed fields: [TypedAnswer.Field], _ question: String, place: Int?, of run: ProcedureRun) async throws {
        let size = fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        guard fields.contains(where: { !$0.value.isEmpty }), size <= TypedAnswer.most else { return }
        let typing = typing
        try await database.write { transaction in
            try typing.keep(fields, question, place: place, of: run, transaction)
            try transaction.record(
                Event("procedure.typed", object: .init("procedure_run", run.id), subject: run.subject),
                by: Actor(.citizen(run.subject), assurance: .declared))
        }
    }

    /// What its person was typing at a question when their session ended.
    func typed(_ opened: Opened, _ question: String) async throws -> (fields: [TypedAnswer.Field], place: Int?)? {
        let (typing, since) = (typing, clock.now.milliseconds - TypedAnswer.term)
        guard let typed = try await database.read({ try typing.typed(of: opened.run, since: since, $0) }), typed.question == question else {
            return nil
        }
        return (try fields(typed, opened.disclosure), typed.place)
    }

    func fields(_ typed: TypedAnswer, _ disclosure: Disclosure) throws -> [TypedAnswer.Field] {
        try JSONDecoder().decode([TypedAnswer.Field].self, from: Data(try disclosure.open(typed.fields).utf8))
    }

    /// Throws away what waited for longer than a day.
    public func sweepTyped() async throws {
        let typing = typing
        try await database.write { try typing.sweep(before: $0.now - TypedAnswer.term, $0) }
    }
}
