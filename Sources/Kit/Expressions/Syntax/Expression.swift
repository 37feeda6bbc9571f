/// An expression as it is written, with its macros taken apart.
public struct Expression: Sendable {
    public indirect enum Kind: Sendable {
        case literal(Value)
        /// `a`, or `.a` when it is looked for from the root alone.
        case name(String, isRooted: Bool)
        case select(Expression, String)
        /// `has(e.f)`.
        case has(Expression, String)
        /// A function, an operator, or a function of a receiver, which is then `target`.
        case call(String, target: Expression?, [Expression])
        case conditional(Expression, Expression, Expression)
        /// `&&` of two or more.
        case all([Expression])
        /// `||` of two or more.
        case any([Expression])
        case list([Expression])
        case map([(key: Expression, value: Expression)])
        /// `range.all(variable, …)` and the other macros over a list or the keys of a map.
        case fold(Fold, Expression, variable: String, [Expression])
    }

    public enum Fold: String, Sendable {
        case all, exists
        case existsOne = "exists_one"
        case map, filter
    }

    public let kind: Kind
    /// Where it begins, in bytes of the source; of an operator, where that stands.
    public let offset: Int
    let depth: Int
    /// In parentheses: what follows is a field of its value, never a longer name (langdef, "Name Resolution").
    var isEnclosed = false
}
