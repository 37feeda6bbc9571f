import Civic
import Ports

extension TraceWords {
    /// How the trace calls what the desk does with persons.
    public static let persons = TraceWords(
        verbs: [
            "attention.opened": "trace.verb.attentionOpened", "attention.ended": "trace.verb.attentionEnded",
            "flag.noted": "trace.verb.flagNoted", "flag.contested": "trace.verb.flagContested", "flag.read": "trace.verb.flagRead",
            "flag.decided": "trace.verb.flagDecided",
            "document.checked": "trace.verb.documentChecked",
            "approval.asked": "trace.verb.approvalAsked", "approval.answered": "trace.verb.approvalAnswered",
            "glass.broken": "trace.verb.glassBroken", "glass.reviewed": "trace.verb.glassReviewed", "glass.read": "trace.verb.glassRead",
            "merger.asked": "trace.verb.mergerAsked", "merger.decided": "trace.verb.mergerDecided",
            "unmerging.asked": "trace.verb.unmergingAsked", "person.merged": "trace.verb.merged", "person.unmerged": "trace.verb.unmerged",
            "interaction.allotted": "trace.verb.allotted", "remainder.kept": "trace.verb.allotted",
            "person.contactMoved": "trace.verb.allotted", "person.numberMoved": "trace.verb.allotted",
            "person.died": "trace.verb.died", "death.reversalAsked": "trace.verb.reversalAsked", "person.revived": "trace.verb.revived",
            "leave.resumed": "trace.verb.leaveResumed", "session.allClosed": "trace.verb.allClosed",
        ],
        fields: ["mask": "trace.field.mask", "history": "trace.field.history", "notes": "trace.field.notes"])
}
