import Civic

/// How the trace is said in words: each room gives those for its own deeds and kinds of data. A purpose needs none here: by convention it
/// is itself the key of a text (`trace.purpose.attention`).
public struct TraceWords: Sendable {
    /// By `AuditEntry.Verb`, in the past and without a subject: "was registered".
    public var verbs: [String: TextKey]
    /// By `PersonalField`: "telephone, mail and address".
    public var fields: [String: TextKey]

    public init(verbs: [String: TextKey] = [:], fields: [String: TextKey] = [:]) {
        self.verbs = verbs
        self.fields = fields
    }

    /// Those of several rooms together.
    public init(_ rooms: [TraceWords]) {
        self.init()
        for room in rooms {
            verbs.merge(room.verbs) { first, _ in first }
            fields.merge(room.fields) { first, _ in first }
        }
    }
}
