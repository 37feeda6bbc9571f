import Civic
import Storage

/// Whether a person said yes to something that needs their yes, and has not taken it back. DataRights keeps them.
public struct Consents: Sendable {
    /// `purpose` is an activity of the register: `ofertas`. False too while the purpose rests for that person.
    public let isGiven: @Sendable (PersonID, _ purpose: String, Snapshot) throws -> Bool

    /// Those who said yes, by their number, after one of them.
    public let given: @Sendable (_ purpose: String, _ after: Int64, _ limit: Int, Snapshot) throws -> [PersonID]

    public init(
        isGiven: @escaping @Sendable (PersonID, _ purpose: String, Snapshot) throws -> Bool,
        given: @escaping @Sendable (_ purpose: String, _ after: Int64, _ limit: Int, Snapshot) throws -> [PersonID]
    ) {
        self.isGiven = isGiven
        self.given = given
    }
}
