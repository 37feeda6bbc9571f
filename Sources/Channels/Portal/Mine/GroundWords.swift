import Civic
import Ports

extension TraceWords {
    /// What the ground itself does with persons and keeps of them.
    public static let ground = TraceWords(
        verbs: [
            "person.read": "trace.verb.read", "person.registered": "trace.verb.registered", "person.changed": "trace.verb.changed",
            "person.numbered": "trace.verb.numbered", "person.numberEnded": "trace.verb.numberEnded",
            "person.contactAdded": "trace.verb.contactAdded", "person.contactEnded": "trace.verb.contactEnded",
            "person.contactReplaced": "trace.verb.contactReplaced", "person.contactPreferred": "trace.verb.contactPreferred",
            "person.contactVerified": "trace.verb.contactVerified", "person.codeMade": "trace.verb.codeMade",
            "person.needsChanged": "trace.verb.needsChanged", "person.preferencesChanged": "trace.verb.preferencesChanged",
            "person.erased": "trace.verb.erased", "interaction.tied": "trace.verb.tied", "interaction.untied": "trace.verb.untied",
            "interaction.proven": "trace.verb.proven", "file.kept": "trace.verb.fileKept", "leave.granted": "trace.verb.leaveGranted",
            "leave.ended": "trace.verb.leaveEnded", "session.opened": "trace.verb.sessionOpened",
            "session.closed": "trace.verb.sessionClosed", "session.othersClosed": "trace.verb.othersClosed",
            "session.allClosed": "trace.verb.allClosed",
        ],
        fields: [
            "name": "trace.field.name", "formerName": "trace.field.formerName", "birth": "trace.field.birth", "needs": "trace.field.needs",
            "identifiers": "trace.field.identifiers", "files": "trace.field.files", "contacts": "trace.field.contacts",
            "sessions": "trace.field.sessions",
        ])
}
