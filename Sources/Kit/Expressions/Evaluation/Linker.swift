/// Turns a checked tree into steps that call each other directly.
enum Linker {
    static func link(_ node: Checked) -> Step { link(node, isWhole: true) }

    /// Of what is only looked into, the fields that are not known matter nothing but for the one that is taken.
    private static func link(_ node: Checked, isWhole: Bool) -> Step {
        switch node.kind {
        case .literal(let value): return { (_) throws(Halt) in value }
        case .failure(let error): return { (_) throws(Halt) in throw .error(error) }
        case .variable(let slot, let name): return variable(slot, name, isWhole: isWhole)
        case .element(let level): return { (frame) throws(Halt) in frame.elements[level] }
        case .select(let operand, let field):
            return select(link(operand, isWhole: node.path == nil), field, path: node.path, isWhole: isWhole)
        case .has(let operand, let field):
            return has(link(operand, isWhole: operand.path == nil), field, path: operand.path.map { "\($0).\(field)" })
        case .call(let name, let overloads, let arguments) where node.path != nil:
            return within(node.path, isWhole: isWhole, call(name, overloads, [link(arguments[0], isWhole: false), link(arguments[1])]))
        case .call(let name, let overloads, let arguments): return call(name, overloads, arguments)
        case .equal(let a, let b, let isNegated):
            return two(link(a), link(b)) { (frame, a, b) throws(Halt) in
                try frame.spend(a.cost)
                return .bool(Value.areEqual(a, b) != isNegated)
            }
        case .conditional(let condition, let yes, let no):
            let (condition, yes, no) = (link(condition), link(yes), link(no))
            return { (frame) throws(Halt) in try bool(try condition(&frame)) ? try yes(&frame) : try no(&frame) }
        case .all(let terms): return logical(terms.map(link), decides: false)
        case .any(let terms): return logical(terms.map(link), decides: true)
        case .list(let elements):
            let elements = elements.map(link)
            return { (frame) throws(Halt) in
                let values = try strict(elements, &frame)
                try frame.spend(1 + values.count)
                return .list(values)
            }
        case .map(let entries): return map(entries)
        case .fold(let fold, let range, let level, let body): return self.fold(fold, link(range), level, body.map(link))
        }
    }

    static func bool(_ value: Value) throws(Halt) -> Bool {
        guard case .bool(let bool) = value else {
            throw .error(EvaluationError(.noSuchOverload, "bool is expected, not \(value.typeName)"))
        }
        return bool
    }

    /// All of them. An error goes before what is not known.
    static func strict(_ steps: [Step], _ frame: inout Frame) throws(Halt) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(steps.count)
        var halt: Halt?
        for step in steps {
            do throws(Halt) {
                let value = try step(&frame)
                if halt == nil { values.append(value) }
            } catch {
                if case .error = error { throw error }
                halt = halt.map { .strict($0, error) } ?? error
            }
        }
        if let halt { throw halt }
        return values
    }

    static func two(_ a: @escaping Step, _ b: @escaping Step, _ body: @escaping @Sendable (inout Frame, Value, Value) throws(Halt) -> Value)
        -> Step
    {
        { (frame) throws(Halt) in
            let first: Value
            do throws(Halt) {
                first = try a(&frame)
            } catch {
                guard case .unknown = error else { throw error }
                do throws(Halt) { _ = try b(&frame) } catch let other { throw Halt.strict(error, other) }
                throw error
            }
            return try body(&frame, first, try b(&frame))
        }
    }

    private static func variable(_ slot: Int, _ name: String, isWhole: Bool) -> Step {
        let (unknown, absent) = (Halt.unknown([name]), Halt.error(EvaluationError(.undeclared, name)))
        return { (frame) throws(Halt) in
            if frame.reads != nil { frame.reads?.insert(slot) }
            switch frame.bindings.slots[slot] {
            case .value(let value):
                if isWhole { try inside(name, frame) }
                return value
            case .unknown: throw unknown
            case .absent: throw absent
            }
        }
    }

    /// `&&` and `||`: one term that decides is enough, whatever the others are (langdef, "Logical Operators").
    private static func logical(_ terms: [Step], decides: Bool) -> Step {
        { (frame) throws(Halt) in
            var halt: Halt?
            for term in terms {
                do throws(Halt) {
                    if try bool(try term(&frame)) == decides { return .bool(decides) }
                } catch {
                    halt = halt.map { .lenient($0, error) } ?? error
                }
            }
            if let halt { throw halt }
            return .bool(!decides)
        }
    }

    private static func map(_ entries: [(key: Checked, value: Checked)]) -> Step {
        let steps = entries.flatMap { [link($0.key), link($0.value)] }
        return { (frame) throws(Halt) in
            let values = try strict(steps, &frame)
            try frame.spend(1 + values.count)
            var map = ValueMap()
            for at in stride(from: 0, to: values.count, by: 2) where !map.insert(values[at], values[at + 1]) {
                throw .error(
                    ValueMap.canBeKey(values[at])
                        ? EvaluationError(.repeatedKey) : EvaluationError(.noSuchOverload, "\(values[at].typeName) is no type of a key"))
            }
            return .map(map)
        }
    }
}
