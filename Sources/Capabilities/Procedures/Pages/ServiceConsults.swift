import Expressions
import Flows

extension Service {
    /// The facts that applying for it may look at: by its rules, its amount, its questions and its papers. What only becomes of the benefit
    /// afterwards looks at more.
    var consulted: [Fact] {
        var (names, waiting) = (Set<String>(), named)
        while let name = waiting.popFirst() {
            guard names.insert(name).inserted else { continue }
            if let value = values.first(where: { $0.id == name }) { waiting.formUnion(value.program.tree.variables) }
            if let use = parameters.first(where: { $0.id == name }) { waiting.formUnion([use.on] + [use.age].compactMap(\.self)) }
        }
        return facts.filter { names.contains($0.id) }
    }

    private var named: Set<String> {
        let programs =
            rules.map(\.require) + [amount?.program].compactMap(\.self)
            + questions.flatMap { [$0.when, $0.valid?.that].compactMap(\.self) }
        let papers = documents.flatMap(\.body).flatMap { $0.text.es.matches(of: /\{(\w+)\}/).map { String($0.1) } }
        return Set(programs.flatMap { $0.tree.variables } + papers + questions.flatMap(\.offered))
    }

    /// What people call a fact or a value of it.
    func name(of name: String) -> Words? { fact(name)?.name ?? values.first { $0.id == name }?.name }

    /// The business days of all its stages together; nil where one has no term.
    var businessDays: Int? {
        let days = stages.filter { $0.owner != nil }.map(\.businessDays)
        return days.contains { $0 == nil } || days.isEmpty ? nil : days.compactMap(\.self).reduce(0, +)
    }

    /// By how many business days its terms may be put off, once each; nil where none may.
    var longer: Int? {
        let days = stages.filter { $0.owner != nil }.compactMap(\.longer).reduce(0, +)
        return days > 0 ? days : nil
    }

    /// What one may be asked for that is not in one's head.
    var papersToBring: [Question] {
        questions.filter { if case .file = $0.kind { true } else { false } }
    }
}
