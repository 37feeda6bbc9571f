import Civic

/// What an agent does and says about a product, in the words of the catalogue: the catalogue fills it, the desk shows it beside the attention.
public struct Protocols: Sendable {
    /// By the number of the sheet; nil when there is no such sheet.
    public let of: @Sendable (_ sheet: Int64) async throws -> Reading?

    public init(of: @escaping @Sendable (_ sheet: Int64) async throws -> Reading?) {
        self.of = of
    }

    public struct Reading: Sendable, Hashable {
        public let title: String
        /// The path of its sheet.
        public let path: String
        public let summary: String
        /// In which a person recognises whether it is for them.
        public let eligibility: String?
        /// The papers to look at before anything else.
        public let papers: [String]
        public let requirements: [String]
        /// What is done at the desk, in order.
        public let steps: [String]
        public let goodToKnow: String?

        public init(
            title: String, path: String, summary: String, eligibility: String?, papers: [String], requirements: [String], steps: [String],
            goodToKnow: String?
        ) {
            self.title = title
            self.path = path
            self.summary = summary
            self.eligibility = eligibility
            self.papers = papers
            self.requirements = requirements
            self.steps = steps
            self.goodToKnow = goodToKnow
        }
    }
}
