import Civic
import Ports

/// What the deeds of this room are called for whoever reads their trace.
public enum RightsWords {
    public static let trace = TraceWords(
        verbs: [
            "rights.filed": "trace.verb.rightsFiled", "rights.shown": "trace.verb.rightsShown", "rights.lifted": "trace.verb.rightsLifted",
            "rights.kept": "trace.verb.rightsKept", "rights.complained": "trace.verb.rightsComplained",
            "rights.taken": "trace.verb.rightsTaken",
            "rights.extended": "trace.verb.rightsExtended", "rights.answered": "trace.verb.rightsAnswered",
            "consent.given": "trace.verb.consentGiven", "consent.withdrawn": "trace.verb.consentWithdrawn",
            "person.partErased": "trace.verb.partErased",
        ],
        fields: ["rights": "trace.field.rights"])
}
