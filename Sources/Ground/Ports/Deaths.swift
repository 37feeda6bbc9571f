import Civic
import Storage

/// Whether somebody has died, for whoever would sign them in or write to them. Persons fills it.
public struct Deaths: Sendable {
    /// On which day; nil for who lives, as far as anybody recorded.
    public let day: @Sendable (PersonID, Snapshot) throws -> Day?

    public init(day: @escaping @Sendable (PersonID, Snapshot) throws -> Day?) {
        self.day = day
    }

    @Sendable public func isDead(_ person: PersonID, _ snapshot: Snapshot) throws -> Bool { try day(person, snapshot) != nil }
}
