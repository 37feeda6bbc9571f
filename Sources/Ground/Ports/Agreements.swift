import Civic
import Storage

/// Agreements (convenios) under which one institution shows its matters to the staff of others. Identity keeps them.
public struct Agreements: Sendable {
    /// Those in force on a day under which this institution gives, by id.
    public let giving: @Sendable (_ institution: String, Day, Snapshot) throws -> [Int64]

    public init(giving: @escaping @Sendable (_ institution: String, Day, Snapshot) throws -> [Int64]) {
        self.giving = giving
    }
}
