import Civic
import Storage

/// Whether a use of a person's data rests: they asked for it, or opposed it. Whoever is about to use data for a purpose asks in the same act.
public struct Blocks: Sendable {
    /// `purpose` is an activity of the register.
    public let isBlocked: @Sendable (PersonID, _ purpose: String, Snapshot) throws -> Bool

    public init(isBlocked: @escaping @Sendable (PersonID, _ purpose: String, Snapshot) throws -> Bool) {
        self.isBlocked = isBlocked
    }
}
