import Definitions
import Expressions

/// A service, written once: what is asked, what registers know, what decides, and what happens then. Channels interpret it.
public struct Service: Sendable {
    public let id: String
    /// A case keeps the version that it began with.
    public let version: Int
    /// The sheet that tells of it.
    public let sheet: String
    public let institution: String
    /// Where an office of each comuna decides; nil where the institution does.
    public let local: Local?
    public let title: Words
    public let lead: Words
    public let media: Set<Medium>
    public let begin: Level
    public let factsLevel: Level
    public let submit: Level
    public let facts: [Fact]
    public let parameters: [ParameterUse]
    public let questions: [Question]
    public let values: [Derived]
    public let rules: [Rule]
    public let amount: Amount?
    public let life: Life?
    public let stages: [Stage]
    public let silence: Silence
    public let remedies: [Remedy]
    /// Who may sign; empty where it is one and the same.
    public let authorities: [Authority]
    public let changes: [Change]
    public let documents: [Document]
    public let outcome: Ending
    /// The names of expressions and their types.
    public let environment: Environment
    /// Of the file that it was read from, so that a case knows exactly what it began with.
    public let digest: String
    /// Where in that file each field stands.
    public let places: Places
    /// What people call the registers and queues that it names; what is not there has no name but its id.
    public var names = OwnNames()

    /// Dates that every service knows: of filing, of decision, and today.
    public static let dates = ["presentada", "decidida", "hoy"]
    /// The list of holidays that every service knows, for terms in business days.
    public static let holidays = "feriados"

    public func question(_ id: String) -> Question? { questions.first { $0.id == id } }
    public func fact(_ id: String) -> Fact? { facts.first { $0.id == id } }
}

/// A condition of the law.
public struct Rule: Sendable {
    public let id: String
    public let require: Program
    public let title: Words
    /// What is said when it holds, and when it does not.
    public let met: Words
    public let unmet: Words
    public let basis: String
}

/// What is paid, in whole pesos, when all rules are met.
public struct Amount: Sendable {
    public let program: Program
    public let name: Words
    public let basis: String

    /// What can be paid in a month: nothing below nothing, and no more than a formula that went wrong would give.
    public static let range: ClosedRange<Int64> = 0...1_000_000_000
}

/// A step of a case, with who owes it and by when.
public struct Stage: Sendable {
    public let id: String
    public let title: Words
    /// The role whose queue it waits in; nil for one that passes by itself.
    public let owner: String?
    public let businessDays: Int?
    /// How many business days it may be put off, once, with a reason.
    public let longer: Int?
    public let task: Words?
    /// Whether the decision is made here.
    public let decides: Bool
    /// Whether it can be passed to the institution that it belongs to, whoever was asked (Ley 19.880, art. 14).
    public let refers: Bool
    /// As long as this holds, nothing is decided.
    public let hold: Hold?

    public struct Hold: Sendable {
        public let program: Program
        /// The first of which the condition is known to hold is said; the last has none.
        public let says: [Ending.Step]
        public let basis: String
    }
}

/// What the law says of a term that passed (Ley 19.880, arts. 64 and 65).
public enum Silence: String, Sendable, CaseIterable { case positive, negative, none }

/// A paper that the case yields.
public struct Document: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case certificate, resolution, statement }

    public let id: String
    public let kind: Kind
    public let title: Words
    public let body: [Line]
    /// For how many days it is valid; nil for always.
    public let days: Int?

    /// A sentence of a paper, with `{name}` for what the case knows.
    public struct Line: Sendable {
        public let text: Words
        /// With which outcome alone it stands; nil for any.
        public let only: Outcome?

        public enum Outcome: String, Sendable, CaseIterable { case granted, refused }
    }

    public init(id: String, kind: Kind, title: Words, body: [Line], days: Int?) {
        self.id = id
        self.kind = kind
        self.title = title
        self.body = body
        self.days = days
    }
}

/// What is said at the end.
public struct Ending: Sendable {
    public let granted: Words
    public let refused: Words
    /// What comes next, in its order; at least one.
    public let steps: [Step]
    /// The service by which somebody is asked to look at what no person decided; nil for none.
    public let complaint: String?
    /// A document at once, or nothing: what is not met is told, and nothing is filed.
    public let isImmediate: Bool
    /// Whether the service itself grants what meets every rule; else its owner signs that too. It never refuses by itself.
    public let grantsByItself: Bool

    /// What comes next for those for whom it does: as long as `when` is not known to hold, it is not said.
    public struct Step: Sendable {
        public let text: Words
        /// nil for everybody.
        public let when: Program?
    }

    /// The first of what comes next.
    public var next: Words { steps[0].text }
}
