extension Parser {
    mutating func primary() throws(ExpressionError) -> Expression {
        let first = take()
        switch first.kind {
        case .int(let int): return try make(.literal(.int(int)), at: first.offset)
        case .leastMagnitude: throw ExpressionError(.syntax, "a number that is too large", at: first.offset)
        case .uint(let uint): return try make(.literal(.uint(uint)), at: first.offset)
        case .double(let double): return try make(.literal(.double(double)), at: first.offset)
        case .string(let text): return try make(.literal(.string(text)), at: first.offset)
        case .bytes(let bytes): return try make(.literal(.bytes(bytes)), at: first.offset)
        case .name("true"): return try make(.literal(.bool(true)), at: first.offset)
        case .name("false"): return try make(.literal(.bool(false)), at: first.offset)
        case .name("null"): return try make(.literal(.null), at: first.offset)
        case .name(let name): return try named(name, isRooted: false, at: first.offset)
        case .mark("."):
            guard case .name(let name) = take().kind else { throw ExpressionError(.syntax, "a name is missing", at: first.offset) }
            return try named(name, isRooted: true, at: first.offset)
        case .mark("("):
            var inner = try conditional()
            try expect(")")
            inner.isEnclosed = true
            return inner
        case .mark("["): return try list(at: first.offset)
        case .mark("{"): return try map(at: first.offset)
        case .end: throw ExpressionError(.syntax, "the expression ends too early", at: first.offset)
        default: throw ExpressionError(.syntax, "something else was expected", at: first.offset)
        }
    }

    private mutating func named(_ name: String, isRooted: Bool, at offset: Int) throws(ExpressionError) -> Expression {
        guard !Words.keywords.contains(name), !Words.reserved.contains(name) else {
            throw ExpressionError(.syntax, "'\(name)' is a reserved word", at: offset)
        }
        guard take("(") else { return try make(.name(name, isRooted: isRooted), at: offset) }
        let arguments = try expressions(until: ")")
        if name == "has", !isRooted, arguments.count == 1 { return try presence(arguments[0], at: offset) }
        return try make(.call(name, target: nil, arguments), at: offset, over: arguments)
    }

    private mutating func presence(_ argument: Expression, at offset: Int) throws(ExpressionError) -> Expression {
        guard case .select(let operand, let field) = argument.kind else {
            throw ExpressionError(.syntax, "has() takes a field, as in has(a.b)", at: offset)
        }
        return try make(.has(operand, field), at: offset, over: [operand])
    }

    /// What follows a primary: fields, calls, indexes.
    mutating func members(of primary: Expression) throws(ExpressionError) -> Expression {
        var expression = primary
        while true {
            let offset = token.offset
            if take(".") {
                expression = try member(of: expression, at: offset)
            } else if take("[") {
                let index = try conditional()
                try expect("]")
                expression = try make(.call("_[_]", target: nil, [expression, index]), at: offset, over: [expression, index])
            } else if token.kind == .mark("{"), expression.isPath {
                throw ExpressionError(.type, "protocol buffer messages are not supported", at: offset)
            } else {
                return expression
            }
        }
    }

    private mutating func member(of operand: Expression, at offset: Int) throws(ExpressionError) -> Expression {
        let name: String
        switch take().kind {
        case .name(let word) where !Words.keywords.contains(word): name = word
        case .quoted(let field): return try make(.select(operand, field), at: offset, over: [operand])
        default: throw ExpressionError(.syntax, "a name is missing", at: offset)
        }
        guard take("(") else { return try make(.select(operand, name), at: offset, over: [operand]) }
        guard !Words.reserved.contains(name) else { throw ExpressionError(.syntax, "'\(name)' is a reserved word", at: offset) }
        let arguments = try expressions(until: ")")
        if let fold = try fold(name, over: operand, arguments, at: offset) { return fold }
        return try make(.call(name, target: operand, arguments), at: offset, over: [operand] + arguments)
    }

    /// The macro that a call is, or nil when it is a call.
    private mutating func fold(_ name: String, over range: Expression, _ arguments: [Expression], at offset: Int) throws(ExpressionError)
        -> Expression?
    {
        guard let fold = Expression.Fold(rawValue: name == "existsOne" ? "exists_one" : name) else { return nil }
        guard arguments.count == 2 || (fold == .map && arguments.count == 3) else { return nil }
        guard case .name(let variable, isRooted: false) = arguments[0].kind else {
            throw ExpressionError(.syntax, "\(name)() takes a plain name first", at: arguments[0].offset)
        }
        let body = Array(arguments.dropFirst())
        return try make(.fold(fold, range, variable: variable, body), at: offset, over: [range] + body)
    }

    private mutating func expressions(until mark: String) throws(ExpressionError) -> [Expression] {
        var expressions: [Expression] = []
        if take(mark) { return expressions }
        repeat { expressions.append(try conditional()) } while take(",")
        try expect(mark)
        return expressions
    }

    private mutating func list(at offset: Int) throws(ExpressionError) -> Expression {
        var elements: [Expression] = []
        while !take("]") {
            elements.append(try conditional())
            if !take(",") {
                try expect("]")
                break
            }
        }
        return try make(.list(elements), at: offset, over: elements)
    }

    private mutating func map(at offset: Int) throws(ExpressionError) -> Expression {
        var entries: [(key: Expression, value: Expression)] = []
        while !take("}") {
            let key = try conditional()
            try expect(":")
            entries.append((key, try conditional()))
            if !take(",") {
                try expect("}")
                break
            }
        }
        return try make(.map(entries), at: offset, over: entries.flatMap { [$0.key, $0.value] })
    }
}

extension Expression {
    /// Whether it is a name with fields alone, as a message's type is written.
    fileprivate var isPath: Bool {
        switch kind {
        case .name: true
        case .select(let operand, _): operand.isPath
        default: false
        }
    }
}
