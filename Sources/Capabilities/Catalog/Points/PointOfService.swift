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
    /// Days with other hours, in the order of their first day; no day is in two of them.
    public var exceptions: [HourException] = []
    /// What can be done there. Empty when nobody stated it and it does not follow from the kind.
    public var services: [OfferedService] = []
    /// What was stated of access, each feature once.
    public var access: [AccessStatement] = []
    /// Besides Spanish.
    public var languages: [AttentionLanguage] = []
    /// nil when nobody stated it: its comuna's point of reference must do, and is said to be only that.
    public var position: PointPosition?
    /// Where it comes to, in order; of those alone that move.
    public var stops: [RouteStop] = []

    public init(
        number: Int, kind: Kind, name: String, address: String? = nil, commune: CommuneCode? = nil, week: WeeklyHours? = nil,
        hours: String? = nil, phone: String? = nil, evidence: Evidence, confidence: Confidence, seen: SeenDate? = nil, source: String,
        url: String? = nil, note: String? = nil, services: [OfferedService] = []
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
        self.services = services
    }
}

extension PointOfService {
    /// The hours with their exceptions; nil when nobody stated those of the week.
    public var opening: OpeningHours? {
        week.flatMap { week in
            let special = exceptions.flatMap { exception in
                (exception.days.lowerBound.number...exception.days.upperBound.number).map { (Day(number: $0), exception.hours.intervals) }
            }
            return week.opening(except: Dictionary(special) { first, _ in first })
        }
    }

    /// The exception that holds on a day.
    public func exception(on day: Day) -> HourException? { exceptions.first { $0.days.contains(day) } }

    /// The kinds of places whose services are offered there, by their keys in `places.yaml`.
    public var places: [String] {
        services.compactMap { if case .place(let key) = $0.subject { key } else { nil } }
    }

    /// The sheets that are offered there one by one, by their numbers.
    public var sheets: [Int] {
        services.compactMap { if case .sheet(let number) = $0.subject { number } else { nil } }
    }

    /// What was stated of a feature; nil is unknown.
    public func statement(of feature: AccessFeature) -> AccessStatement? { access.first { $0.feature == feature } }
}

extension PointOfService.Kind {
    /// Whether it goes to where people are.
    public var moves: Bool { self == .mobile || self == .neighbours }
}
