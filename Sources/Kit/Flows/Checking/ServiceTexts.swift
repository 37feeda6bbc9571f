/// Everything that people read of a service, with where it stands.
extension Service {
    public var texts: [(path: String, words: Words)] {
        var all = [("title", title), ("lead", lead)]
        func add(_ path: String, _ words: Words?) { if let words { all.append((path, words)) } }
        for (index, fact) in facts.enumerated() {
            add("facts[\(index + 1)].name", fact.name)
            add("facts[\(index + 1)].correct", fact.correct)
        }
        for (index, value) in values.enumerated() { add("values[\(index + 1)].name", value.name) }
        for (index, question) in questions.enumerated() { collect(question, "questions[\(index + 1)]", add) }
        for (index, rule) in rules.enumerated() {
            for (field, words) in [("title", rule.title), ("met", rule.met), ("unmet", rule.unmet)] {
                add("rules[\(index + 1)].\(field)", words)
            }
        }
        add("amount.name", amount?.name)
        for (index, stop) in (life?.stops ?? []).enumerated() {
            for (field, words) in [("title", stop.title), ("says", stop.says), ("next", stop.next)] {
                add("life.stops[\(index + 1)].\(field)", words)
            }
        }
        for (index, stage) in stages.enumerated() {
            add("stages[\(index + 1)].title", stage.title)
            add("stages[\(index + 1)].task", stage.task)
            for (path, words) in stage.hold?.texts("stages[\(index + 1)].hold.says") ?? [] { add(path, words) }
        }
        for (index, remedy) in remedies.enumerated() {
            add("remedies[\(index + 1)].title", remedy.title)
            add("remedies[\(index + 1)].to", remedy.to)
        }
        for (index, authority) in authorities.enumerated() { add("authorities[\(index + 1)].title", authority.title) }
        for (index, document) in documents.enumerated() {
            add("documents[\(index + 1)].title", document.title)
            for (line, sentence) in document.body.enumerated() { add("documents[\(index + 1)].body[\(line + 1)].text", sentence.text) }
        }
        for (field, words) in [("granted", outcome.granted), ("refused", outcome.refused), ("next", outcome.next)] {
            add("ending.\(field)", words)
        }
        return all
    }

    private func collect(_ question: Question, _ path: String, _ add: (String, Words?) -> Void) {
        add(path + ".text", question.text)
        add(path + ".voice", question.voice)
        add(path + ".help", question.help)
        add(path + ".valid.says", question.valid?.says)
        switch question.kind {
        case .choice(let options), .several(let options, _):
            for (index, option) in options.enumerated() { add("\(path).options[\(index + 1)].text", option.text) }
        case .groups(let fields, _, _):
            for (index, field) in fields.enumerated() { collect(field, "\(path).fields[\(index + 1)]", add) }
        default: break
        }
    }
}
