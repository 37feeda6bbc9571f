import Civic
import Flows
import Ports
import Storage

/// On whose data registers are asked, for which run, and by whom.
struct Asking: Sendable {
    let subject: PersonID
    /// nil for what is asked before anybody began one.
    let run: Int64?
    let actor: Actor
    var within: InteractionID?
}

extension RunDesk {
    /// Writes down that registers are asked, each in a line of the trace, before they are.
    func note(_ registers: some Sequence<String>, _ asking: Asking) async throws {
        let registers = registers.sorted()
        try await database.write { transaction in
            for register in registers {
                try transaction.record(
                    Event(
                        "procedure.registerAsked", object: asking.run.map { .init("procedure_run", $0) }, subject: asking.subject,
                        within: asking.within, fields: [.register(register)]), by: asking.actor)
            }
        }
    }

    /// What procedures are called in the trace.
    public var traceMatters: TraceMatters {
        TraceMatters { kind, id, texts in
            guard kind == "procedure_run" else { return nil }
            let store = store
            guard let run = try await database.read({ try store.runs([id], $0) }).first else { return nil }
            let service = try await shelf.service(run.service, run.version)
            return TraceMatters.Matter(
                title: service.title.said(in: texts.language).text, code: run.code, path: "/mi/tramites/\(run.code.plain)"
            ) { texts.register($0, of: service) }
        }
    }
}
