import Civic
import Expressions
import Flows
import Markup
import Web

/// A decision in plain words: each rule, what it looked at, where that is from, and the law.
struct ExplanationViews {
    let texts: Texts
    let values: ValueTexts
    /// Whether an official reads it, and not its person.
    var isForStaff = false

    /// `isDecided` is false for what the rules say before anybody decided.
    /// `isGranted` is false for what was refused: no amount follows from it.
    func decided(_ record: DecisionRecord, _ service: Service, isDecided: Bool = true, isGranted: Bool = true) -> HTML {
        guard !record.lines.isEmpty || record.pesos != nil else { return HTML() }
        let rules: HTML = """
            \(when: isForStaff, "<p class=\"quiet\">\(texts["procedures.why.theirs"])</p>\n")\
            \(when: record.isAssumed, Alert.box(.attention, "<p>\(texts["procedures.assumed"])</p>", texts: texts))\
            <ul class="sheets">
            \(each: record.lines, { line($0, record, service) })</ul>
            \(when: isGranted, amount(record, service))\(when: hasUnconfirmed(record, isGranted: isGranted), "<p>\(texts[isForStaff ? "procedures.unconfirmed.theirs" : "procedures.unconfirmed"])</p>\n")
            """
        // Nobody resolved what is given at once.
        if isDecided, service.outcome.isImmediate {
            return "<details><summary>\(texts["procedures.why.atOnce"])</summary>\n\(rules)</details>\n"
        }
        return "<h2>\(texts[isDecided ? "procedures.why" : "procedures.why.now"])</h2>\n\(rules)"
    }

    /// A rule that is not met, before anything is filed. `said` is who said what of it.
    func unmet(_ finding: Finding, _ opened: RunDesk.Opened, said: HTML) -> HTML {
        """
        <p>\(values.filled(finding.rule.unmet, in: opened.service) { opened.reckoning.known[$0]?.value }) \
        <span class="quiet">\(finding.rule.basis)</span></p>
        \(said)\
        \(with: correction(of: finding, opened), { "<p>\(texts["procedures.correct"]) \($0.said(in: texts.language).text)</p>\n" })
        """
    }

    /// How the person has a datum corrected for which a rule is not met.
    func correction(of finding: Finding, _ opened: RunDesk.Opened) -> Words? {
        finding.data.compactMap { opened.service.fact($0)?.correct }.first
    }

    private func line(_ line: DecisionRecord.Line, _ record: DecisionRecord, _ service: Service) -> HTML {
        guard let rule = service.rules.first(where: { $0.id == line.rule }) else { return HTML() }
        let known = Dictionary(line.data.map { ($0.name, $0.value) }) { first, _ in first }
        let (word, tone) = word(line, record)
        let said = line.outcome == .open ? nil : values.filled(line.outcome == .met ? rule.met : rule.unmet, in: service) { known[$0] }
        let correct = line.outcome == .unmet ? line.data.compactMap { service.fact($0.name)?.correct }.first : nil
        return """
            <li><strong>\(rule.title.said(in: texts.language).text)</strong> \(Tag.label(texts[word], tone))
            \(with: said, { "<p>\($0)</p>\n" })\
            \(when: !isSkipped(line, record), data(line.data, service))\
            \(with: isSkipped(line, record) ? nil : line.missing, { "<p>\(texts("procedures.missing", ["what": $0.map { missing($0, service) }.joined(separator: ", ")]))</p>\n" })\
            <p class="quiet">\(line.basis)</p>
            \(with: correct, { "<p>\(texts["procedures.correct"]) \($0.said(in: texts.language).text)</p>\n" })</li>

            """
    }

    /// What a rule came to, in a word.
    func word(_ line: DecisionRecord.Line, _ record: DecisionRecord) -> (word: TextKey, tone: Tone?) {
        switch line.outcome {
        case .met where line.data.contains { $0.source == .provisional }:
            (isForStaff ? "procedures.rule.said.theirs" : "procedures.rule.said", .attention)
        case .met: ("procedures.rule.met", .done)
        case .unmet: ("procedures.rule.unmet", .attention)
        case .open where isSkipped(line, record): ("procedures.rule.skipped", nil)
        case .open: ("procedures.rule.open", nil)
        }
    }

    /// Once a rule is not met, nothing more is asked for the others.
    func isSkipped(_ line: DecisionRecord.Line, _ record: DecisionRecord) -> Bool {
        line.outcome == .open && record.lines.contains { $0.outcome == .unmet }
    }

    /// What people see of what a rule looked at: not what only follows from the rest, save days, which are what terms and rights stand on.
    func shown(_ data: [DecisionRecord.Datum], _ service: Service) -> [DecisionRecord.Datum] {
        data.filter { datum in
            switch datum.source {
            case .date: datum.name != "hoy"
            case .computed: service.values.contains { $0.id == datum.name && $0.kind == .date }
            default: true
            }
        }
    }

    /// What people call something that is not there: a fact, a question, a register; a parameter with its reason.
    func missing(_ name: String, _ service: Service) -> String {
        if service.fact(name) != nil || service.question(name) != nil { return values.name(name, in: service) }
        // A parameter stands there with its reason: `pgu.redondeo: …`.
        if let use = service.parameters.first(where: { name.hasPrefix("\($0.parameter): ") }) {
            return values.parameter(use.parameter) + name.dropFirst(use.parameter.count)
        }
        return service.facts.contains { $0.register == name } ? texts.register(name, of: service) : name
    }

    private func data(_ data: [DecisionRecord.Datum], _ service: Service) -> HTML {
        let shown = shown(data, service)
        guard !shown.isEmpty else { return HTML() }
        return """
            <details><summary>\(texts["procedures.data"])</summary>
            <ul>
            \(each: shown, { datum in
                "<li>\(values.name(datum.name, in: service)): <strong>\(values.alone(datum.name, datum.value, in: service))</strong> \(datum.source == .parameter ? cited(datum) : "<span class=\"quiet\">\(source(datum, service))</span>" as HTML)</li>\n"
            })</ul></details>

            """
    }

    func source(_ datum: DecisionRecord.Datum, _ service: Service) -> String {
        switch datum.source {
        case .answer: return texts[isForStaff ? "procedures.source.answer.theirs" : "procedures.source.answer"]
        case .provisional:
            return texts(
                isForStaff ? "procedures.source.provisional.theirs" : "procedures.source.provisional",
                ["register": texts.register(datum.register ?? "", of: service)])
        case .register:
            return texts(
                "procedures.source.register",
                [
                    "register": texts.register(datum.register ?? "", of: service),
                    "day": datum.at.map { texts.short(Day(of: Instant(milliseconds: $0))) } ?? "",
                ])
        case .proved:
            return texts(
                "procedures.source.proved",
                ["paper": datum.paper ?? "", "day": datum.at.map { texts.short(Day(of: Instant(milliseconds: $0))) } ?? ""])
        case .parameter, .computed, .date: return ""
        }
    }

    private func amount(_ record: DecisionRecord, _ service: Service) -> HTML {
        guard let amount = service.amount, let pesos = record.pesos else { return HTML() }
        return """
            <h3>\(amount.name.said(in: texts.language).text)</h3>
            <p><strong>\(Pesos(pesos).description)</strong> <span class="quiet">\(amount.basis)</span></p>
            \(data(record.amountData, service))
            """
    }
}
