import Expressions

/// When a benefit comes to something else by the calendar alone: a birthday, a value that begins, a term that ends.
public struct Turning: Sendable {
    private let service: Service
    private let life: Life
    private let state: FlowState
    private let parameters: ParameterTable

    /// With what registers say today.
    public init(_ service: Service, _ life: Life, _ state: FlowState, parameters: ParameterTable) {
        (self.service, self.life, self.state, self.parameters) = (service, life, state, parameters)
    }

    /// What it comes to on a day, so that days can be compared; nil where that is not known.
    private func mark(_ day: Int) -> String? {
        switch Review(service, life, state, today: day, parameters: parameters).outcome {
        // What nobody asked a register yet does not turn with the calendar; the amount may.
        case .open: amount(day)
        case .unchanged: "unchanged"
        case .stopped(let stop, _): "stopped \(stop.id)"
        case .unmet(let rule): "unmet \(rule.id)"
        case .due(let pesos): "\(pesos)"
        }
    }

    private func amount(_ day: Int) -> String? {
        var reckoner = Reckoner(service, state, today: day, parameters: parameters)
        guard let program = life.amount ?? service.amount?.program else { return nil }
        if case .value(.int(let pesos)) = reckoner.evaluate(program) { return "\(pesos)" }
        return nil
    }

    /// The first day after one and through another (days since 1970) on which it comes to something else than on the first; nil when there is
    /// none that is known. A change that is undone within a month is not seen.
    public func next(after day: Int, through end: Int) -> Int? {
        guard let mark = mark(day) else { return nil }
        var (low, high) = (day, min(day + 28, end))
        while high > low {
            if let later = self.mark(high), later != mark {
                return first(after: low, through: high) { self.mark($0).map { $0 != mark } ?? false }
            }
            (low, high) = (high, min(high + 28, end))
        }
        return nil
    }

    /// Since which day, after another, it comes to what it comes to on the last, by the calendar alone. nil when it came to that on the first
    /// day too, or nobody knows what it came to.
    public func began(after day: Int, through today: Int) -> Int? {
        guard let (now, then) = mark(today).flatMap({ now in mark(day).map { (now, $0) } }), now != then else { return nil }
        var (low, high) = (max(day, today - 28), today)
        while low > day, mark(low) == now { (low, high) = (max(day, low - 28), low) }
        return first(after: low, through: high) { mark($0) == now }
    }

    private func first(after low: Int, through high: Int, _ holds: (Int) -> Bool) -> Int {
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
