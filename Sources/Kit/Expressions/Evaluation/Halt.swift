/// Why an evaluation does not go on: an error, or something that is not known. Between the two an error goes first, but where a value
/// could still decide a logical operator (cel-spec, eval.proto, "ExprValue").
enum Halt: Error, Sendable {
    case error(EvaluationError)
    case unknown(Set<String>)

    /// Of an operation that needs both.
    static func strict(_ a: Halt, _ b: Halt) -> Halt {
        switch (a, b) {
        case (.error, _): a
        case (_, .error): b
        case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
        }
    }

    /// Of an operation that a value can decide.
    static func lenient(_ a: Halt, _ b: Halt) -> Halt {
        switch (a, b) {
        case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
        case (.unknown, _): a
        case (_, .unknown): b
        default: a
        }
    }
}

/// An evaluation under way.
struct Frame {
    let bindings: Bindings
    var elements: [Value]
    var steps: Int
    /// The slots that were looked at; nil when nobody asks.
    var reads: Set<Int>?

    mutating func spend(_ cost: Int) throws(Halt) {
        steps -= cost
        if steps < 0 { throw .error(EvaluationError(.limit, "the evaluation takes too many steps")) }
    }
}

typealias Step = @Sendable (inout Frame) throws(Halt) -> Value
