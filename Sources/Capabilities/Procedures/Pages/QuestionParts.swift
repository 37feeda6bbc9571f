import Flows

extension AnswerKind {
    /// Whether the words above its fields can be the heading of a page: a sentence that is ticked stands beside its box, and a list has pages
    /// of its own.
    var headsItsPage: Bool {
        switch self {
        case .address, .declaration, .groups: false
        default: true
        }
    }
    var isMoney: Bool { if case .money = self { true } else { false } }
}

extension Question {
    /// One of the questions of its groups.
    func part(_ id: String) -> Question? {
        if case .groups(let questions, _, _) = kind { questions.first { $0.id == id } } else { nil }
    }
}
