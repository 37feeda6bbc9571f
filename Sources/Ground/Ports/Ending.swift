import Civic
import Storage

/// What a room does when a person dies, and when it turns out that they did not. Each runs in the act that records it.
public struct Ending: Sendable {
    /// The person died on that day.
    public let died: @Sendable (PersonID, Day, Actor, Transaction) throws -> Void
    /// It was a mistake: everything is as it was.
    public let revived: @Sendable (PersonID, Actor, Transaction) throws -> Void

    public init(
        died: @escaping @Sendable (PersonID, Day, Actor, Transaction) throws -> Void,
        revived: @escaping @Sendable (PersonID, Actor, Transaction) throws -> Void
    ) {
        self.died = died
        self.revived = revived
    }
}
