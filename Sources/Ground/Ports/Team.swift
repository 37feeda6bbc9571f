import Civic

/// Who of the staff belongs to a place. Identity fills it; whoever plans holds it.
public struct Team: Sendable {
    /// Those with an open account whose post is at a point, or at none for nil, by name.
    public let at: @Sendable (_ point: Int64?) async throws -> [Member]

    public struct Member: Sendable, Hashable {
        public let staff: Int64
        public let name: String

        public init(staff: Int64, name: String) {
            self.staff = staff
            self.name = name
        }
    }

    public init(at: @escaping @Sendable (_ point: Int64?) async throws -> [Member]) {
        self.at = at
    }
}
