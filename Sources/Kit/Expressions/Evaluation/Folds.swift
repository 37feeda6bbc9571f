extension Linker {
    /// The macros over the elements of a list or the keys of a map (langdef, "Macros").
    static func fold(_ fold: Expression.Fold, _ range: @escaping Step, _ level: Int, _ body: [Step]) -> Step {
        switch fold {
        case .all: quantified(range, level, body[0], decides: false)
        case .exists: quantified(range, level, body[0], decides: true)
        case .existsOne:
            { (frame) throws(Halt) in
                var count = 0
                try each(range, level, &frame) { (frame, _) throws(Halt) in if try bool(try body[0](&frame)) { count += 1 } }
                return .bool(count == 1)
            }
        case .filter:
            { (frame) throws(Halt) in
                var kept: [Value] = []
                try each(range, level, &frame) { (frame, element) throws(Halt) in
                    if try bool(try body[0](&frame)) { kept.append(element) }
                }
                return .list(kept)
            }
        case .map:
            { (frame) throws(Halt) in
                var made: [Value] = []
                try each(range, level, &frame) { (frame, _) throws(Halt) in
                    if body.count == 2, try !bool(try body[0](&frame)) { return }
                    made.append(try body[body.count - 1](&frame))
                }
                return .list(made)
            }
        }
    }

    private static func elements(_ range: Step, _ frame: inout Frame) throws(Halt) -> [Value] {
        let value = try range(&frame)
        switch value {
        case .list(let values): return values
        case .map(let map): return map.entries.map(\.key)
        default: throw .error(EvaluationError(.noSuchOverload, "\(value.typeName) is no list and no map"))
        }
    }

    /// Looks at each of them. An error ends it; what is not known is told at the end.
    private static func each(
        _ range: Step, _ level: Int, _ frame: inout Frame, _ body: (inout Frame, Value) throws(Halt) -> Void
    ) throws(Halt) {
        var halt: Halt?
        for element in try elements(range, &frame) {
            try frame.spend(1)
            frame.elements[level] = element
            do throws(Halt) {
                try body(&frame, element)
            } catch {
                if case .error = error { throw error }
                halt = halt.map { .strict($0, error) } ?? error
            }
        }
        if let halt { throw halt }
    }

    private static func quantified(_ range: @escaping Step, _ level: Int, _ body: @escaping Step, decides: Bool) -> Step {
        { (frame) throws(Halt) in
            var halt: Halt?
            for element in try elements(range, &frame) {
                try frame.spend(1)
                frame.elements[level] = element
                do throws(Halt) {
                    if try bool(try body(&frame)) == decides { return .bool(decides) }
                } catch {
                    if case .error(let error) = error, error.kind == .limit { throw .error(error) }
                    halt = halt.map { .lenient($0, error) } ?? error
                }
            }
            if let halt { throw halt }
            return .bool(!decides)
        }
    }
}
