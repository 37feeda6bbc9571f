/// An expression whose names and functions are found.
public struct Checked: Sendable {
    public indirect enum Kind: Sendable {
        case literal(Value)
        /// A variable, by its slot and its name.
        case variable(Int, String)
        /// The element that a fold looks at, by its level.
        case element(Int)
        case select(Checked, String)
        case has(Checked, String)
        /// The overloads that may be meant, and the arguments, a receiver first.
        case call(String, [Overload], [Checked])
        case equal(Checked, Checked, isNegated: Bool)
        case conditional(Checked, Checked, Checked)
        case all([Checked])
        case any([Checked])
        case list([Checked])
        case map([(key: Checked, value: Checked)])
        case fold(Expression.Fold, Checked, level: Int, [Checked])
        /// Nothing that can be run, in an expression that was not checked.
        case failure(EvaluationError)
    }

    public let kind: Kind
    public let type: ValueType
    public let offset: Int

    /// The name of a variable with the fields that are taken of it: `persona.ingreso`.
    var path: String? {
        switch kind {
        case .variable(_, let name): name
        case .select(let operand, let field): operand.path.map { "\($0).\(field)" }
        case .call("_[_]", _, let arguments): key.flatMap { key in arguments[0].path.map { "\($0).\(key)" } }
        default: nil
        }
    }

    /// The name in an index that is written out: `persona['ingreso']` is `persona.ingreso`.
    var key: String? {
        if case .call("_[_]", _, let arguments) = kind, case .literal(.string(let key)) = arguments[1].kind { key } else { nil }
    }
}
