import Civic
import Storage

/// Telling the register of breaches that data may have been seen by somebody who should not have. Data rights fills it.
public struct PossibleBreach: Sendable {
    /// In the act that finds it out.
    public let report: @Sendable (Finding, Actor, Transaction) throws -> Void

    public init(report: @escaping @Sendable (Finding, Actor, Transaction) throws -> Void) {
        self.report = report
    }

    /// What may have happened: between two moments, what was read of these persons. `reads` are the rows of the audit.
    public struct Finding: Sendable, Hashable {
        public let cause: Cause
        /// The merger, or whatever the cause is, by its id.
        public let reference: Int64
        public let persons: Set<PersonID>
        public let from: Instant
        public let until: Instant
        public let reads: [Int64]

        public init(
            _ cause: Cause, reference: Int64, persons: Set<PersonID>, from: Instant, until: Instant, reads: [Int64]
        ) {
            self.cause = cause
            self.reference = reference
            self.persons = persons
            self.from = from
            self.until = until
            self.reads = reads
        }
    }

    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// Two persons had been one record.
        case unmerging
        /// A look behind broken glass was found without reason.
        case glass
    }
}
