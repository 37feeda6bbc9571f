import Civic
import Storage

/// Counts contacts of a bulk load: statistics fill it, whoever loads holds it.
public struct Counting: Sendable {
    /// Counts at once, outside of any act; what it gives back keeps the counts in the act that writes the contacts.
    public let count: @Sendable ([SpineRow]) -> @Sendable (Transaction) throws -> Void

    public init(count: @escaping @Sendable ([SpineRow]) -> @Sendable (Transaction) throws -> Void) {
        self.count = count
    }
}
