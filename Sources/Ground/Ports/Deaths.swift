import Civic
import Storage

/// Whether somebody has died, for whoever would sign them in or write to them. Persons fills it.
public struct Deaths: Sendable {
    public let isDead: @Sendable (PersonID, Snapshot) throws -> Bool

    public init(isDead: @escaping @Sendable (PersonID, Snapshot) throws -> Bool) {
        self.isDead = isDead
    }
}
