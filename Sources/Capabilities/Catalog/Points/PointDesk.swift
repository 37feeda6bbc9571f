import Civic
import Storage

/// How many points of service a comuna has: those that were seen, and those that are only likely.
public struct PointCount: Sendable, Hashable {
    public private(set) var seen = 0
    public private(set) var inferred = 0

    public init(seen: Int = 0, inferred: Int = 0) {
        self.seen = seen
        self.inferred = inferred
    }

    mutating func add(_ count: Int, _ evidence: PointOfService.Evidence) {
        switch evidence {
        case .seen: seen += count
        case .inferred: inferred += count
        }
    }

    static func + (left: Self, right: Self) -> Self {
        PointCount(seen: left.seen + right.seen, inferred: left.inferred + right.inferred)
    }
}

/// The points of service as others see them. They are loaded with the catalogue, in its act.
public struct PointDesk: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// What a point's page shows.
    public struct Reading: Sendable, Hashable {
        public let point: PointOfService
        /// The kinds of places whose services are offered there, by name.
        public let places: [Place]
        /// The sheets of what can be done there, in alphabetical order.
        public let sheets: [SheetSummary]
        public let groups: [TopicGroup]
    }

    /// A point with what can be done there; nil when there is no such number.
    public func point(_ number: Int) async throws -> Reading? {
        try await database.read { snapshot in
            guard let point = try PointStore().point(number, snapshot) else { return nil }
            let keys = point.places
            return Reading(
                point: point, places: try ListStore().places(snapshot).filter { keys.contains($0.key) },
                sheets: try SummaryStore().summaries(atPlaces: keys, numbers: point.sheets, snapshot),
                groups: try TopicStore().groups(snapshot))
        }
    }

    /// The points at which the services of one of these kinds of place are offered, by the keys of `places.yaml`: those that were seen and
    /// those that are only likely.
    public func points(serving places: [String]) async throws -> [PointOfService] {
        try await database.read { try PointStore().points(serving: places, $0) }
    }

    /// The kinds of place of which there is a point; with the others nothing would be found.
    public func knownPlaces() async throws -> [Place] {
        try await database.read { snapshot in
            let known = try PointStore().knownPlaces(snapshot)
            return try ListStore().places(snapshot).filter { known.contains($0.key) }
        }
    }

    /// A kind of place by its key; nil when there is none.
    public func place(_ key: String) async throws -> Place? {
        try await database.read { try ListStore().places($0).first { $0.key == key } }
    }

    /// What there is in a comuna and around it. Something is always offered as long as there is any such point in the country.
    public func around(
        _ commune: Territory.Commune, _ territory: Territory, _ holidays: Holidays, at now: Instant, _ filter: PointFilter = PointFilter()
    ) async throws -> Surroundings {
        try await database.read { snapshot in
            let candidates = Candidates(try PointStore().spots(filter, snapshot), around: commune, territory)
            let asked = [candidates.here, candidates.beside, candidates.beyond]
            let points = try PointStore().points(numbers: asked.joined().map(\.number), snapshot)
            let byNumber = Dictionary(points.map { ($0.number, $0) }) { first, _ in first }
            let rings = asked.map { spots in
                spots.compactMap { spot -> NearPoint? in
                    guard let point = byNumber[spot.number] else { return nil }
                    return NearPoint(point, spot, from: commune, territory, holidays, at: now)
                }.filter { near in
                    (!filter.isOpenNow || near.isOpen) && (!filter.isStepFree || near.point.statement(of: .stepFree)?.isThere == true)
                }
            }
            let hasEnough = (rings[0] + rings[1]).count(where: \.isSeen) >= 3
            // Nobody is sent far away on a supposition, unless there is nothing else.
            let sure = rings[2].filter(\.isSeen)
            let beyond = hasEnough ? [] : Array((sure.isEmpty ? rings[2] : sure).prefix(Candidates.most))
            return Surroundings(
                here: rings[0].inOrder, beside: rings[1].inOrder, beyond: beyond.inOrder, national: try PointStore().national(snapshot))
        }
    }

    /// By comuna; one without points is not in it.
    public func counts() async throws -> [CommuneCode: PointCount] {
        try await database.read { try PointStore().counts($0) }
    }

    /// The call centre's number, its hours in words, and how else it is reached; nil when there is none with a number.
    public func callCentre(_ texts: Texts) async throws -> (phone: String, hours: String?, note: String?)? {
        let points = try await database.read { try PointStore().national($0) }
        guard let centre = points.first(where: { $0.kind == .callCentre }), let phone = centre.phone else { return nil }
        return (phone, centre.week.map { HourTexts(texts: texts).week($0) } ?? centre.hours, centre.note)
    }

    /// Those of these numbers that there are.
    func points(_ numbers: [Int]) async throws -> [PointOfService] {
        try await database.read { snapshot in try numbers.compactMap { try PointStore().point($0, snapshot) } }
    }

    /// Every one, by number.
    func everyPoint() async throws -> [PointOfService] {
        try await database.read { try PointStore().all($0) }
    }

    /// How many there are, those that are only likely included.
    public func count() async throws -> Int {
        try await database.read { try PointStore().count($0) }
    }
}

extension NearPoint {
    init(
        _ point: PointOfService, _ spot: Spot, from centre: Territory.Commune, _ territory: Territory, _ holidays: Holidays, at now: Instant
    ) {
        let place = point.position.map { ($0.latitude, $0.longitude) } ?? territory.commune(spot.commune)?.point
        self.point = point
        kilometres =
            spot.commune == centre.code ? nil : place.map { GreatCircle.told(GreatCircle.kilometres(centre.point, $0)) }
        isOpen = PointHours(point: point, holidays: holidays).isOpen(at: now)
    }
}

extension [NearPoint] {
    /// What is open first, then what is nearer, then by number.
    var inOrder: [NearPoint] {
        sorted { ($0.isOpen ? 0 : 1, $0.kilometres ?? 0, $0.point.number) < ($1.isOpen ? 0 : 1, $1.kilometres ?? 0, $1.point.number) }
    }
}
