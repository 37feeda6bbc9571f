/// What somebody did, as the audit keeps it: ids and ciphertext, nothing personal in clear.
public struct AuditEntry: Sendable, Hashable {
    /// The kind of deed: `person.registered`. Each room names its own.
    public struct Verb: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
        public let description: String

        public init(stringLiteral literal: StaticString) {
            description = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        }

        /// Data of a person was opened: the trace.
        public static let read: Verb = "person.read"
    }

    /// The thing that was acted on: a kind and an id.
    public struct Object: Sendable, Hashable {
        public let kind: String
        public let id: Int64

        public init(_ kind: StaticString, _ id: Int64) {
            self.kind = kind.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            self.id = id
        }
    }

    public var verb: Verb
    public var actor: Actor
    public var subject: PersonID?
    public var object: Object?
    public var interaction: InteractionID?
    /// For a trace: what was opened, and what for.
    public var fields: Set<PersonalField>
    public var purpose: String?
    /// Sealed under the subject's key at `AuditStore.detail(id)`, or the installation's.
    public var detail: [UInt8]?

    public init(
        verb: Verb, actor: Actor, subject: PersonID? = nil, object: Object? = nil, interaction: InteractionID? = nil,
        fields: Set<PersonalField> = [], purpose: String? = nil, detail: [UInt8]? = nil
    ) {
        self.verb = verb
        self.actor = actor
        self.subject = subject
        self.object = object
        self.interaction = interaction
        self.fields = fields
        self.purpose = purpose
        self.detail = detail
    }
}
