import Storage

/// The id of a contact.
public struct InteractionID: Sendable, Hashable, Storable {
    public let number: Int64

    public init(_ number: Int64) {
        self.number = number
    }

    public var value: Value { .int(number) }
    public init?(value: Value) {
        guard let number = Int64(value: value) else { return nil }
        self.number = number
    }
}

/// One contact, self-service or assisted, as it goes on the spine. It says nothing of who the person is.
public struct Interaction: Sendable, Hashable {
    public var medium: Medium
    public var channel: Channel
    public var modality: Modality
    public var deed: Deed
    public var outcome: Outcome
    public var point: Int64?
    /// The number of the service sheet.
    public var product: Int64?
    /// Whoever of the staff attended.
    public var agent: Int64?
    /// The case.
    public var matter: Int64?
    public var journey: Int64?
    /// Whole seconds.
    public var wait: Int?
    /// Whole seconds.
    public var duration: Int?
    public var transferOf: InteractionID?
    /// When it happened, if not now: what was written on paper during a blackout.
    public var at: Instant?
    /// nil when this house writes it down as it happens.
    public var origin: Origin?
    /// Whom it concerned, and how sure that is.
    public var person: PersonID?
    public var assurance: Assurance

    /// What an agent's desk is used for is assisted, and everything else is self-service, unless it is said otherwise.
    public init(
        _ medium: Medium, _ channel: Channel, _ deed: Deed, _ outcome: Outcome = .resolved, point: Int64? = nil, product: Int64? = nil,
        agent: Int64? = nil, matter: Int64? = nil, journey: Int64? = nil, wait: Int? = nil, duration: Int? = nil,
        transferOf: InteractionID? = nil, at: Instant? = nil, modality: Modality? = nil, origin: Origin? = nil, person: PersonID? = nil,
        assurance: Assurance = .anonymous
    ) {
        self.medium = medium
        self.channel = channel
        self.modality = modality ?? (medium == .desk ? .assisted : .selfService)
        self.deed = deed
        self.outcome = outcome
        self.point = point
        self.product = product
        self.agent = agent
        self.matter = matter
        self.journey = journey
        self.wait = wait
        self.duration = duration
        self.transferOf = transferOf
        self.at = at
        self.origin = origin
        self.person = person
        self.assurance = assurance
    }
}

/// What proves that a person is there: something that the agent can't make alone, with the id of its row.
public enum Presence: Sendable, Hashable {
    case ticketCalled(Int64)
    case bookingArrived(Int64)
    case callLeg(Int64)
    case ownSession(Int64)
    case ownApproval(Int64)
    /// The register's answer about the document: in force, not reported lost.
    case documentChecked(Int64)

    /// For how long a proof holds while its contact goes on, in milliseconds: nobody is attended for longer without a word.
    static let term: Int64 = 4 * 3_600_000

    var stored: (evidence: String, reference: Int64) {
        switch self {
        case .ticketCalled(let id): ("ticketCalled", id)
        case .bookingArrived(let id): ("bookingArrived", id)
        case .callLeg(let id): ("callLeg", id)
        case .ownSession(let id): ("ownSession", id)
        case .ownApproval(let id): ("ownApproval", id)
        case .documentChecked(let id): ("documentChecked", id)
        }
    }
}
