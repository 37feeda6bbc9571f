import Civic
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
    func paragraphs(_ resolution: Resolution, _ record: DecisionRecord, _ service: Service, _ values: ValueTexts, body: [String])
        -> [String]
    {
        let isGranted = resolution.outcome == .granted
        var paragraphs = [texts(isGranted ? "procedures.paper.granted" : "procedures.paper.refused", ["what": service.title.es])]
        if isGranted, let pesos = record.pesos, let amount = service.amount {
            paragraphs.append("\(amount.name.es): \(Pesos(pesos)). \(texts("procedures.paper.basis", ["basis": amount.basis]))")
        }
        paragraphs += body
        let explained = ExplanationViews(texts: texts, values: values)
        paragraphs += record.lines.compactMap { explained.plain($0, record, service) }
        paragraphs += explained.parameters(record, service, isGranted: isGranted)
        if let signed = resolution.signed {
            paragraphs.append(texts("procedures.measure.paper.reason", ["reason": signed.reason]))
        } else {
            paragraphs.append(texts["procedures.automatic"])
        }
        paragraphs += against(resolution.remedies)
        if let signed = resolution.signed { paragraphs.append(texts("procedures.paper.signer", ["who": signed.signer])) }
        return paragraphs
    }

    /// What can be done against what a paper says: by when, before whom, by which law.
    func against(_ remedies: [OpenRemedy]) -> [String] {
        remedies.map { open in
            let term =
                open.term.map { texts("procedures.remedies.from", ["term": texts.quantity($0.amount, $0.unit)]) }
                ?? texts["procedures.remedies.anytime"]
            let to = texts("procedures.remedies.to", ["who": open.remedy.to.es])
            return "\(open.remedy.title.es). \(to) \(term) \(texts("procedures.paper.basis", ["basis": open.remedy.basis]))"
        }
    }
}
