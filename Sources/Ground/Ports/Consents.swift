import Civic
import Storage

/// Whether a person said yes to something that needs their yes, and has not taken it back. DataRights keeps them.
public struct Consents: Sendable {
    /// `purpose` is an activity of the register: `ofertas`. False too while the purpose rests for that person.
    public let isGiven: @Sendable (PersonID, _ purpose: String, Snapshot) throws -> Bool

    public init(isGiven: @escaping @Sendable (PersonID, _ purpose: String, Snapshot) throws -> Bool) {
        self.isGiven = isGiven
    }
}
