import Civic

/// A request as the database holds it: what was written in it is closed.
struct RightsRequest: Sendable {
    let id: Int64
    let code: CheckedCode
    let subject: PersonID
    let right: Right
    /// The purposes that it names; empty for all.
    let purposes: [String]
    let words: SubjectSealed?
    /// The line of the trace that it asks about.
    let trace: Int64?
    /// Whether it is known that it comes from the person themselves.
    let isShown: Bool
    let language: String
    let filed: Instant
    /// The last day of its term; nil when no term is known.
    let due: Day?
    let extended: Instant?
    let extensionReason: SubjectSealed?
    let answered: Instant?
    let answer: SubjectSealed?
    /// From this day on what was granted is erased.
    let erases: Day?
    /// Who asked in the person's name.
    let representative: PersonID?
    /// When the person complained that the term passed.
    let complained: Instant?

    /// Where it stands, the same words for the person and for the officer.
    func standing(on day: Day) -> Standing {
        if answered != nil { return .answered }
        if !isShown { return .unshown }
        guard let due else { return .withoutTerm }
        return due < day ? .late(days: day.number - due.number) : .running(days: due.number - day.number)
    }

    enum Standing: Sendable, Hashable {
        case answered
        /// Somebody must still show that they are the person.
        case unshown
        /// No term is known for it: a person decides when.
        case withoutTerm
        case running(days: Int)
        case late(days: Int)
    }
}

/// What somebody asks.
struct NewRequest: Sendable {
    let subject: PersonID
    let right: Right
    var purposes: [String] = []
    var words: String?
    var trace: Int64?
    /// Whether it is known that it comes from the person themselves.
    let isShown: Bool
    let language: String
    var filedBy: Int64?
    /// Who asks in the person's name.
    var representative: PersonID?
}

/// Another act came first: it was answered, extended, or its identity still has to be shown.
struct NotNow: Refusal {
    let advice: TextKey

    var kind: RefusalKind { .conflict }
    var title: TextKey { "rightsDesk.notNow" }
}
