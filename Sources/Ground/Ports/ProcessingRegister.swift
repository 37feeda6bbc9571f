import Civic

/// What is done here with data of persons, why, and for how long (Ley 21.719): the page on privacy and its file for programs are made from it,
/// and so is what the nightly erasure keeps to. DataRights reads it from the catalogue.
public struct ProcessingRegister: Sendable, Hashable, Codable {
    /// The day on which these words were agreed.
    public let version: Day
    public let activities: [Activity]

    public init(version: Day, activities: [Activity]) {
        self.version = version
        self.activities = activities
    }

    public func activity(_ id: String) -> Activity? { activities.first { $0.id == id } }

    /// One thing that is done, in the language of the catalogue.
    public struct Activity: Sendable, Hashable, Codable {
        public let id: String
        public let name: String
        public let purpose: String
        public let legalBasis: String
        /// How the basis was seen.
        public let confidence: Confidence
        public let source: String
        /// Kinds of data, and of persons.
        public let data: [String]
        public let persons: [String]
        public let recipients: [String]
        public let retention: Retention
        /// To other countries.
        public let transfers: String
        public let security: [String]
        /// The law that obliges to keep it; what it names is not erased on request.
        public let obligation: String?
        /// What rooms keep for it, by the names of `HeldData`.
        public let holds: [String]?
    }

    /// How long, from what.
    public struct Retention: Sendable, Hashable, Codable {
        public let words: String
        /// After so many months without a sign of the person it is erased; nil when nothing of a person is kept, or a law keeps it.
        public let months: Int?
        /// What counts as a sign: how the names of deeds in the audit begin.
        public let signs: [String]?
        public let confidence: Confidence
        public let source: String
    }
}
