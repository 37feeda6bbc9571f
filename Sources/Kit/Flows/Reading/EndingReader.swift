import Definitions
import Expressions

extension Ending {
    init?(_ fields: Fields, _ environment: Environment) {
        let (granted, refused, steps) = (fields.words("granted"), fields.words("refused"), Step.steps(fields, "next", environment))
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
    static func steps(_ fields: Fields, _ key: String, _ environment: Environment) -> [Ending.Step] {
        guard fields.isList(key) else {
            return fields.words(key).map { [Ending.Step(text: $0, when: nil)] } ?? []
        }
        return fields.list(key).compactMap { step($0, environment) }
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

extension Stage.Hold {
    init?(_ fields: Fields, _ environment: Environment) {
        let (source, basis) = (fields.source("while"), fields.text("basis"))
        let says = Ending.Step.steps(fields, "says", environment)
        fields.close()
        if let last = says.last, last.when != nil {
            fields.complain("says", "the last has no 'when': it is said where none of the others holds", entry: says.count - 1)
        }
        guard let program = source?.compile(environment, as: .bool), let basis, !says.isEmpty else { return nil }
        self.init(program: program, says: says, basis: basis)
    }

    /// Everything that it may say, with where it stands under `path`.
    func texts(_ path: String) -> [(path: String, words: Words)] {
        says.count == 1 && says[0].when == nil
            ? [(path, says[0].text)] : says.enumerated().map { ("\(path)[\($0 + 1)].text", $1.text) }
    }
}

extension Service {
    /// What is said of what comes next, with where it stands, after the first.
    public var laterSteps: [(path: String, words: Words)] {
        outcome.steps.enumerated().dropFirst().map { ("ending.next[\($0.offset + 1)].text", $0.element.text) }
    }
}
