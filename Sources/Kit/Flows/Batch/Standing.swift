/// How near somebody of a population is to a service. It decides nothing, and a 'not yet' is kept by nobody as a refusal (counter-rules 5).
public enum Standing: Sendable, Equatable {
    /// Every rule is met, with the pesos where there is an amount.
    case qualifies(pesos: Int64?)
    /// One rule alone is not met.
    case nearly(rule: String)
    /// No rule is unmet, and something is not known.
    case open(rules: [String])
    case no(rules: [String])
}

extension ServiceBatch {
    /// Where a row of an outcome stands.
    public func standing(_ row: Int, in outcome: BatchOutcome) -> Standing {
        var (unmet, open) = ([String](), [String]())
        for (place, rule) in service.rules.enumerated() {
            switch outcome.rule(place, of: row) {
            case BatchOutcome.Rule.met: break
            case BatchOutcome.Rule.unmet: unmet.append(rule.id)
            default: open.append(rule.id)
            }
        }
        if unmet.count == 1, open.isEmpty { return .nearly(rule: unmet[0]) }
        if !unmet.isEmpty { return .no(rules: unmet) }
        if !open.isEmpty { return .open(rules: open) }
        let pesos = outcome.pesos[row]
        if amount != nil, pesos == Population.unknown { return .open(rules: ["amount"]) }
        return .qualifies(pesos: amount == nil ? nil : pesos)
    }
}
