import Civic

/// How the trace is said in words: each room gives those for its own deeds and kinds of data. A purpose needs none here: by convention it
/// is itself the key of a text (`trace.purpose.attention`).
public struct TraceWords: Sendable {
    /// By `AuditEntry.Verb`, in the past and without a subject: "was registered".
    public var verbs: [String: TextKey]
    /// By `PersonalField`: "telephone, mail and address".
    public var fields: [String: TextKey]
    /// By the number of the system: doors that open to whoever bears something, as a code, and where those doors are.
    public var bearers: [Int64: Bearer]

    /// Somebody whom nobody knows but by what they bear.
    public struct Bearer: Sendable {
        public let who: TextKey
        public let channel: Channel

        public init(_ who: TextKey, _ channel: Channel) { (self.who, self.channel) = (who, channel) }
    }

    public init(verbs: [String: TextKey] = [:], fields: [String: TextKey] = [:], bearers: [Int64: Bearer] = [:]) {
        self.verbs = verbs
        self.fields = fields
        self.bearers = bearers
    }

    /// Those of several rooms together.
    public init(_ rooms: [TraceWords]) {
        self.init()
        for room in rooms {
            verbs.merge(room.verbs) { first, _ in first }
            fields.merge(room.fields) { first, _ in first }
            bearers.merge(room.bearers) { first, _ in first }
        }
    }
}
