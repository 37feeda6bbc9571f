import Expressions

extension Service {
    /// The answers that a value is made of, so that it is said in the words of their question: the children that are left of a list, the option
    /// that was chosen. nil for what is made of none, or of registers alone.
    public func answers(in value: Derived) -> AnswerKind? { answers(in: value.program.tree, [], depth: 0) }

    private func answers(in node: Checked, _ elements: [AnswerKind?], depth: Int) -> AnswerKind? {
        // What goes round in a circle is told by the check.
        guard depth < 100 else { return nil }
        func inner(_ node: Checked) -> AnswerKind? { answers(in: node, elements, depth: depth + 1) }
        switch node.kind {
        case .variable(_, let name):
            if let question = question(name) { return question.kind }
            guard let value = values.first(where: { $0.id == name }) else { return nil }
            return answers(in: value.program.tree, [], depth: depth + 1)
        case .element(let level): return level < elements.count ? elements[level] : nil
        case .select(let operand, let field):
            guard case .groups(let fields, _, _) = inner(operand) else { return nil }
            return fields.first { $0.id == field }?.kind
        case .call("_[_]", _, let arguments): return arguments.first.flatMap(inner)?.ofOne
        case .call("string", _, let arguments): return arguments.first.flatMap(inner)
        case .call("_+_", _, let arguments): return arguments.lazy.compactMap(inner).first
        case .conditional(_, let yes, let no): return inner(yes) ?? inner(no)
        case .list(let members): return members.lazy.compactMap(inner).first
        case .fold(let fold, let range, let level, let body):
            guard fold == .filter || fold == .map, let last = body.last else { return nil }
            let list = inner(range)
            if fold == .filter { return list }
            let within = Array((elements + Array(repeating: nil, count: level + 1)).prefix(level)) + [list?.ofOne]
            return answers(in: last, within, depth: depth + 1)
        default: return nil
        }
    }
}

extension AnswerKind {
    /// Of one of several; a group is said as its list is.
    fileprivate var ofOne: AnswerKind { if case .several(let options, _) = self { .choice(options) } else { self } }
}
