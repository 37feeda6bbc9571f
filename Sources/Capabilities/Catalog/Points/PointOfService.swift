import Civic

/// Where, or by what telephone, people are attended: a branch, an office of the civil registry, a mobile office, the call centre.
public struct PointOfService: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case branch, video, mobile, kiosk
        case callCentre = "call-centre"
        case civilRegistry = "civil-registry-point"
        case municipal = "municipal-point"
        case neighbours = "neighbour-point"

        /// Reached from anywhere: it is in no comuna.
        public var isNational: Bool { self == .callCentre || self == .video }
    }

    /// Whether somebody saw it, or it is only likely to be there.
    public enum Evidence: String, Sendable, Hashable, CaseIterable {
        case seen, inferred
    }

    public enum Confidence: String, Sendable, Hashable, CaseIterable {
        case high, medium, low
    }

    /// Its own number. It never changes, and is not used again.
    public var number: Int
    public var kind: Kind
    public var name: String
    public var address: String?
    /// nil for those that are reached from anywhere.
    public var commune: CommuneCode?
    /// nil when nobody stated it: nothing is guessed.
    public var week: WeeklyHours?
    /// What is known of the hours in words: a visit each month, or on what the week above rests.
    public var hours: String?
    public var phone: String?
    public var evidence: Evidence
    public var confidence: Confidence
    public var seen: SeenDate?
    public var source: String
    /// Always https.
    public var url: String?
    public var note: String?

    public init(
        number: Int, kind: Kind, name: String, address: String? = nil, commune: CommuneCode? = nil, week: WeeklyHours? = nil,
        hours: String? = nil, phone: String? = nil, evidence: Evidence, confidence: Confidence, seen: SeenDate? = nil, source: String,
        url: String? = nil, note: String? = nil
    ) {
        self.number = number
        self.kind = kind
        self.name = name
        self.address = address
        self.commune = commune
        self.week = week
        self.hours = hours
        self.phone = phone
        self.evidence = evidence
        self.confidence = confidence
        self.seen = seen
        self.source = source
        self.url = url
        self.note = note
    }
}
