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
        let unit: CountedUnit?
        let source: SourceText

        init?(_ fields: Fields) {
            let (id, name) = (fields.identifier("id"), fields.words("name"))
            let (kind, source) = (fields.word("kind", FactKind.self), fields.source("is"))
            unit = CountedUnit.read(fields, of: kind)
            fields.close()
            guard let id, let name, let kind, let source else { return nil }
            (self.id, self.name, self.kind, self.source) = (id, name, kind, source)
        }
    }

    init(_ fields: Fields) {
        let (factFields, parameterFields) = (fields.list("facts"), fields.list("parameters"))
        let (questionFields, valueFields) = (fields.list("questions"), fields.list("values"))
        facts = factFields.compactMap { Fact($0) }
        parameters = parameterFields.compactMap { ParameterUse($0) }
        questions = questionFields.compactMap { DraftQuestion($0) }
        values = valueFields.compactMap { DraftValue($0) }
        ruleFields = fields.list("rules")
        amountFields = fields.optionalFields("amount")
        lifeFields = fields.optionalFields("life")
        var types = Dictionary(uniqueKeysWithValues: Service.dates.map { ($0, ValueType.timestamp) })
        types[Service.holidays] = .list(.timestamp)
        let reserved = Set(types.keys)
        let named =
            facts.map { ($0.id, $0.kind.type) } + parameters.map { ($0.id, .int) } + questions.map { ($0.id, $0.kind.type) }
            + values.map { ($0.id, $0.kind.type) }
        // The first of a name is meant.
        types.merge(named) { first, _ in first }
        var seen: Set<String> = []
        for entry in factFields + parameterFields + questionFields + valueFields {
            guard let name = entry.written("id") else { continue }
            // What is at fault itself has its name all the same: whoever uses it is not at fault.
            if types[name] == nil { types[name] = .dyn }
            if reserved.contains(name) {
                entry.complain("id", "'\(name)' is a name that every service has already: call it something else")
            } else if !seen.insert(name).inserted {
                entry.complain("id", "'\(name)' is the name of something before it, and a name is of one thing")
            }
        }
        environment = Environment(types, functions: .field)
        for entry in factFields { standIn(entry) }
        for entry in questionFields { offer(entry) }
        for entry in parameterFields {
            isKind("on", entry, .timestamp, "date")
            isKind("age", entry, .int, "whole number")
        }
    }

    /// Whether what takes the place of a fact can.
    private func standIn(_ entry: Fields) {
        guard let other = entry.written("otherwise"), let fact = facts.first(where: { $0.id == entry.written("id") }) else { return }
        guard let question = questions.first(where: { $0.id == other }) else {
            if environment.type(of: other) == .dyn { return }
            return entry.complain(
                "otherwise", "'\(other)' is no question of this service" + Spelling.choices(for: other, among: questions.map(\.id)))
        }
        if question.kind.type != fact.kind.type {
            entry.complain("otherwise", "'\(other)' gives \(question.kind.type.plain), and '\(fact.id)' is \(fact.kind.type.plain)")
        }
    }

    /// Whether what a question offers is texts that a register gives.
    private func offer(_ entry: Fields) {
        guard let offer = questions.first(where: { $0.id == entry.written("id") })?.offer, environment.type(of: offer.name) != .dyn else {
            return
        }
        let names = facts.filter { $0.kind == .texts }.map(\.id) + values.filter { $0.kind == .texts }.map(\.id)
        guard !names.contains(offer.name) else { return }
        entry.complain(
            "options",
            "'\(offer.name)' is no fact or value of several texts of this service" + Spelling.choices(for: offer.name, among: names),
            entry: offer.place)
    }

    private func isKind(_ key: String, _ entry: Fields, _ type: ValueType, _ called: String) {
        guard let name = entry.written(key) else { return }
        let found = environment.type(of: name)
        if found == type || found == .dyn { return }
        let names = environment.names.filter { environment.type(of: $0) == type }
        entry.complain(key, "'\(name)' is no \(called) of this service" + Spelling.choices(for: name, among: names))
    }

    /// What cannot be compiled is among the defects of its file.
    func compiled() -> Parts {
        let rules = ruleFields.compactMap { rule($0) }
        let derived = values.compactMap { draft in
            draft.source.compile(environment, as: draft.kind.type).map {
                Derived(id: draft.id, name: draft.name, program: $0, kind: draft.kind, unit: draft.unit)
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
