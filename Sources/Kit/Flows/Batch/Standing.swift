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

extension Standing {
    /// Where one stands who was reckoned alone.
    public init(_ reckoning: Reckoning) {
        let unmet = reckoning.findings.filter(\.isUnmet).map(\.rule.id)
        let open = reckoning.findings.filter { !$0.isUnmet && !$0.isMet }.map(\.rule.id)
        if let standing = Standing(unmet: unmet, open: open) {
            self = standing
        } else {
            switch reckoning.amount {
            case nil: self = .qualifies(pesos: nil)
            case .pesos(let pesos)?: self = .qualifies(pesos: pesos)
            case .open?, .faulty?: self = .open(rules: ["amount"])
            }
        }
    }

    /// nil when every rule is met.
    fileprivate init?(unmet: [String], open: [String]) {
        if unmet.count == 1, open.isEmpty {
            self = .nearly(rule: unmet[0])
        } else if !unmet.isEmpty {
            self = .no(rules: unmet)
        } else if !open.isEmpty {
            self = .open(rules: open)
        } else {
            return nil
        }
    }
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
        if let standing = Standing(unmet: unmet, open: open) { return standing }
        let pesos = outcome.pesos[row]
        if amount != nil, pesos == Population.unknown { return .open(rules: ["amount"]) }
        return .qualifies(pesos: amount == nil ? nil : pesos)
    }
}
