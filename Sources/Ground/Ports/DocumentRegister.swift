import Civic

/// The identity register's word on an identity card. A connector fills it, or the double of the demonstration.
public struct DocumentRegister: Sendable {
    /// Where the answer comes from, as it is kept with it.
    public let name: String
    /// What the register says of the card with this number for this RUN. Throws when the register does not answer.
    public let check: @Sendable (RUN, _ number: String) async throws -> Answer

    public init(name: String, check: @escaping @Sendable (RUN, _ number: String) async throws -> Answer) {
        self.name = name
        self.check = check
    }

    public enum Answer: String, Sendable, Hashable, CaseIterable {
        case inForce
        /// Reported lost or stolen, or no longer valid.
        case lost
        /// No such card for that number.
        case unknown
    }
}
