import Civic
import Flows
import Markup
import Web

extension RunViews {
    /// What is paid, since when, what has to come back, and what a review proposes.
    func benefit(_ held: HeldBenefit, _ run: ProcedureRun, _ service: Service, forStaff: Bool) -> HTML {
        let (benefit, body) = (held.benefit, held.body)
        let day = texts.long(benefit.since)
        let said: (Tone, String) =
            switch benefit.status {
            case .active where benefit.held != nil, .suspended where benefit.held != nil:
                (.attention, texts("procedures.benefit.held", ["day": benefit.held.map { texts.long($0) } ?? ""]))
            case .active where benefit.since > today:
                (.done, texts("procedures.benefit.toCome", ["pesos": Pesos(body.pesos).description, "day": day]))
            case .active: (.done, texts("procedures.benefit.active", ["pesos": Pesos(body.pesos).description, "day": day]))
            case .suspended: (.attention, texts("procedures.benefit.suspended", ["day": day]))
            case .ended: (.attention, texts("procedures.benefit.ended", ["day": day]))
            }
        return """
            <h2>\(texts["procedures.benefit"])</h2>
            \(Alert.box(said.0, "<p>\(said.1)</p>", texts: texts))
            \(when: held.isUnderAppeal,
                Alert.box(.info, "<p>\(texts("procedures.appealed", ["day": run.due.map { texts.long($0) } ?? ""]))</p>", texts: texts))\
            \(when: benefit.status != .ended, "<p class=\"quiet\">\(texts("procedures.benefit.next", ["day": texts.long(benefit.next)]))</p>\n")\
            \(when: benefit.status == .active, stops(service))\
            \(with: body.debt, { debt($0, service) })\
            \(with: held.proposal, { forStaff ? proposal("procedures.measure", $0.measure, $0.body) : HTML() })\
            \(with: held.standing, {
                forStaff && $0.measure.isUnderAppeal ? proposal("procedures.measure.appealed", $0.measure, $0.body) : HTML()
            })
            """
    }

    /// What would suspend or end it, so that nobody is surprised.
    private func stops(_ service: Service) -> HTML {
        guard let stops = service.life?.stops, !stops.isEmpty else { return HTML() }
        return folded(
            texts["procedures.benefit.stops"],
            """
            <p>\(texts["procedures.benefit.stops.lead"])</p>
            <ul>
            \(each: stops, { "<li>\(words($0.title)) <span class=\"quiet\">\($0.basis)</span></li>\n" })</ul>

            """, isOpen: false)
    }

    private func debt(_ debt: Benefit.Debt, _ service: Service) -> HTML {
        """
        <h3>\(texts["procedures.debt"])</h3>
        <p>\(texts("procedures.debt.says", [
            "total": Pesos(debt.total).description, "count": "\(debt.instalments)", "each": Pesos(debt.instalment).description,
        ]))</p>
        <p class="quiet">\(service.life?.recovery?.basis ?? "")</p>

        """
    }

    /// For whoever signs it, or answers an appeal against it.
    private func proposal(_ title: TextKey, _ measure: Measure, _ body: Measure.Body) -> HTML {
        let rows = [
            AnswerList.Row(texts["procedures.measure.what"], HTML(text: texts[measure.kind.title])),
            AnswerList.Row(texts["procedures.measure.from"], HTML(text: texts.long(Day(number: body.from)))),
            AnswerList.Row(texts["procedures.measure.before"], HTML(text: Pesos(body.before).description)),
            AnswerList.Row(texts["procedures.measure.after"], HTML(text: Pesos(body.after).description)),
            AnswerList.Row(texts["procedures.measure.why"], "\(body.says) <span class=\"quiet\">\(body.basis)</span>"),
        ]
        let debt = body.debt.map { AnswerList.Row(texts["procedures.debt"], HTML(text: Pesos($0.total).description)) }
        return "<h3>\(texts[title])</h3>\n\(AnswerList.list(rows + [debt].compactMap { $0 }, texts: texts))\n"
    }
}
