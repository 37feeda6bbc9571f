import Civic
import Flows
import Ports
import Storage

extension TraceWords {
    /// How the trace tells what is done with procedures.
    public static let procedures = TraceWords(
        verbs: [
            "procedure.begun": "trace.verb.procedureBegun", "procedure.answered": "trace.verb.procedureAnswered",
            "procedure.paused": "trace.verb.procedurePaused", "procedure.extended": "trace.verb.procedureExtended",
            "procedure.completed": "trace.verb.procedureCompleted", "procedure.verified": "trace.verb.procedureVerified",
            "procedure.appealed": "trace.verb.procedureAppealed",
            "procedure.notified": "trace.verb.procedureNotified", "procedure.overdue": "trace.verb.procedureOverdue",
            "procedure.denounced": "trace.verb.procedureDenounced", "procedure.certified": "trace.verb.procedureCertified",
            "procedure.noted": "trace.verb.procedureNoted", "procedure.released": "trace.verb.procedureReleased",
            "procedure.queues": "trace.verb.procedureQueues", "procedure.withdrawn": "trace.verb.procedureWithdrawn",
            "procedure.prepared": "trace.verb.procedurePrepared", "procedure.unprepared": "trace.verb.procedureUnprepared",
            "case.reported": "trace.verb.caseReported", "procedure.offered": "trace.verb.procedureOffered",
            "procedure.recalled": "trace.verb.procedureRecalled",
            "benefit.reviewed": "trace.verb.benefitReviewed", "benefit.changed": "trace.verb.benefitChanged",
            "benefit.asked": "trace.verb.benefitAsked", "benefit.kept": "trace.verb.benefitKept",
            "benefit.planned": "trace.verb.benefitPlanned",
            "procedure.taken": "trace.verb.procedureTaken",
            "procedure.filed": "trace.verb.procedureFiled",
            "procedure.decided": "trace.verb.procedureDecided",
        ], fields: ["procedures": "trace.field.procedures"])
}

extension RunDesk {
    /// What is kept of a person's procedures.
    public var heldData: HeldData {
        let (store, preparations, external) = (store, preparations, ExternalStore(keyring: store.keyring))
        return HeldData(name: "procedures", title: "procedures.held", fields: [.procedures]) { person, disclosure, texts in
            var items: [HeldData.Item] = []
            for (run, service) in try await all(of: person) where disclosure.subjects.contains(run.subject) {
                let sealed = try await database.read { try store.state(of: run, $0) }
                items.append(
                    HeldData.Item(
                        name: run.code.description, label: service.title.said(in: texts.language).text,
                        value: try disclosure.open(sealed), source: texts["procedures.held.source"], since: run.begun))
            }
            for subject in disclosure.subjects {
                let (prepared, cases) = try await database.read { snapshot in
                    (
                        try preparations.all(of: subject, snapshot),
                        try external.all(of: [subject], snapshot).map { ($0, try external.events(of: $0, snapshot)) }
                    )
                }
                for one in prepared {
                    items.append(
                        HeldData.Item(
                            name: "preparation-\(one.id)", label: texts["procedures.prepared"],
                            value: try disclosure.open(one.answers), source: try await documents.name(of: one.institution),
                            since: one.prepared))
                }
                for (known, events) in cases {
                    for event in events {
                        items.append(
                            HeldData.Item(
                                name: "external-\(event.id)", label: texts["procedures.elsewhere"],
                                value: try disclosure.open(event.body), source: try await documents.name(of: known.institution),
                                since: event.told))
                    }
                }
            }
            return items
        } erase: {
            try documents.store.erase($0, $1) + benefits.erase($0, $1) + OfferStore().erase($0, $1)
                + external.erase($0, $1) + preparations.erase($0, $1) + store.erase($0, $1)
        }
    }
}
