import Civic
import Storage

/// The papers by which one person acts for another. A case writes them down; they hold once a colleague has confirmed them. Mandates keeps
/// them, with their longest terms.
public struct Powers: Sendable {
    /// A paper that was shown: whose, for whom, of which kind, and which one it is.
    public struct Paper: Sendable {
        public let grantor: PersonID
        public let representative: RUN
        /// The kind of paper, as definitions of services write it.
        public let instrument: String
        public let words: String
        /// The member of the staff who saw it.
        public let recorder: Int64

        public init(grantor: PersonID, representative: RUN, instrument: String, words: String, recorder: Int64) {
            self.grantor = grantor
            self.representative = representative
            self.instrument = instrument
            self.words = words
            self.recorder = recorder
        }
    }

    /// Writes a paper down in the act of the case. The person is told in their own place.
    public let record: @Sendable (Paper, Actor, Transaction) throws -> Void
    /// When what others may do for a person last changed; nil when nobody ever could.
    public let changed: @Sendable (PersonID, Snapshot) throws -> Instant?

    public init(
        record: @escaping @Sendable (Paper, Actor, Transaction) throws -> Void,
        changed: @escaping @Sendable (PersonID, Snapshot) throws -> Instant?
    ) {
        self.record = record
        self.changed = changed
    }
}
