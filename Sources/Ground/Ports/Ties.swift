import Civic
import Storage

/// Who is too close to somebody of the staff to be looked at by them. Identity knows colleagues, Mandates the family.
public struct Ties: Sendable {
    /// Whether the person is one of the colleagues of somebody of the staff.
    public let isColleague: @Sendable (_ staff: Int64, PersonID, Snapshot) throws -> Bool
    /// Whether two persons are relatives, as far as the family register was told here.
    public let isRelative: @Sendable (PersonID, PersonID, Snapshot) throws -> Bool

    public init(
        isColleague: @escaping @Sendable (_ staff: Int64, PersonID, Snapshot) throws -> Bool,
        isRelative: @escaping @Sendable (PersonID, PersonID, Snapshot) throws -> Bool
    ) {
        self.isColleague = isColleague
        self.isRelative = isRelative
    }
}
