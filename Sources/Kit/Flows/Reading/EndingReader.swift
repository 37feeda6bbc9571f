import Definitions
import Expressions

extension Ending {
    init?(_ fields: Fields, _ environment: Environment) {
        let (granted, refused, steps) = (fields.words("granted"), fields.words("refused"), Step.steps(fields, environment))
        let complaint = fields.node("complaint") == nil ? nil : fields.text("complaint")
        let isImmediate = fields.node("immediate") != nil && fields.flag("immediate") == true
        let isAutomatic = fields.node("automatic") != nil && fields.flag("automatic") == true
        fields.close()
        guard let granted, let refused, !steps.isEmpty else { return nil }
        self.init(
            granted: granted, refused: refused, steps: steps, complaint: complaint, isImmediate: isImmediate,
            grantsByItself: isImmediate || isAutomatic)
    }
}

extension Ending.Step {
    /// One text for everybody, or a list of steps of which each may have its condition.
    static func steps(_ fields: Fields, _ environment: Environment) -> [Ending.Step] {
        guard fields.isList("next") else {
            return fields.words("next").map { [Ending.Step(text: $0, when: nil)] } ?? []
        }
        return fields.list("next").compactMap { step($0, environment) }
    }

    private static func step(_ inner: Fields, _ environment: Environment) -> Ending.Step? {
        let (text, source) = (inner.words("text"), inner.optionalSource("when"))
        inner.close()
        let when = source?.compile(environment, as: .bool)
        if let when, when.tree.variables.isEmpty {
            inner.complain("when", "depends on nothing: it is the same for everybody; leave 'when' or the step out")
        }
        guard let text, source == nil || when != nil else { return nil }
        return Ending.Step(text: text, when: when)
    }
}

extension Service {
    /// What is said of what comes next, with where it stands, after the first.
    public var laterSteps: [(path: String, words: Words)] {
        outcome.steps.enumerated().dropFirst().map { ("ending.next[\($0.offset + 1)].text", $0.element.text) }
    }
}
