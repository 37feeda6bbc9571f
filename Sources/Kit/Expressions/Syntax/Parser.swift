/// Reads the grammar of langdef, "Syntax", by precedence.
struct Parser {
    private let tokens: [Token]
    private let limits: Limits
    private var place = 0
    private var parts = 0
    /// Levels that are open now; a tree of the same depth comes of them.
    private var open = 0

    init(_ source: String, _ limits: Limits) throws(ExpressionError) {
        guard source.utf8.count <= limits.source else {
            throw ExpressionError(.limit, "the expression is longer than \(limits.source) bytes", at: 0)
        }
        var lexer = Lexer(source)
        tokens = try lexer.tokens()
        self.limits = limits
    }

    mutating func whole() throws(ExpressionError) -> Expression {
        let expression = try conditional()
        guard case .end = token.kind else { throw unexpected() }
        return expression
    }

    var token: Token { tokens[place] }

    mutating func take() -> Token {
        defer { if place < tokens.count - 1 { place += 1 } }
        return tokens[place]
    }

    mutating func take(_ mark: String) -> Bool {
        guard token.kind == .mark(mark) else { return false }
        place += 1
        return true
    }

    mutating func expect(_ mark: String) throws(ExpressionError) {
        guard take(mark) else { throw unexpected("'\(mark)' is missing") }
    }

    func unexpected(_ message: String = "something else was expected") -> ExpressionError {
        ExpressionError(.syntax, message, at: token.offset)
    }

    mutating func make(_ kind: Expression.Kind, at offset: Int, over children: [Expression] = []) throws(ExpressionError) -> Expression {
        parts += 1
        let depth = 1 + (children.map(\.depth).max() ?? 0)
        guard parts <= limits.parts else { throw ExpressionError(.limit, "the expression has more than \(limits.parts) parts", at: offset) }
        guard depth <= limits.depth else { throw tooDeep(offset) }
        return Expression(kind: kind, offset: offset, depth: depth)
    }

    private func tooDeep(_ offset: Int) -> ExpressionError {
        ExpressionError(.limit, "the expression nests deeper than \(limits.depth)", at: offset)
    }

    mutating func conditional() throws(ExpressionError) -> Expression {
        open += 1
        defer { open -= 1 }
        guard open <= limits.depth else { throw tooDeep(token.offset) }
        let condition = try logical("||")
        let offset = token.offset
        guard take("?") else { return condition }
        let yes = try logical("||")
        try expect(":")
        let no = try conditional()
        return try make(.conditional(condition, yes, no), at: offset, over: [condition, yes, no])
    }

    private mutating func logical(_ mark: String) throws(ExpressionError) -> Expression {
        let first = mark == "||" ? try logical("&&") : try binary(0)
        guard token.kind == .mark(mark) else { return first }
        let offset = token.offset
        var terms = [first]
        while take(mark) { terms.append(mark == "||" ? try logical("&&") : try binary(0)) }
        return try make(mark == "||" ? .any(terms) : .all(terms), at: offset, over: terms)
    }

    /// Relations, sums and products bind ever closer, each from the left.
    private static let levels: [Set<String>] = [["<", "<=", ">=", ">", "==", "!=", "in"], ["+", "-"], ["*", "/", "%"]]

    private mutating func binary(_ level: Int) throws(ExpressionError) -> Expression {
        guard level < Self.levels.count else { return try unary() }
        var left = try binary(level + 1)
        while let mark = infix, Self.levels[level].contains(mark) {
            let offset = take().offset
            let right = try binary(level + 1)
            left = try make(.call(mark == "in" ? "@in" : "_\(mark)_", target: nil, [left, right]), at: offset, over: [left, right])
        }
        return left
    }

    private var infix: String? {
        switch token.kind {
        case .mark(let mark): mark
        case .name("in"): "in"
        default: nil
        }
    }

    private mutating func unary() throws(ExpressionError) -> Expression {
        var marks: [(mark: String, offset: Int)] = []
        let first = token
        while token.kind == .mark("!") || token.kind == .mark("-") {
            let taken = take()
            guard first.kind == taken.kind else { throw unexpected() }
            marks.append((taken.kind == .mark("!") ? "!_" : "-_", taken.offset))
        }
        var operand: Expression
        if let last = marks.last, last.mark == "-_", let negative = try negativeNumber() {
            marks.removeLast()
            operand = try members(of: negative)
        } else {
            operand = try members(of: try primary())
        }
        for (mark, offset) in marks.reversed() {
            operand = try make(.call(mark, target: nil, [operand]), at: offset, over: [operand])
        }
        return operand
    }

    private mutating func negativeNumber() throws(ExpressionError) -> Expression? {
        let value: Value
        switch token.kind {
        case .int(let int): value = .int(-int)
        case .leastMagnitude: value = .int(.min)
        case .double(let double): value = .double(-double)
        default: return nil
        }
        return try make(.literal(value), at: take().offset)
    }
}
