import Flows

extension AnswerKind {
    /// Whether its fields have names of their own, so that the question stands above them.
    var isNamedByParts: Bool { if case .address = self { true } else { false } }
    var isMoney: Bool { if case .money = self { true } else { false } }
}

extension Question {
    /// One of the questions of its groups.
    func part(_ id: String) -> Question? {
        if case .groups(let questions, _, _) = kind { questions.first { $0.id == id } } else { nil }
    }
}
