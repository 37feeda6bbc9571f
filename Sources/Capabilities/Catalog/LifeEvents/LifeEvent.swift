import Civic

/// Momento de vida: what happened to a person, and the way through what follows from it: what first, what next, what later, by when.
public struct LifeEvent: Sendable, Hashable {
    public var slug: String
    public var title: String
    public var evidence: Evidence
    public var remark: String?
    /// How people say that it happened to them: 'murió mi papá'.
    public var said: [String]
    /// What it is that they must know before anything else.
    public var lead: String?
    /// The day from which terms run, as one asks for it: '¿Qué día falleció?'. Nil where no term runs from one day.
    public var question: String?
    public var steps: [Step]

    public enum Evidence: String, Sendable, Hashable, CaseIterable {
        case confirmed, partial, proposed
    }

    public init(
        slug: String, title: String, evidence: Evidence, remark: String? = nil, said: [String] = [], lead: String? = nil,
        question: String? = nil, steps: [Step] = []
    ) {
        self.slug = slug
        self.title = title
        self.evidence = evidence
        self.remark = remark
        self.said = said
        self.lead = lead
        self.question = question
        self.steps = steps
    }

    public var path: String { "/momentos/\(slug)" }

    /// The steps of a stage, in their order.
    public func steps(_ stage: Stage) -> [Step] { steps.filter { $0.stage == stage } }

    /// When a step is due among the others.
    public enum Stage: String, Sendable, Hashable, CaseIterable, Codable {
        case first, next, later
    }

    /// One thing to do.
    public struct Step: Sendable, Hashable, Codable {
        public var stage: Stage
        /// An imperative, in Spanish.
        public var does: String
        /// What helps to do it, or why it comes now.
        public var note: String?
        /// The slug of the sheet that says how.
        public var sheet: String?
        /// By when it must be done.
        public var by: StatedTerm?

        public init(stage: Stage, does: String, note: String? = nil, sheet: String? = nil, by: StatedTerm? = nil) {
            self.stage = stage
            self.does = does
            self.note = note
            self.sheet = sheet
            self.by = by
        }
    }
}
