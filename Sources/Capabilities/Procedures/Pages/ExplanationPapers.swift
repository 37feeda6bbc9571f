import Civic
import Flows

/// A decision as its paper tells it.
extension ExplanationViews {
    /// Each rule with what it came to, what was looked at, of where and when that is, and how it is put right.
    func rules(_ record: DecisionRecord, _ service: Service) -> [DocumentBody.Paragraph] {
        record.lines.flatMap { line -> [DocumentBody.Paragraph] in
            guard let rule = service.rules.first(where: { $0.id == line.rule }) else { return [] }
            let basis = texts("procedures.paper.basis", ["basis": rule.basis])
            let heading = DocumentBody.Paragraph(.point, "\(rule.title.es): \(texts[word(line, record).word])")
            guard !isSkipped(line, record) else { return [heading, .init(.detail, basis)] }
            return [heading, .init(.text, "\(sentence(line, rule, service)) \(basis)")] + seen(line, service) + correction(line, service)
        }
    }

    /// A rule in one piece, for what is written down.
    func plain(_ line: DecisionRecord.Line, _ service: Service) -> String? {
        guard let rule = service.rules.first(where: { $0.id == line.rule }) else { return nil }
        let basis = texts("procedures.paper.basis", ["basis": rule.basis])
        return (["\(rule.title.es). \(sentence(line, rule, service)) \(basis)"] + seen(line, service).map(\.text)).joined(separator: " ")
    }

    /// What made the amount: parameters with where they are from, and what was known of the person.
    func amount(_ record: DecisionRecord, _ service: Service) -> [DocumentBody.Paragraph] {
        let data = shown(record.amountData, service)
        guard record.pesos != nil, !data.isEmpty else { return [] }
        return [.init(.part, texts["procedures.paper.amount"])] + data.map { .init(.detail, "\(stated($0, service)).") }
    }

    private func sentence(_ line: DecisionRecord.Line, _ rule: Rule, _ service: Service) -> String {
        let known = Dictionary(line.data.map { ($0.name, $0.value) }) { first, _ in first }
        switch line.outcome {
        case .met: return values.filled(rule.met, in: service) { known[$0] }
        case .unmet: return values.filled(rule.unmet, in: service) { known[$0] }
        case .open:
            return texts("procedures.missing", ["what": (line.missing ?? []).map { missing($0, service) }.joined(separator: ", ")])
        }
    }

    /// What the law itself says is in the sentence; what nobody looked at for this rule has no place here.
    private func seen(_ line: DecisionRecord.Line, _ service: Service) -> [DocumentBody.Paragraph] {
        let seen = line.outcome == .open ? [] : shown(line.data, service).filter { ![.parameter, .date].contains($0.source) }
        guard !seen.isEmpty else { return [] }
        return [.init(.detail, "\(texts["procedures.data"]): \(seen.map { stated($0, service) }.joined(separator: "; ")).")]
    }

    private func stated(_ datum: DecisionRecord.Datum, _ service: Service) -> String {
        let said = "\(values.name(datum.name, in: service)): \(values.alone(datum.name, datum.value, in: service))"
        let assumed = datum.isAssumed == true ? texts["procedures.source.assumed"].trimmedEnd : ""
        return [said, source(datum, service), assumed].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func correction(_ line: DecisionRecord.Line, _ service: Service) -> [DocumentBody.Paragraph] {
        guard line.outcome != .met else { return [] }
        let names = line.data.map(\.name) + (line.outcome == .open ? line.missing ?? [] : [])
        return names.compactMap { service.fact($0)?.correct }.prefix(1).map { .init(.detail, "\(texts["procedures.correct"]) \($0.es)") }
    }
}

extension String {
    /// Without the full stop of a sentence that is put into another.
    fileprivate var trimmedEnd: String { hasSuffix(".") ? String(dropLast()) : self }
}
