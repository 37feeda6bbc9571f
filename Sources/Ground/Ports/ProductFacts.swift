import Civic

/// What a product is, for whoever shows a person's contacts and cases or writes one down: the catalogue fills it.
public struct ProductFacts: Sendable {
    /// By the numbers of their sheets; one that is not in the catalogue is left out.
    public let facts: @Sendable (_ sheets: Set<Int64>) async throws -> [Int64: Fact]

    /// Every product of the catalogue.
    public let all: @Sendable () async throws -> [Int64: Fact]

    public init(
        facts: @escaping @Sendable (_ sheets: Set<Int64>) async throws -> [Int64: Fact],
        all: @escaping @Sendable () async throws -> [Int64: Fact]
    ) {
        self.facts = facts
        self.all = all
    }

    /// Its title in the language of the catalogue, whose it is, and what it tells of whoever has to do with it.
    public struct Fact: Sendable, Hashable {
        public let title: String
        /// The key of the institution.
        public let institution: String
        public let sensitivity: Sensitivity

        public init(title: String, institution: String, sensitivity: Sensitivity) {
            self.title = title
            self.institution = institution
            self.sensitivity = sensitivity
        }
    }
}
