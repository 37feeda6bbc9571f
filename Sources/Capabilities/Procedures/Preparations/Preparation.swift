import Civic

extension Permission {
    /// Prepare services for their persons, with what one's own institution already knows.
    public static let prepareProcedures: Permission = "procedure.prepare"
}

/// Answers that an institution proposes to a person. Nothing is filed by it, and no register is asked: the person reads each answer where it
/// is asked, and gives it or another one.
struct Preparation: Sendable {
    let id: Int64
    /// Its key in the catalogue.
    let institution: String
    let service: String
    let subject: PersonID
    let prepared: Instant
    /// The last day on which it is offered.
    let ends: Day
    let declined: Instant?
    /// The run that was filed after it.
    let run: Int64?
    /// The answers, as the state of a run has them.
    let answers: SubjectSealed

    /// What its institution may know of it: never what came of the case.
    enum State: String, Sendable, Codable { case waiting, declined, lapsed, filed, decided }
}

/// What a program sends.
struct SentPreparation: Decodable, Sendable {
    let service: String
    let run: String
    let answers: [String: SentValue]

    static let fields: Set<String> = ["service", "run", "answers"]
}
