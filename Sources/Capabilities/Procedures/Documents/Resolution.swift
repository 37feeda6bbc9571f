import Civic
import Expressions
import Flows

/// What a resolution says beside what the rules came to (Ley 19.880, art. 41): what is resolved, why, who signs it, and what can be done
/// against it.
struct Resolution: Sendable {
    let outcome: ProcedureRun.Outcome
    /// nil for what the system granted.
    let signed: Signature?
    let remedies: [OpenRemedy]

    struct Signature: Sendable {
        /// Name, post and institution of the official.
        let signer: String
        let reason: String
    }

    /// Whether a sentence of a paper stands with this outcome.
    func holds(_ line: Document.Line) -> Bool {
        switch line.only {
        case nil: true
        case .granted: outcome == .granted
        case .refused: outcome == .refused
        }
    }
}

extension DocumentDesk {
    /// The sentences of a resolution, in their order.
    func paragraphs(
        _ resolution: Resolution, _ record: DecisionRecord, _ opened: RunDesk.Opened, _ values: ValueTexts, body: [String]
    ) -> [DocumentBody.Paragraph] {
        let (service, isGranted) = (opened.service, resolution.outcome == .granted)
        let explained = ExplanationViews(texts: texts, values: values)
        var paragraphs: [DocumentBody.Paragraph] = [
            .init(.strong, texts(isGranted ? "procedures.paper.granted" : "procedures.paper.refused", ["what": service.title.es]))
        ]
        if isGranted, let pesos = record.pesos, let amount = service.amount {
            let basis = texts("procedures.paper.basis", ["basis": amount.basis])
            paragraphs.append(.init(.text, "\(amount.name.es): \(Pesos(pesos)). \(basis)"))
        }
        paragraphs += body.map { .init(.text, $0) }
        let rules = explained.rules(record, service)
        if !rules.isEmpty { paragraphs += [.init(.part, texts["procedures.why"])] + rules }
        paragraphs += isGranted ? explained.amount(record, service) : []
        let fixed = explained.parameters(record, service, isGranted: isGranted)
        if !fixed.isEmpty { paragraphs += [.init(.part, texts["procedures.paper.fixed"])] + fixed.map { .init(.detail, $0) } }
        paragraphs += attached(opened, values, isRefused: !isGranted)
        paragraphs.append(.init(.part, texts["procedures.paper.act"]))
        if let signed = resolution.signed {
            paragraphs.append(.init(.text, texts("procedures.measure.paper.reason", ["reason": signed.reason])))
            paragraphs.append(.init(.text, texts("procedures.paper.signer", ["who": signed.signer])))
        } else {
            paragraphs.append(.init(.text, texts["procedures.automatic"]))
        }
        return paragraphs + against(resolution.remedies, opened)
    }

    /// What was given with the case, in its person's words for it.
    private func attached(_ opened: RunDesk.Opened, _ values: ValueTexts, isRefused: Bool) -> [DocumentBody.Paragraph] {
        let answered = opened.service.questions.compactMap { question -> String? in
            guard case .file = question.kind, let given = opened.state.answers[question.id], question.kind.type.admits(given) else {
                return nil
            }
            return "\(question.text.es) \(values.said(given, question.kind))"
        }
        let later = (opened.state.attached ?? []).map(\.title)
        guard isRefused || !(answered + later).isEmpty else { return [] }
        let list = answered + later
        return [.init(.part, texts["procedures.attached"])]
            + (list.isEmpty ? [.init(.text, texts["procedures.paper.attached.none"])] : list.map { .init(.text, "· \($0)") })
    }

    /// What can be done against what a paper says: before whom, where it is handed in, by when, by which law.
    func against(_ remedies: [OpenRemedy], _ opened: RunDesk.Opened) -> [DocumentBody.Paragraph] {
        guard !remedies.isEmpty else { return [] }
        return [.init(.part, texts["procedures.remedies"])]
            + remedies.flatMap { open -> [DocumentBody.Paragraph] in
                let said = [
                    texts("procedures.remedies.to", ["who": open.remedy.to.es]), place(open, opened), term(open),
                    texts("procedures.paper.basis", ["basis": open.remedy.basis]),
                ]
                return [.init(.point, open.remedy.title.es), .init(.text, said.joined(separator: " "))]
            }
    }

    private func place(_ open: OpenRemedy, _ opened: RunDesk.Opened) -> String {
        guard open.remedy.isHere else { return texts["procedures.paper.remedy.there"] }
        let isAtDesk = opened.service.media.contains(.desk)
        return texts(
            isAtDesk ? "procedures.paper.remedy.here" : "procedures.paper.remedy.page", ["code": opened.run.code.description])
    }

    /// The last day is known once somebody is notified; before that, the first day on which it can be.
    private func term(_ open: OpenRemedy) -> String {
        guard let term = open.term.map({ texts.quantity($0.amount, $0.unit) }) else { return texts["procedures.remedies.anytime"] }
        if let until = open.until { return texts("procedures.remedies.until", ["day": texts.long(until), "term": term]) }
        let from = texts("procedures.remedies.from", ["term": term])
        return [from, open.soonest.map { texts("procedures.paper.remedy.soonest", ["day": texts.long($0)]) }].compactMap(\.self)
            .joined(separator: " ")
    }
}
