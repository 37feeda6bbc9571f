import Expressions

/// A granted benefit looked at again on a day: what the rules, the reasons to stop and the amount come to now.
public struct Review: Sendable {
    public enum Outcome: Sendable {
        /// Something is not known today: nothing follows from that.
        case open
        case unchanged
        /// A reason to stop holds, from that day (days since 1970).
        case stopped(Life.Stop, from: Int)
        /// A rule of the grant is not met any more.
        case unmet(Rule)
        /// No reason holds, and it comes to so much.
        case due(Int64)
    }

    public let outcome: Outcome
    public let state: FlowState
    public let reckoning: Reckoning
    /// Everything that was looked at.
    public let known: [String: Known]
    /// Facts that are still to be asked of registers.
    public let wanted: [Fact]

    public init(_ service: Service, _ life: Life, _ state: FlowState, today: Int, parameters: ParameterTable) {
        self.state = state
        let reckoning = Reckoning(service, state, today: today, parameters: parameters)
        var reckoner = Reckoner(service, state, today: today, parameters: parameters)
        let looked = reckoning.findings.filter { life.rules?.contains($0.rule.id) ?? true }
        let unmet = looked.first(where: \.isUnmet)
        var needs = unmet == nil ? reckoning.needs : []
        var (stopped, isOpen): (Outcome?, Bool) = (nil, false)
        for stop in life.stops where stopped == nil {
            switch reckoner.evaluate(stop.when) {
            case .value(.bool(true)):
                switch stop.from.map({ reckoner.evaluate($0) }) {
                case nil: stopped = .stopped(stop, from: today)
                case .value(.timestamp(let moment)): stopped = .stopped(stop, from: moment.day)
                case .open(let wanted): needs.formUnion(wanted)
                default: isOpen = true
                }
            case .value: break
            case .open(let wanted): needs.formUnion(wanted)
            case .faulty: isOpen = true
            }
        }
        var outcome = stopped
        if outcome == nil, let unmet { outcome = .unmet(unmet.rule) }
        if outcome == nil, !isOpen, needs.isEmpty, looked.allSatisfy(\.isMet), reckoning.provisional.isEmpty {
            switch (life.amount ?? service.amount?.program).map({ reckoner.evaluate($0) }) {
            case nil: outcome = .unchanged
            case .value(.int(let pesos)) where Amount.range.contains(pesos): outcome = .due(pesos)
            case .open(let wanted): needs.formUnion(wanted)
            default: break
            }
        }
        let asked = stopped == nil ? needs : []
        wanted = service.facts.filter { asked.contains(.fact($0.id)) }
        self.outcome = wanted.isEmpty ? outcome ?? .open : .open
        self.reckoning = reckoning
        known = reckoning.known.merging(reckoner.known) { $1 }
    }
}
