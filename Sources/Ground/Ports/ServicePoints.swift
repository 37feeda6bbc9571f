import Civic

/// Where people are attended: the catalogue fills it, whoever counts or checks contacts by point holds it.
public struct ServicePoints: Sendable {
    /// A point of service.
    public struct Point: Sendable, Hashable {
        public let number: Int64
        public let name: String
        /// As the catalogue writes it: `branch`, `mobile`.
        public let kind: String
        /// nil for those that are reached from anywhere.
        public let commune: CommuneCode?
        /// Whether somebody saw it, or it is only likely to be there.
        public let isSeen: Bool
        /// Days on which it was closed, exceptionally.
        public let closed: Set<Int>
        /// Minutes that it is open in a usual week; nil when nobody stated them.
        public let weeklyMinutes: Int?

        public init(
            number: Int64, name: String, kind: String, commune: CommuneCode?, isSeen: Bool, closed: Set<Int> = [], weeklyMinutes: Int? = nil
        ) {
            self.number = number
            self.name = name
            self.kind = kind
            self.commune = commune
            self.isSeen = isSeen
            self.closed = closed
            self.weeklyMinutes = weeklyMinutes
        }
    }

    public let all: @Sendable () async throws -> [Point]
    /// Those of some numbers that there are.
    public let some: @Sendable (_ numbers: Set<Int64>) async throws -> [Point]

    public init(all: @escaping @Sendable () async throws -> [Point], some: @escaping @Sendable (Set<Int64>) async throws -> [Point]) {
        self.all = all
        self.some = some
    }

    /// For a few points, of which all are at hand.
    public init(all: @escaping @Sendable () async throws -> [Point]) {
        self.init(all: all) { numbers in try await all().filter { numbers.contains($0.number) } }
    }

    /// What each is called, by its number.
    public func names() async throws -> [Int64: String] {
        Dictionary(try await all().map { ($0.number, $0.name) }) { first, _ in first }
    }
}
