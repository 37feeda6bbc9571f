import Definitions
import Expressions

/// Everything of a file that has a name in expressions, and what is made of those names.
struct Names {
    let facts: [Fact]
    let parameters: [ParameterUse]
    let environment: Environment
    private let questions: [DraftQuestion]
    private let values: [DraftValue]
    private let ruleFields: [Fields]
    private let amountFields: Fields?
    private let lifeFields: Fields?

    struct Parts {
        let questions: [Question]
        let values: [Derived]
        let rules: [Rule]
        let amount: Amount?
        let life: Life?
    }

    private struct DraftValue {
        let id: String
        let name: Words
        let kind: FactKind
        let source: SourceText
    }

    init(_ fields: Fields) {
        facts = fields.list("facts").compactMap { Fact($0) }
        parameters = fields.list("parameters").compactMap { ParameterUse($0) }
        questions = fields.list("questions").compactMap { DraftQuestion($0) }
        values = fields.list("values").compactMap { inner in
            defer { inner.close() }
            guard let id = inner.identifier("id"), let name = inner.words("name"), let kind = inner.word("kind", FactKind.self),
                let source = inner.source("is")
            else { return nil }
            return DraftValue(id: id, name: name, kind: kind, source: source)
        }
        ruleFields = fields.list("rules")
        amountFields = fields.optionalFields("amount")
        lifeFields = fields.optionalFields("life")
        var types = Dictionary(uniqueKeysWithValues: Service.dates.map { ($0, ValueType.timestamp) })
        types[Service.holidays] = .list(.timestamp)
        let named =
            facts.map { ($0.id, $0.kind.type) } + parameters.map { ($0.id, .int) } + questions.map { ($0.id, $0.kind.type) }
            + values.map { ($0.id, $0.kind.type) }
        for (name, type) in named {
            if types.updateValue(type, forKey: name) != nil { fields.complain("id", "'\(name)' is the name of two things") }
        }
        environment = Environment(types, functions: .field)
        for fact in facts {
            guard let other = fact.otherwise else { continue }
            if questions.first(where: { $0.id == other })?.kind.type != fact.kind.type {
                fields.complain("facts", "'\(fact.id)': otherwise names a question of the same type")
            }
        }
        for use in parameters where types[use.on] != .timestamp || use.age.map({ types[$0] != .int }) == true {
            fields.complain("parameters", "'\(use.id)': 'on' names a date and 'age' a whole number")
        }
    }

    /// What cannot be compiled is among the defects of its file.
    func compiled() -> Parts {
        let rules = ruleFields.compactMap { rule($0) }
        let derived = values.compactMap { draft in
            draft.source.compile(environment, as: draft.kind.type).map {
                Derived(id: draft.id, name: draft.name, program: $0, kind: draft.kind)
            }
        }
        let amount = amountFields.flatMap { self.amount($0) }
        // What a rule, a value or the amount looks at is asked for their sake; so is what stands in for a fact.
        var serving = Set(facts.compactMap(\.otherwise))
        for program in rules.map(\.require) + derived.map(\.program) + (amount.map { [$0.program] } ?? []) {
            serving.formUnion(program.tree.variables)
        }
        return Parts(
            questions: questions.map { $0.compiled(environment, servesRules: serving.contains($0.id)) }, values: derived, rules: rules,
            amount: amount, life: lifeFields.flatMap { Life($0, environment) })
    }

    private func amount(_ inner: Fields) -> Amount? {
        let (name, basis) = (inner.words("name"), inner.text("basis"))
        let program = inner.source("is").flatMap { $0.compile(environment, as: .int) }
        inner.close()
        guard let name, let basis, let program else { return nil }
        return Amount(program: program, name: name, basis: basis)
    }

    private func rule(_ inner: Fields) -> Rule? {
        let (id, title, met, unmet, basis) = (
            inner.identifier("id"), inner.words("title"), inner.words("met"), inner.words("unmet"), inner.text("basis")
        )
        let require = inner.source("require").flatMap { $0.compile(environment, as: .bool) }
        inner.close()
        guard let id, let title, let met, let unmet, let basis, let require else { return nil }
        return Rule(id: id, require: require, title: title, met: met, unmet: unmet, basis: basis)
    }
}
