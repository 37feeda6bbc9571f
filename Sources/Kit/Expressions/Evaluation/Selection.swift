extension Linker {
    static func select(_ operand: @escaping Step, _ field: String, path: String?, isWhole: Bool) -> Step {
        { (frame) throws(Halt) in
            try look(path, frame)
            if isWhole { try inside(path, frame) }
            let value = try operand(&frame)
            guard case .map(let map) = value else { throw .error(EvaluationError(.noSuchOverload, "a \(value.typeName) has no fields")) }
            guard let found = map[field] else { throw .error(EvaluationError(.noSuchKey, field)) }
            return found
        }
    }

    static func has(_ operand: @escaping Step, _ field: String, path: String?) -> Step {
        { (frame) throws(Halt) in
            try look(path, frame)
            let value = try operand(&frame)
            guard case .map(let map) = value else { throw .error(EvaluationError(.noSuchOverload, "a \(value.typeName) has no fields")) }
            return .bool(map[field] != nil)
        }
    }

    /// An index by a name that is written out.
    static func within(_ path: String?, isWhole: Bool, _ index: @escaping Step) -> Step {
        { (frame) throws(Halt) in
            try look(path, frame)
            if isWhole { try inside(path, frame) }
            return try index(&frame)
        }
    }

    /// Something is not known as a whole while a field of it is not.
    static func inside(_ path: String?, _ frame: Frame) throws(Halt) {
        guard let path, !frame.bindings.unknownFields.isEmpty else { return }
        let fields = frame.bindings.unknownFields.filter { $0.hasPrefix("\(path).") }
        if !fields.isEmpty { throw .unknown(fields) }
    }

    private static func look(_ path: String?, _ frame: Frame) throws(Halt) {
        if let path, !frame.bindings.unknownFields.isEmpty, frame.bindings.unknownFields.contains(path) { throw .unknown([path]) }
    }

    static func call(_ name: String, _ overloads: [Overload], _ arguments: [Checked]) -> Step {
        call(name, overloads, arguments.map(link))
    }

    static func call(_ name: String, _ overloads: [Overload], _ steps: [Step]) -> Step {
        // With one overload the types were seen before; its body looks at the values all the same.
        if overloads.count == 1 {
            switch overloads[0].body {
            case .one(let body):
                let step = steps[0]
                return { (frame) throws(Halt) in
                    let argument = try step(&frame)
                    let value: Value
                    do throws(EvaluationError) { value = try body(argument) } catch { throw .error(error) }
                    try frame.spend(value.cost)
                    return value
                }
            case .two(let body):
                return two(steps[0], steps[1]) { (frame, a, b) throws(Halt) in
                    let value: Value
                    do throws(EvaluationError) { value = try body(a, b) } catch { throw .error(error) }
                    try frame.spend(value.cost)
                    return value
                }
            case .many: break
            }
        }
        return { (frame) throws(Halt) in
            let values = try strict(steps, &frame)
            guard let overload = overloads.first(where: { $0.accepts(values) }) else {
                throw .error(EvaluationError(.noSuchOverload, "\(name)(\(values.map(\.typeName).joined(separator: ", ")))"))
            }
            let value: Value
            do throws(EvaluationError) { value = try overload.call(values) } catch { throw .error(error) }
            try frame.spend(value.cost)
            return value
        }
    }
}
