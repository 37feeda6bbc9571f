extension Checker {
    mutating func call(_ name: String, _ target: Expression?, _ arguments: [Expression], _ expression: Expression) throws(ExpressionError)
        -> Checked
    {
        let checked = try all((target.map { [$0] } ?? []) + arguments)
        if target == nil, checked.count == 2, name == "_==_" || name == "_!=_" {
            let one = types.fresh()
            guard !isChecked || (types.fit(checked[0].type, one) && types.fit(checked[1].type, one)) else {
                throw noOverload(name, checked, expression)
            }
            return node(.equal(checked[0], checked[1], isNegated: name == "_!=_"), .bool, expression)
        }
        let overloads = environment.functions.named(name, count: checked.count, isMember: target != nil)
        guard isChecked else {
            return overloads.isEmpty
                ? node(.failure(EvaluationError(.noSuchOverload, name)), .dyn, expression)
                : node(.call(name, overloads, checked), .dyn, expression)
        }
        var (fitting, result): ([Overload], ValueType?) = ([], nil)
        let isDynamic = checked.contains { types.final($0.type) == .dyn }
        for overload in overloads where isDynamic || !overload.isForDynamic {
            var trial = types
            let instances = trial.instances(overload.parameters + [overload.result])
            guard zip(checked, instances).allSatisfy({ trial.fit($0.type, $1) }) else { continue }
            types = trial
            fitting.append(overload)
            let type = types.final(instances[checked.count])
            result = result.map { types.final($0) == type ? $0 : .dyn } ?? instances[checked.count]
        }
        guard let result else { throw noOverload(name, checked, expression, isMember: target != nil) }
        return node(.call(name, fitting, checked), result, expression)
    }

    private func noOverload(_ name: String, _ arguments: [Checked], _ expression: Expression, isMember: Bool = false) -> ExpressionError {
        let given = arguments.map { types.final($0.type) }
        let takes = environment.functions.all(name, isMember: isMember).map { $0.parameters }
        return mismatch(
            "there is no '\(name)' of (\(given.map(\.text).joined(separator: ", ")))", expression, .call(name, of: given, takes: takes))
    }

    static func type(of value: Value) -> ValueType {
        switch value {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .timestamp: .timestamp
        case .duration: .duration
        case .type: .type
        }
    }
}
