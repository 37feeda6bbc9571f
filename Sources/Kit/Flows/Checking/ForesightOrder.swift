import Expressions

/// What can't be because of how it compares, as `n > 20 && n < 10`. Whatever is compared with something that is written out may be anything
/// within its bounds, and every other condition true or false: what no such choice makes true is never true.
extension Foresight {
    /// `true` or `false` when it can be nothing else; nil when it can be both, or there is too much to try.
    mutating func ordered(_ terms: [Checked], decides: Bool) -> Bool? {
        var order = Order()
        let parts = terms.map { part($0, &order) }
        return order.always(decides ? .any(parts) : .all(parts))
    }

    private mutating func part(_ node: Checked, _ order: inout Order) -> Order.Part {
        switch node.kind {
        case .literal(.bool(let bool)): return .truth(bool)
        case .all(let terms): return .all(terms.map { part($0, &order) })
        case .any(let terms): return .any(terms.map { part($0, &order) })
        case .call("!_", _, let arguments) where arguments.count == 1: return .not(part(arguments[0], &order))
        case .call("_<_", _, let sides): return compared(sides, [.before], node, &order)
        case .call("_<=_", _, let sides): return compared(sides, [.before, .same], node, &order)
        case .call("_>_", _, let sides): return compared(sides, [.after], node, &order)
        case .call("_>=_", _, let sides): return compared(sides, [.after, .same], node, &order)
        case .equal(let a, let b, let isNegated): return compared([a, b], isNegated ? [.before, .after] : [.same], node, &order)
        case .call("@in", _, let sides):
            guard sides.count == 2, case .list(let members) = sides[1].kind else { break }
            let found = members.compactMap { mark($0) }
            guard found.count == members.count else { break }
            let possible = bounds(sides[0])
            let parts = found.compactMap { order.compared(sides[0], possible, [.same], with: $0) }
            if parts.count == found.count { return .any(parts) }
        default: break
        }
        return order.free(node)
    }

    private mutating func compared(_ sides: [Checked], _ wanted: Set<Order.Side>, _ node: Checked, _ order: inout Order) -> Order.Part {
        guard sides.count == 2 else { return order.free(node) }
        let (first, second) = (mark(sides[0]), mark(sides[1]))
        var part: Order.Part?
        if first == nil, let second { part = order.compared(sides[0], bounds(sides[0]), wanted, with: second) }
        if second == nil, let first { part = order.compared(sides[1], bounds(sides[1]), Set(wanted.map(\.turned)), with: first) }
        return part ?? order.free(node)
    }

    /// What is written out, or always comes to the same number.
    private mutating func mark(_ node: Checked) -> Order.Mark? {
        switch node.kind {
        case .literal(.int(let number)): return .number(number)
        case .literal(.string(let text)): return .text(text)
        case .literal(.timestamp(let moment)): return .moment(moment)
        case .call("-_", _, let arguments):
            guard arguments.count == 1, case .literal(.int(let number)) = arguments[0].kind, number != .min else { return nil }
            return .number(-number)
        case .call("timestamp", _, let arguments):
            guard case .literal(.string(let text))? = arguments.first?.kind else { return nil }
            return Timestamp(text).map { .moment($0) }
        default: return nil
        }
    }

    /// What it can be; only of what is quickly said, for a condition within it would be looked at again and again.
    private mutating func bounds(_ node: Checked) -> Possible { node.isPlain ? look(node) : Possible(node.type) }
}

extension Checked {
    fileprivate var isPlain: Bool {
        switch kind {
        case .all, .any, .fold, .conditional, .map: false
        default: children.allSatisfy(\.isPlain)
        }
    }

    /// The same text for the same thing.
    var written: String {
        let parts = children.map(\.written).joined(separator: ",")
        return switch kind {
        case .literal(let value): "\(value)"
        case .variable(_, let name): name
        case .element(let level): "#\(level)"
        case .select(_, let field): "\(parts).\(field)"
        case .has(_, let field): "has(\(parts).\(field))"
        case .call(let name, _, _): "\(name)(\(parts))"
        case .equal(_, _, let isNegated): "\(isNegated ? "!=" : "==")(\(parts))"
        case .conditional: "?(\(parts))"
        case .all: "&&(\(parts))"
        case .any: "||(\(parts))"
        case .list: "[\(parts)]"
        case .map: "{\(parts)}"
        case .fold(let fold, _, let level, _): "\(fold)\(level)(\(parts))"
        case .failure: "failure"
        }
    }
}
