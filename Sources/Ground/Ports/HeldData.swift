import Civic
import Storage

/// What a capability keeps about persons. One declaration serves the page of one's data, the copy that a person takes away, erasure at
/// the end of its term and the answer to a breach.
public struct HeldData: Sendable {
    /// Names it in the copy and in the record of an erasure: `contacts`, `mandates`.
    public let name: String
    public let title: TextKey
    /// What must be opened for it.
    public let fields: Set<PersonalField>
    /// Everything kept about the person, opened with a disclosure of these fields.
    public let items: @Sendable (PersonID, Disclosure, Texts) async throws -> [Item]
    /// Removes what is kept about the person, so that only totals stay, and gives back how many rows it touched. It runs in the act of the
    /// erasure, before the person's own rows and key are destroyed.
    public let erase: @Sendable (PersonID, Transaction) throws -> Int

    public init(
        name: String, title: TextKey, fields: Set<PersonalField>,
        items: @escaping @Sendable (PersonID, Disclosure, Texts) async throws -> [Item],
        erase: @escaping @Sendable (PersonID, Transaction) throws -> Int
    ) {
        self.name = name
        self.title = title
        self.fields = fields
        self.items = items
        self.erase = erase
    }

    /// One datum: what it is and what it says, in words; from which register or from whom; since when; what it was used for.
    public struct Item: Sendable, Hashable {
        /// Names the datum in the copy: `phone`.
        public let name: String
        public let label: String
        public let value: String
        public let source: String
        public let since: Instant?
        public let use: String?

        public init(name: String, label: String, value: String, source: String, since: Instant? = nil, use: String? = nil) {
            self.name = name
            self.label = label
            self.value = value
            self.source = source
            self.since = since
            self.use = use
        }
    }
}
