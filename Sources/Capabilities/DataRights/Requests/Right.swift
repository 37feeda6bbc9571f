import Civic

/// What a person may ask about what is held of them (Ley 21.719), and a question about somebody who looked.
public enum Right: String, Sendable, Hashable, CaseIterable {
    case access, rectification, erasure, opposition, portability, blocking
    case question

    /// What can be asked for with a form of its own; a question comes from the line that it is about.
    static let askable: [Right] = [.access, .rectification, .erasure, .opposition, .portability, .blocking]

    var title: TextKey {
        switch self {
        case .access: "myRights.access"
        case .rectification: "myRights.rectification"
        case .erasure: "myRights.erasure"
        case .opposition: "myRights.opposition"
        case .portability: "myRights.portability"
        case .blocking: "myRights.blocking"
        case .question: "myRights.question"
        }
    }

    /// As it is called for whoever asks in the person's name.
    var titleForAnother: TextKey {
        switch self {
        case .access: "acting.right.access"
        case .erasure: "acting.right.erasure"
        case .opposition: "acting.right.opposition"
        case .portability: "acting.right.portability"
        case .rectification, .blocking, .question: title
        }
    }

    var hint: TextKey {
        switch self {
        case .access: "myRights.access.hint"
        case .rectification: "myRights.rectification.hint"
        case .erasure: "myRights.erasure.hint"
        case .opposition: "myRights.opposition.hint"
        case .portability: "myRights.portability.hint"
        case .blocking: "myRights.blocking.hint"
        case .question: "myRights.question.hint"
        }
    }
}

/// What was decided of one purpose.
enum Verdict: String, Sendable, Hashable, CaseIterable {
    case granted, refused, blocked

    var words: TextKey {
        switch self {
        case .granted: "myRights.granted"
        case .refused: "myRights.refused"
        case .blocked: "myRights.blocked"
        }
    }
}

/// One purpose, what was decided of it, and the article that says so.
struct PurposeDecision: Sendable, Hashable {
    let purpose: String
    let verdict: Verdict
    let article: String?
}

extension PersonalField {
    /// What somebody asked about their data, and what they were answered.
    public static let rights: PersonalField = "rights"
}

extension Permission {
    /// File a request for a person who is at the counter.
    public static let fileRights: Permission = "rights.file"
    /// See which requests are late, and whose persons complained: for whoever the officer answers to.
    public static let overseeRights: Permission = "rights.oversee"
    /// Read the requests and answer them.
    public static let answerRights: Permission = "rights.answer"
}
