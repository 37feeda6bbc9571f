/// What the variables of an environment are in one evaluation.
public struct Bindings: Sendable {
    enum Slot: Sendable {
        case absent
        case value(Value)
        case unknown
    }

    var slots: [Slot]
    /// Fields of variables that are not known yet, as `persona.ingreso`.
    var unknownFields: Set<String> = []
    private let names: [String]

    public init(_ environment: Environment) {
        names = environment.names
        slots = Array(repeating: .absent, count: names.count)
    }

    /// Gives a variable its value. A name that the environment does not have is left out.
    public mutating func set(_ name: String, _ value: Value) {
        if let slot = slot(name) { slots[slot] = .value(value) }
    }

    /// Says that a variable, or a field of one, is not known yet.
    public mutating func setUnknown(_ name: String) {
        if let slot = slot(name) { slots[slot] = .unknown } else { unknownFields.insert(name) }
    }

    /// Where a variable's value goes, for whoever sets it many times.
    public func slot(_ name: String) -> Int? {
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if names[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low < names.count && names[low] == name ? low : nil
    }
}

/// What comes of an evaluation.
public enum Outcome: Sendable {
    case value(Value)
    case error(EvaluationError)
    /// The variables, or fields of them, without which it cannot be said.
    case unknown(Set<String>)
}
