import Civic
import Expressions
import Flows
import Markup
import Web

extension RunViews {
    /// What the data come to today, before anything is filed: it must not read as if it were done.
    func verdict(_ opened: RunDesk.Opened) -> HTML {
        let outcome = opened.service.outcome
        switch Decision(opened.reckoning).outcome {
        case .granted(let pesos):
            return Alert.box(
                .info,
                """
                <p>\(texts[foreseen(opened.service)])\(with: pesos, { " \(amount(opened.service, $0))" })</p>
                <p><strong>\(texts[outcome.isImmediate ? "procedures.verdict.notIssued" : "procedures.verdict.notFiled"])</strong></p>
                \(when: opened.reckoning.isAssumed, "<p>\(texts["procedures.assumed"])</p>\n")
                """, texts: texts)
        case .refusal:
            let unmet = opened.reckoning.findings.filter(\.isUnmet)
            return Alert.box(
                .attention,
                """
                <p>\(words(outcome.refused))</p>
                \(each: unmet, { explained.unmet($0, opened, said: outcome.isImmediate ? said(of: $0, opened) : HTML()) })\
                \(when: hasFiles(opened), "<p>\(texts["procedures.refusal.papers"])</p>\n")\
                \(when: !outcome.isImmediate, "<p>\(texts["procedures.refusal.before"])</p>\n")
                """, texts: texts)
        case .abstention:
            return Alert.box(.attention, "<p>\(unsaid(opened))</p>", texts: texts)
        }
    }

    /// What keeps it from coming to anything today: the registers that do not answer, by their names.
    private func unsaid(_ opened: RunDesk.Opened) -> String {
        let isAtOnce = opened.service.outcome.isImmediate
        guard let silent = silent(opened) else { return texts[isAtOnce ? "procedures.abstention.atOnce" : "procedures.abstention"] }
        return texts(
            isAtOnce ? "procedures.abstention.silent.atOnce" : "procedures.abstention.silent",
            ["registers": silent.names, "time": texts.hour(silent.at)])
    }

    /// The registers that do not answer, by their names, and when they were last asked; nil when all did.
    func silent(_ opened: RunDesk.Opened) -> (names: String, at: Instant)? {
        let down = opened.service.facts.filter { opened.state.facts[$0.id]?.status == .down }
        let asked = down.compactMap { opened.state.facts[$0.id]?.at }.max()
        guard let asked else { return nil }
        let names = Set(down.map(\.register)).sorted().map { texts.register($0, of: opened.service) }
        return (names.joined(separator: "; "), Instant(milliseconds: asked))
    }

    /// Whether the person gave papers with it.
    private func hasFiles(_ opened: RunDesk.Opened) -> Bool {
        opened.service.questions.contains { question in
            guard case .file = question.kind, let given = opened.state.answers[question.id] else { return false }
            return question.kind.type.admits(given)
        }
    }

    /// Who says so, and who decides it afterwards.
    private func foreseen(_ service: Service) -> TextKey {
        if service.outcome.isImmediate { return "procedures.verdict.atOnce" }
        if service.rules.isEmpty { return "procedures.verdict.complete" }
        return service.outcome.grantsByItself ? "procedures.verdict.met" : "procedures.verdict.person"
    }

    private func amount(_ service: Service, _ pesos: Int64) -> HTML {
        guard let amount = service.amount else { return HTML() }
        return "\(words(amount.name)): <strong>\(Pesos(pesos).description)</strong>."
    }
}
