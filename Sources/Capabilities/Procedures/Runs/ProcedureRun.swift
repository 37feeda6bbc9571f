import Civic

/// One person's way through a service, from the first answer to the end of the case. One code serves from beginning to end, at every door.
public struct ProcedureRun: Sendable {
    public let id: Int64
    public let code: CheckedCode
    public let service: String
    public let version: Int
    public let subject: PersonID
    public let revision: Int
    public let begun: Instant
    public let touched: Instant
    public let interaction: InteractionID
    /// Who of the staff helped to begin it.
    public let agent: Int64?
    public let filed: Instant?
    public let stage: String?
    public let stageSince: Instant?
    public let due: Day?
    /// The role that owes the next step.
    public let owner: String?
    /// Who of them has taken it.
    public let holder: Int64?
    /// Since when the term stands still, while papers are awaited (Ley 19.880, art. 31).
    public let paused: Instant?
    /// When they were notified of that.
    public let requested: Day?
    /// Since when something is asked of its person that nobody could ask before it was filed.
    public let awaited: Instant?
    public let outcome: Outcome?
    public let isProvisional: Bool
    public let decided: Instant?
    public let decider: Int64?
    public let isAutomatic: Bool
    /// When its person asked that the refusal is looked at again (Ley 19.880, art. 59), and when that was answered.
    public let appealed: Instant?
    public let appealAnswered: Instant?
    /// From which day on the terms of the remedies run; nil while nobody was notified.
    public let notified: Day?
    /// When its term was seen to have passed, when its person denounced that, and when that was certified (Ley 19.880, arts. 64 and 65).
    public let overdue: Day?
    public let denounced: Day?
    public let certified: Day?

    /// The institution to which it was passed, for it belongs there; and when a program of that institution took it.
    public let referred: String?
    public let received: Instant?
    /// The comuna whose office decides, of a local service.
    public let place: CommuneCode?
    /// As which of the service's authorities it was signed.
    public let authority: String?

    /// Whether somebody of the office of a comuna decides it: anybody while none is known, and whoever has it in hand until they hand it back.
    func isDecided(at place: CommuneCode?, by staff: Int64?) -> Bool {
        self.place == nil || self.place == place || staff.map { holder == $0 } == true
    }
    /// Whether its person owes the next step: an answer, or what was asked of them in writing.
    public var isAwaited: Bool { paused != nil || awaited != nil }
    /// When somebody signed what stands; nil for what nobody signed or is looked at again.
    public var signed: Instant? { decider == nil || outcome == .withdrawn || isUnderAppeal ? nil : appealAnswered ?? decided }
    public var isUnderAppeal: Bool { appealed != nil && appealAnswered == nil }
    /// What the system granted is looked at by somebody, for its person asked for that.
    public var isGrantUnderReview: Bool { isUnderAppeal && outcome == .granted }

    public enum Outcome: String, Sendable { case granted, refused, withdrawn }
}

/// What happened in a run, for whoever may see it: the person, the agent and the auditor read the same.
struct RunEvent: Sendable {
    enum Kind: String, Sendable {
        case begun, helped, filed, staged, taken, decided, paused, completed, resumed, extended, answered, withdrawn, appealed, notified,
            overdue, denounced, certified, noted, released, looked, raised, lowered, suspended, restarted, ended, kept,
            planned, again, recalled, proved, held, unheld, referred, received, attached, asked, informed,
            unissued
    }

    let id: Int64
    let kind: Kind
    let at: Instant
    let staff: Int64?
    let stage: String?
    let words: SubjectSealed?
}

/// The page was open while something else happened: the present question is shown.
public struct RunMoved: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.moved.title" }
    public var advice: TextKey { "procedures.moved.advice" }
}

extension PersonalField {
    /// What was answered, what registers said, and what was decided.
    public static let procedures: PersonalField = "procedures"
}
