import Civic
import Ports

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
            "procedure.registerAsked": "trace.verb.registerAsked", "procedure.referred": "trace.verb.procedureReferred",
            "procedure.received": "trace.verb.procedureReceived",
            "procedure.attached": "trace.verb.procedureAttached", "procedure.audited": "trace.verb.procedureAudited",
            "procedure.proved": "trace.verb.procedureProved", "procedure.informed": "trace.verb.procedureInformed",
            "procedure.typed": "trace.verb.procedureTyped", "procedure.handedOn": "trace.verb.procedureHandedOn",
            "procedure.taken": "trace.verb.procedureTaken",
            "procedure.filed": "trace.verb.procedureFiled",
            "procedure.decided": "trace.verb.procedureDecided",
        ], fields: ["procedures": "trace.field.procedures"],
        bearers: [RunDesk.followerNumber: .init("trace.who.code", .web)])
}
