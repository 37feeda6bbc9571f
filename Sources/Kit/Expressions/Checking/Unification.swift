/// What is known of the types that are still open.
struct OpenTypes: Sendable {
    private var bound: [Int: ValueType] = [:]
    private var count = 0

    mutating func fresh() -> ValueType {
        count += 1
        return .open(count)
    }

    /// The type itself, as far as it was found out.
    func known(_ type: ValueType) -> ValueType {
        guard case .open(let number) = type, let bound = bound[number] else { return type }
        return known(bound)
    }

    /// Found out through and through; what nothing told is `dyn`.
    func final(_ type: ValueType) -> ValueType {
        switch known(type) {
        case .list(let element): .list(final(element))
        case .map(let key, let value): .map(final(key), final(value))
        case .open, .parameter: .dyn
        case let plain: plain
        }
    }

    /// An overload's types with an open one in the place of each parameter.
    mutating func instances(_ types: [ValueType]) -> [ValueType] {
        var names: [String: ValueType] = [:]
        return types.map { instance($0, &names) }
    }

    private mutating func instance(_ type: ValueType, _ names: inout [String: ValueType]) -> ValueType {
        switch type {
        case .list(let element): return .list(instance(element, &names))
        case .map(let key, let value): return .map(instance(key, &names), instance(value, &names))
        case .parameter(let name):
            if let known = names[name] { return known }
            let new = fresh()
            names[name] = new
            return new
        default: return type
        }
    }

    /// Whether a value of one type may stand where the other is asked for; what follows of it is kept.
    mutating func fit(_ source: ValueType, _ target: ValueType) -> Bool {
        let (source, target) = (known(source), known(target))
        switch (source, target) {
        case (.open(let a), .open(let b)) where a == b: return true
        case (_, .open(let number)):
            guard !contains(number, source) else { return false }
            bound[number] = source
            return true
        case (.open(let number), _):
            guard !contains(number, target) else { return false }
            bound[number] = target
            return true
        case (.dyn, _), (_, .dyn): return true
        case (.list(let a), .list(let b)): return fit(a, b)
        case (.map(let a, let b), .map(let c, let d)): return fit(a, c) && fit(b, d)
        default: return source == target
        }
    }

    private func contains(_ number: Int, _ type: ValueType) -> Bool {
        switch known(type) {
        case .open(let other): other == number
        case .list(let element): contains(number, element)
        case .map(let key, let value): contains(number, key) || contains(number, value)
        default: false
        }
    }
}
