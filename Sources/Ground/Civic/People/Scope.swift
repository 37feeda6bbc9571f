/// How far permissions reach. Nothing is within reach unless it is named.
public struct Scope: Sendable, Hashable {
    /// What a scope names of one kind.
    public enum Reach<Item: Hashable & Sendable>: Sendable, Hashable {
        case all
        case only(Set<Item>)

        public func includes(_ item: Item) -> Bool {
            switch self {
            case .all: true
            case .only(let items): items.contains(item)
            }
        }
    }

    /// Points of service, by id.
    public var points: Reach<Int64>
    /// Institutions, by code.
    public var institutions: Reach<String>
    public var sensitivities: Set<Sensitivity>
    /// Agreements under which data of other institutions may be seen, by id.
    public var agreements: Set<Int64>

    public init(
        points: Reach<Int64> = .only([]), institutions: Reach<String> = .only([]), sensitivities: Set<Sensitivity> = [],
        agreements: Set<Int64> = []
    ) {
        self.points = points
        self.institutions = institutions
        self.sensitivities = sensitivities
        self.agreements = agreements
    }

    /// Nothing at all.
    public static let none = Scope()

    /// What a thing must be within: an aspect that it does not have is not asked.
    public struct Target: Sendable, Hashable {
        public var point: Int64?
        public var institution: String?
        public var sensitivity: Sensitivity
        public var agreement: Int64?

        public init(point: Int64? = nil, institution: String? = nil, sensitivity: Sensitivity = .ordinary, agreement: Int64? = nil) {
            self.point = point
            self.institution = institution
            self.sensitivity = sensitivity
            self.agreement = agreement
        }
    }

    /// Whether every aspect of the target is within reach. An agreement stands for its institution.
    public func covers(_ target: Target) -> Bool {
        if let point = target.point, !points.includes(point) { return false }
        if let agreement = target.agreement {
            guard agreements.contains(agreement) else { return false }
        } else if let institution = target.institution, !institutions.includes(institution) {
            return false
        }
        return sensitivities.contains(target.sensitivity)
    }
}
