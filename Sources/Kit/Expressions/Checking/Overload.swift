/// One way to call a function (langdef, "Functions").
public struct Overload: Sendable {
    public enum Body: Sendable {
        case one(@Sendable (Value) throws(EvaluationError) -> Value)
        case two(@Sendable (Value, Value) throws(EvaluationError) -> Value)
        case many(@Sendable ([Value]) throws(EvaluationError) -> Value)
    }

    /// The receiver first, when there is one.
    let parameters: [ValueType]
    let result: ValueType
    /// Called as `a.f(b)`.
    let isMember: Bool
    /// For arguments whose types only the run tells: never a match for types that are known.
    let isForDynamic: Bool
    let body: Body

    public init(_ parameters: [ValueType], _ result: ValueType, isMember: Bool = false, isForDynamic: Bool = false, _ body: Body) {
        self.parameters = parameters
        self.result = result
        self.isMember = isMember
        self.isForDynamic = isForDynamic
        self.body = body
    }

    func accepts(_ values: [Value]) -> Bool {
        values.count == parameters.count && zip(parameters, values).allSatisfy { $0.accepts($1) }
    }

    func call(_ values: [Value]) throws(EvaluationError) -> Value {
        switch body {
        case .one(let body): try body(values[0])
        case .two(let body): try body(values[0], values[1])
        case .many(let body): try body(values)
        }
    }
}

/// Functions by name. Everything that an expression can call stands in one.
public struct Functions: Sendable {
    private(set) var overloads: [String: [Overload]]

    init(_ overloads: [String: [Overload]]) { self.overloads = overloads }

    /// These and those, whose overloads must not take what one of these takes.
    public func adding(_ more: [String: [Overload]]) -> Functions {
        Functions(overloads.merging(more) { $0 + $1 })
    }

    func named(_ name: String, count: Int, isMember: Bool) -> [Overload] {
        all(name, isMember: isMember).filter { $0.parameters.count == count }
    }

    func all(_ name: String, isMember: Bool) -> [Overload] { (overloads[name] ?? []).filter { $0.isMember == isMember } }

    /// The names that can be called, operators left out.
    public var names: [String] { overloads.keys.filter { $0.allSatisfy { $0.isLetter || $0 == "_" } && !$0.hasPrefix("_") }.sorted() }
}
