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

    /// What a comuna's page shows: its own points; those of its neighbours when it has none; and those that are reached from anywhere.
    public struct Reading: Sendable, Hashable {
        public let here: [PointOfService]
        public let near: [PointOfService]
        public let national: [PointOfService]
    }

    public func points(in commune: CommuneCode, neighbours: [CommuneCode]) async throws -> Reading {
        try await database.read { snapshot in
            let here = try PointStore().points(in: [commune], snapshot)
            return Reading(
                here: here, near: here.isEmpty ? try PointStore().points(in: neighbours, snapshot) : [],
                national: try PointStore().national(snapshot))
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

    /// How many there are, those that are only likely included.
    public func count() async throws -> Int {
        try await database.read { try PointStore().count($0) }
    }
}
