import Definitions
import Expressions

extension Fact {
    init?(_ fields: Fields) {
        let (id, kind, name) = (fields.identifier("id"), fields.word("kind", FactKind.self), fields.words("name"))
        let (register, field, basis) = (fields.identifier("register"), fields.text("field"), fields.text("basis"))
        let (otherwise, correct) = (fields.optionalText("otherwise"), fields.optionalWords("correct"))
        let unit = CountedUnit.read(fields, of: kind)
        fields.close()
        guard let id, let kind, let name, let register, let field, let basis else { return nil }
        self.init(
            id: id, kind: kind, name: name, register: register, field: field, basis: basis, otherwise: otherwise, correct: correct,
            unit: unit)
    }
}

extension CountedUnit {
    /// nil for what has none. Only whole numbers count something.
    static func read(_ fields: Fields, of kind: FactKind?) -> CountedUnit? {
        guard fields.node("unit") != nil else { return nil }
        if let kind, kind != .wholeNumber { fields.complain("unit", "counts what is no whole number: leave it out") }
        return fields.word("unit", CountedUnit.self)
    }
}

extension ParameterUse {
    init?(_ fields: Fields) {
        let (id, parameter, on, age) = (fields.identifier("id"), fields.text("parameter"), fields.text("on"), fields.optionalText("age"))
        fields.close()
        guard let id, let parameter, let on else { return nil }
        self.init(id: id, parameter: parameter, on: on, age: age)
    }
}

extension Stage {
    init?(_ fields: Fields, _ environment: Environment) {
        let (id, title) = (fields.identifier("id"), fields.words("title"))
        let (owner, task) = (fields.optionalText("owner"), fields.optionalWords("task"))
        let days = fields.optionalInteger("business_days")
        let extra = fields.optionalInteger("extension")
        let decides = fields.node("decides") != nil && fields.flag("decides") == true
        let refers = fields.node("refers") != nil && fields.flag("refers") == true
        let hold = fields.optionalFields("hold").flatMap { Hold($0, environment) }
        fields.close()
        if days != nil, owner == nil { fields.complain("business_days", "a term is somebody's: 'owner' is missing") }
        guard let id, let title else { return nil }
        self.init(
            id: id, title: title, owner: owner, businessDays: days, longer: extra, task: task, decides: decides, refers: refers, hold: hold)
    }
}

extension Change {
    init?(_ fields: Fields) {
        let question = fields.text("of")
        let kind: Kind?
        if let instrument = fields.optionalText("mandate") {
            kind = fields.text("paper").map { .mandate(instrument: instrument, paper: $0) }
        } else if fields.node("payment") != nil {
            kind = fields.flag("payment") == true ? .payment : nil
        } else {
            kind = fields.word("contact", Contact.self).map { .contact($0) }
        }
        fields.close()
        guard let question, let kind else { return nil }
        self.init(question: question, kind: kind)
    }
}

extension Remedy {
    init?(_ fields: Fields) {
        let (id, title, to) = (fields.identifier("id"), fields.words("title"), fields.words("to"))
        let (term, basis) = (fields.node("term") == nil ? nil : fields.text("term"), fields.text("basis"))
        let isHere = fields.node("here") != nil && fields.flag("here") == true
        let isAgainstDelay = fields.node("delay") != nil && fields.flag("delay") == true
        let against = fields.node("against") == nil ? [] : fields.texts("against")
        fields.close()
        guard let id, let title, let to, let basis else { return nil }
        self.init(
            id: id, title: title, to: to, term: term, basis: basis, isHere: isHere, isAgainstDelay: isAgainstDelay, against: Set(against))
    }
}

extension Authority {
    init?(_ fields: Fields) {
        let (id, title) = (fields.identifier("id"), fields.words("title"))
        fields.close()
        guard let id, let title else { return nil }
        self.init(id: id, title: title)
    }
}

extension Document {
    init?(_ fields: Fields) {
        let (id, kind, title) = (fields.identifier("id"), fields.word("kind", Kind.self), fields.words("title"))
        let days = fields.optionalInteger("days")
        let body = fields.list("body").compactMap { line -> Line? in
            defer { line.close() }
            let only = line.node("only") == nil ? nil : line.word("only", Line.Outcome.self)
            return line.words("text").map { Line(text: $0, only: only) }
        }
        fields.close()
        guard let id, let kind, let title, !body.isEmpty else { return nil }
        self.init(id: id, kind: kind, title: title, body: body, days: days)
    }
}
