/// An expression that is ready to run, as often as it is asked.
public struct Program: Sendable {
    /// The checked tree, for whoever looks at what an expression says.
    public let tree: Checked
    /// What its value is.
    public let type: ValueType
    private let steps: Int
    private let levels: Int
    private let names: [String]
    private let root: Step

    init(tree: Checked, type: ValueType, environment: Environment) {
        self.tree = tree
        self.type = type
        steps = environment.limits.steps
        levels = tree.levels
        names = environment.names
        root = Linker.link(tree)
    }

    /// Runs it. Never throws and never hangs: what goes wrong is the outcome.
    public func evaluate(_ bindings: Bindings) -> Outcome {
        var frame = Frame(bindings: bindings, elements: Array(repeating: .null, count: levels), steps: steps)
        return run(&frame)
    }

    /// The same, with the names of the variables that were looked at on the way to it: what the outcome stands on, and nothing else.
    public func evaluateTracing(_ bindings: Bindings) -> (outcome: Outcome, reads: [String]) {
        var frame = Frame(bindings: bindings, elements: Array(repeating: .null, count: levels), steps: steps, reads: [])
        let outcome = run(&frame)
        return (outcome, (frame.reads ?? []).sorted().map { names[$0] })
    }

    private func run(_ frame: inout Frame) -> Outcome {
        do throws(Halt) {
            return .value(try root(&frame))
        } catch {
            switch error {
            case .error(let error): return .error(error)
            case .unknown(let names): return .unknown(names)
            }
        }
    }
}

extension Checked {
    /// Its parts, the first level of them.
    public var children: [Checked] {
        switch kind {
        case .literal, .variable, .element, .failure: []
        case .select(let operand, _), .has(let operand, _): [operand]
        case .call(_, _, let arguments): arguments
        case .equal(let a, let b, _): [a, b]
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        case .all(let terms), .any(let terms), .list(let terms): terms
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .fold(_, let range, _, let body): [range] + body
        }
    }

    /// The names of all variables that it may look at.
    public var variables: Set<String> {
        if case .variable(_, let name) = kind { return [name] }
        return children.reduce(into: []) { $0.formUnion($1.variables) }
    }

    /// How many folds look at an element at the same time.
    fileprivate var levels: Int {
        let inner = children.map(\.levels).max() ?? 0
        if case .fold(_, _, let level, _) = kind { return max(inner, level + 1) }
        return inner
    }
}
