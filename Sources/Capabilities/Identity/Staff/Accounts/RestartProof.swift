import Civic

/// How an administrator made sure who it is, before they let somebody begin anew: it is written down with who did it.
enum RestartProof: String, Sendable, CaseIterable {
    /// In person, with the identity card.
    case inPerson = "presente"
    /// Whoever they answer to confirmed it, in person or by telephone.
    case superior = "jefatura"
    /// By video, with the identity card.
    case video

    var words: TextKey {
        switch self {
        case .inPerson: "team.proof.inPerson"
        case .superior: "team.proof.superior"
        case .video: "team.proof.video"
        }
    }

    /// How the audit calls a new beginning after this proof.
    var verb: AuditEntry.Verb {
        switch self {
        case .inPerson: "staff.restartedInPerson"
        case .superior: "staff.restartedBySuperior"
        case .video: "staff.restartedByVideo"
        }
    }
}
