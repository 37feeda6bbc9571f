import Definitions
import Expressions

extension Life {
    init?(_ fields: Fields, _ environment: Environment) {
        let (every, basis, owner) = (fields.text("every"), fields.text("basis"), fields.text("owner"))
        let days = fields.integer("business_days")
        let amount = fields.optionalSource("amount")?.compile(environment, as: .int)
        let begins = fields.optionalSource("begins")?.compile(environment, as: .timestamp)
        let rules = fields.texts("rules")
        let isOnce = fields.node("once") != nil && fields.flag("once") == true
        let stops = fields.list("stops").compactMap { Stop($0, environment) }
        var recovery: Recovery?
        if let inner = fields.optionalFields("recovery") {
            let (most, basis) = (inner.text("most"), inner.text("basis"))
            if let most, let basis { recovery = Recovery(most: most, basis: basis) }
            inner.close()
        }
        fields.close()
        guard let every, let basis, let owner, let days else { return nil }
        self.init(
            every: every, basis: basis, owner: owner, businessDays: days, begins: begins, amount: amount,
            rules: rules.isEmpty ? nil : Set(rules), isOnce: isOnce, stops: stops, recovery: recovery)
    }
}

extension Life.Stop {
    init?(_ fields: Fields, _ environment: Environment) {
        let (id, kind, title) = (fields.identifier("id"), fields.word("kind", Kind.self), fields.words("title"))
        let (when, from) = (fields.source("when"), fields.optionalSource("from"))
        let (says, next, basis) = (fields.words("says"), fields.words("next"), fields.text("basis"))
        fields.close()
        guard let id, let kind, let title, let when = when?.compile(environment, as: .bool), let says, let next, let basis else {
            return nil
        }
        self.init(
            id: id, kind: kind, title: title, when: when, from: from?.compile(environment, as: .timestamp), says: says, next: next,
            basis: basis)
    }
}
