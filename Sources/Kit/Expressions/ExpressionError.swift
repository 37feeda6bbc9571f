/// Why an expression is not one, or does not fit what it stands on.
public struct ExpressionError: Error, Sendable, Hashable {
    public enum Kind: String, Sendable {
        /// It is not written as the grammar says.
        case syntax
        /// Types, names or functions do not fit.
        case type
        /// It is longer, deeper or larger than allowed.
        case limit
    }

    /// What does not fit, for whoever says it in words of their own.
    public enum Misfit: Sendable, Hashable {
        case name(String)
        /// A function or an operator of these arguments, and what it could be given.
        case call(String, of: [ValueType], takes: [[ValueType]])
        case expected(ValueType, given: ValueType)
        case fields(of: ValueType)
        case branches(ValueType, ValueType)
    }

    public let kind: Kind
    public let message: String
    /// Where, in bytes from the beginning of the source.
    public let offset: Int
    public let misfit: Misfit?

    public init(_ kind: Kind, _ message: String, at offset: Int, _ misfit: Misfit? = nil) {
        self.kind = kind
        self.message = message
        self.offset = offset
        self.misfit = misfit
    }
}

/// Why an evaluation came to nothing (langdef, "Runtime Errors").
public struct EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        case noSuchOverload = "no_matching_overload"
        case noSuchKey = "no_such_key"
        case undeclared = "undeclared_reference"
        case index = "index_out_of_range"
        case overflow
        case division = "division_by_zero"
        case range = "out_of_range"
        case invalid = "invalid_argument"
        case repeatedKey = "repeated_key"
        case limit = "limit_exceeded"
    }

    public let kind: Kind
    public let detail: String

    public init(_ kind: Kind, _ detail: String = "") {
        self.kind = kind
        self.detail = detail
    }

    public var description: String { detail.isEmpty ? kind.rawValue : "\(kind.rawValue): \(detail)" }
}
