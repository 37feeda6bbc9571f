import Civic
import Flows
import Ports
import Storage

extension Permission {
    /// Read the cases that were passed to one's own institution.
    public static let receiveCases: Permission = "procedure.receive"
}

/// What programs of institutions take of the cases that were passed to them. Each look into one leaves its trace with the name of the
/// institution, and the first tells the person that it arrived.
public struct ReceivingDesk: Sendable {
    let runs: RunDesk

    public init(_ runs: RunDesk) {
        self.runs = runs
    }

    struct Received: Sendable {
        let run: ProcedureRun
        let service: Service
        let person: NamedPerson
        /// Each question with what was answered, in words.
        let answers: [(question: Question, said: String)]
        /// Why it was passed on.
        let reason: String
    }

    /// What waits for an institution and what it took; what is in the cases stays closed. Throws `Forbidden` for another's.
    func list(for institution: String, by actor: Actor) async throws -> [(run: ProcedureRun, service: Service)] {
        try actor.must(.receiveCases, Scope.Target(institution: institution))
        let (runs, store) = (runs, runs.store)
        var listed: [(ProcedureRun, Service)] = []
        for run in try await runs.database.read({ try store.referred(to: institution, $0) }) {
            listed.append((run, try await runs.shelf.service(run.service, run.version)))
        }
        return listed
    }

    /// One of them. Throws `NotFound` for what was not passed to this institution.
    func take(_ code: CheckedCode, for institution: String, by actor: Actor) async throws -> Received {
        try actor.must(.receiveCases, Scope.Target(institution: institution))
        let runs = runs
        guard let run = try await runs.database.read({ try runs.store.run(code, $0) }), run.referred == institution else {
            throw NotFound()
        }
        let reader = Actor(
            actor.identity, assurance: .verified, roles: [Role("procedure.receive", [.readPersons])],
            scope: Scope(points: .all, institutions: .all, sensitivities: Set(Sensitivity.allCases)))
        let service = try await runs.shelf.service(run.service, run.version)
        let disclosure = try await runs.disclosures.open(
            [.procedures, .identifiers, .name], of: [run.subject], for: "trace.purpose.procedureReferred", by: reader,
            about: .init("procedure_run", run.id))
        let (sealed, parameters, happened) = try await runs.database.read { snapshot in
            (
                try runs.store.state(of: run, snapshot), try Parameters.table(for: service, runs.calendar.holidays, snapshot),
                try runs.events.all(of: run, snapshot).last { $0.kind == .referred }
            )
        }
        let state = try RunCodec.state(try disclosure.open(sealed))
        let interpreter = Interpreter(service, parameters: parameters)
        let opened = RunDesk.Opened(
            run: run, interpreter: interpreter, state: state, reckoning: interpreter.reckon(state, today: runs.clock.today.number),
            disclosure: disclosure, proposed: nil)
        let values = ValueTexts(texts: runs.documents.texts, territory: runs.documents.territory)
        let received = Received(
            run: run, service: service, person: try await runs.named(opened),
            answers: service.questions.compactMap { question in
                state.answers[question.id].map { (question, values.said($0, question.kind)) }
            },
            reason: try happened?.words.map { try disclosure.open($0) } ?? "")
        _ = try await runs.database.write { transaction in
            guard try runs.store.receive(run, transaction) else { return false }
            try runs.events.insert(.received, of: run.id, about: run.subject, transaction)
            try transaction.record(Event("procedure.received", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return true
        }
        return received
    }
}
