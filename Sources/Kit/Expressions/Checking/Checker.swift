/// Finds names and functions, and holds the types together.
struct Checker {
    let environment: Environment
    let isChecked: Bool
    var types = OpenTypes()
    private var elements: [(name: String, type: ValueType)] = []

    init(_ environment: Environment, isChecked: Bool) {
        self.environment = environment
        self.isChecked = isChecked
    }

    mutating func check(_ expression: Expression) throws(ExpressionError) -> Checked {
        switch expression.kind {
        case .literal(let value): return node(.literal(value), Self.type(of: value), expression)
        case .name(let name, let isRooted): return try self.name(name, isRooted, expression)
        case .select(let operand, let field): return try select(operand, field, expression)
        case .has(let operand, let field):
            let checked = try check(operand)
            _ = try fieldType(checked, expression)
            return node(.has(checked, field), .bool, expression)
        case .call(let name, let target, let arguments): return try call(name, target, arguments, expression)
        case .conditional(let condition, let yes, let no):
            let condition = try boolean(condition)
            let (yes, no) = (try check(yes), try check(no))
            let result = types.fresh()
            guard !isChecked || (types.fit(yes.type, result) && types.fit(no.type, result)) else {
                throw mismatch(
                    "both branches of a condition must have one type", expression, .branches(types.final(yes.type), types.final(no.type)))
            }
            return node(.conditional(condition, yes, no), isChecked ? result : .dyn, expression)
        case .all(let terms): return node(.all(try booleans(terms)), .bool, expression)
        case .any(let terms): return node(.any(try booleans(terms)), .bool, expression)
        case .list(let elements):
            let checked = try all(elements)
            return node(.list(checked), .list(join(checked.map(\.type))), expression)
        case .map(let entries):
            var checked: [(key: Checked, value: Checked)] = []
            for entry in entries { checked.append((try check(entry.key), try check(entry.value))) }
            return node(.map(checked), .map(join(checked.map(\.key.type)), join(checked.map(\.value.type))), expression)
        case .fold(let fold, let range, let variable, let body): return try self.fold(fold, range, variable, body, expression)
        }
    }

    func node(_ kind: Checked.Kind, _ type: ValueType, _ expression: Expression) -> Checked {
        Checked(kind: kind, type: type, offset: expression.offset)
    }

    func mismatch(_ message: String, _ expression: Expression, _ misfit: ExpressionError.Misfit? = nil) -> ExpressionError {
        ExpressionError(.type, message, at: expression.offset, misfit)
    }

    mutating func all(_ expressions: [Expression]) throws(ExpressionError) -> [Checked] {
        var checked: [Checked] = []
        for expression in expressions { checked.append(try check(expression)) }
        return checked
    }

    private mutating func booleans(_ terms: [Expression]) throws(ExpressionError) -> [Checked] {
        var checked: [Checked] = []
        for term in terms { checked.append(try boolean(term)) }
        return checked
    }

    private mutating func boolean(_ expression: Expression) throws(ExpressionError) -> Checked {
        let checked = try check(expression)
        guard !isChecked || types.fit(checked.type, .bool) else {
            let given = types.final(checked.type)
            throw mismatch("bool is expected here, and this is \(given.text)", expression, .expected(.bool, given: given))
        }
        return checked
    }

    /// The type that all have, or `dyn`.
    private mutating func join(_ all: [ValueType]) -> ValueType {
        guard let first = all.first else { return types.fresh() }
        for type in all.dropFirst() {
            var trial = types
            guard trial.fit(type, first), (types.known(type) == .dyn) == (types.known(first) == .dyn) else { return .dyn }
            types = trial
        }
        return first
    }

    private mutating func name(_ name: String, _ isRooted: Bool, _ expression: Expression) throws(ExpressionError) -> Checked {
        if !isRooted, let level = elements.lastIndex(where: { $0.name == name }) {
            return node(.element(level), elements[level].type, expression)
        }
        if let found = meaning([name], isRooted, expression) { return found }
        guard !isChecked else { throw mismatch("there is no variable '\(name)'", expression, .name(name)) }
        return node(.failure(EvaluationError(.undeclared, name)), .dyn, expression)
    }

    private func meaning(_ path: [String], _ isRooted: Bool, _ expression: Expression) -> Checked? {
        let name = path.joined(separator: ".")
        switch environment.meaning(name, isRooted: isRooted) {
        case .variable(let slot, let type): return node(.variable(slot, environment.names[slot]), type, expression)
        case .type(let name): return node(.literal(.type(name)), .type, expression)
        case nil: return nil
        }
    }

    private mutating func select(_ operand: Expression, _ field: String, _ expression: Expression) throws(ExpressionError) -> Checked {
        if let (path, isRooted) = operand.path, isRooted || !elements.contains(where: { $0.name == path[0] }),
            let found = meaning(path + [field], isRooted, expression)
        {
            return found
        }
        let checked = try check(operand)
        return node(.select(checked, field), try fieldType(checked, expression), expression)
    }

    private mutating func fieldType(_ operand: Checked, _ expression: Expression) throws(ExpressionError) -> ValueType {
        switch types.known(operand.type) {
        case .map(let key, let value):
            guard !isChecked || types.fit(.string, key) else { throw mismatch("the keys of this map are no strings", expression) }
            return value
        case .dyn, .open: return .dyn
        case let other:
            guard !isChecked else { throw mismatch("a \(other.text) has no fields", expression, .fields(of: types.final(other))) }
            return .dyn
        }
    }

    private mutating func fold(
        _ fold: Expression.Fold, _ range: Expression, _ variable: String, _ body: [Expression], _ expression: Expression
    ) throws(ExpressionError) -> Checked {
        let range = try check(range)
        let element: ValueType
        switch types.known(range.type) {
        case .list(let type): element = type
        case .map(let key, _): element = key
        case .dyn, .open: element = .dyn
        case let other:
            guard !isChecked else {
                throw mismatch(
                    "\(fold.rawValue)() goes over a list or a map, and this is \(other.text)", expression,
                    .expected(.list(.dyn), given: types.final(other)))
            }
            element = .dyn
        }
        elements.append((variable, element))
        defer { elements.removeLast() }
        let level = elements.count - 1
        let checked: [Checked]
        if fold == .map {
            checked = body.count == 2 ? [try boolean(body[0]), try check(body[1])] : [try check(body[0])]
        } else {
            checked = [try boolean(body[0])]
        }
        let type: ValueType =
            switch fold {
            case .all, .exists, .existsOne: .bool
            case .map: .list(checked[checked.count - 1].type)
            case .filter: .list(element)
            }
        return node(.fold(fold, range, level: level, checked), type, expression)
    }
}

extension Expression {
    /// A name with the fields that are taken of it.
    fileprivate var path: (names: [String], isRooted: Bool)? {
        if isEnclosed { return nil }
        switch kind {
        case .name(let name, let isRooted): return ([name], isRooted)
        case .select(let operand, let field): return operand.path.map { ($0.names + [field], $0.isRooted) }
        default: return nil
        }
    }
}
