/// An expression with what it is tried on, and what comes of it: one line in, one line out of `ventanilla expression eval`.
public struct Trial: Decodable, Sendable {
    public struct Variable: Decodable, Sendable {
        /// As `ValueType` reads it; `dyn` without one.
        public var type: String?
        public var value: PlainValue?

        init(type: String?, value: PlainValue?) { (self.type, self.value) = (type, value) }
    }

    public var expression: String
    public var variables: [String: Variable]?
    /// Variables, or fields of variables, that are not known.
    public var unknown: [String]?
    /// The scope in which names are looked for.
    public var container: String?
    /// False for an expression that is run without looking at its types first.
    public var check: Bool?

    public init(_ expression: String, check: Bool = true) {
        self.expression = expression
        self.check = check
    }

    public struct Answer: Encodable, Sendable {
        public struct Mistake: Encodable, Sendable {
            public let kind: String
            public let message: String
            /// Where in the expression, in bytes, when it is not one.
            public let offset: Int?
        }

        public private(set) var value: Value?
        /// What the type of the value is known to be beforehand.
        public private(set) var type: String?
        public private(set) var error: Mistake?
        public private(set) var unknown: [String]?
        /// Which line it answers, from one.
        public var line: Int?

        /// To a line that is none.
        public static func unread(_ why: Unread) -> Answer { Answer(error: Mistake(kind: "input", message: why.message, offset: nil)) }
    }

    /// The same among the names of a service: each has its type there, and is unknown while the line gives it no value.
    public func among(_ names: Environment) -> Trial {
        var trial = self
        var (variables, unknown) = (variables ?? [:], unknown ?? [])
        for name in names.names {
            var variable = variables[name] ?? Variable(type: nil, value: nil)
            variable.type = variable.type ?? names.type(of: name)?.text
            variables[name] = variable
            let isTold = variable.value != nil || unknown.contains { $0 == name || $0.hasPrefix("\(name).") }
            if !isTold { unknown.append(name) }
        }
        (trial.variables, trial.unknown) = (variables, unknown)
        return trial
    }

    /// The same with a value for a name to which it gives none.
    public func knowing(_ name: String, _ value: Value) -> Trial {
        var trial = self
        if trial.variables?[name]?.value == nil, trial.unknown?.contains(name) != true {
            trial.variables = (trial.variables ?? [:]).merging([name: Variable(type: nil, value: .typed(value))]) { $1 }
        }
        return trial
    }

    /// Compiles and evaluates it. What is wrong is in the answer, in the words of `say`, which is given the names that there are.
    public func answer(_ say: (ExpressionError, Trial, [String]) -> String = { error, _, _ in error.message }) -> Answer {
        var names: [String] = []
        do throws(ExpressionError) {
            let (environment, values) = try prepared()
            names = environment.names
            let program = check == false ? try environment.compileUnchecked(expression) : try environment.compile(expression)
            var bindings = Bindings(environment)
            for (name, value) in values { bindings.set(name, value) }
            for name in unknown ?? [] { bindings.setUnknown(name) }
            switch program.evaluate(bindings) {
            case .value(let value): return Answer(value: value, type: program.type.text)
            case .error(let error):
                let isEmpty = error.kind == .undeclared && names.contains(error.detail)
                let message =
                    isEmpty ? "'\(error.detail)' has no value: give it one in 'variables', or name it in 'unknown'" : error.description
                return Answer(type: program.type.text, error: .init(kind: error.kind.rawValue, message: message, offset: nil))
            case .unknown(let names): return Answer(type: program.type.text, unknown: names.sorted())
            }
        } catch {
            return Answer(error: .init(kind: error.kind.rawValue, message: say(error, self, names), offset: error.offset))
        }
    }

    private func prepared() throws(ExpressionError) -> (Environment, [String: Value]) {
        var (types, values) = ([String: ValueType](), [String: Value]())
        for (name, variable) in variables ?? [:] {
            guard let type = ValueType.named(variable.type ?? "dyn") else {
                throw ExpressionError(.type, "'\(variable.type ?? "")', of '\(name)', is no type; there are: \(ValueType.allNamed)", at: 0)
            }
            types[name] = type
            guard let plain = variable.value else { continue }
            guard let value = plain.value(as: type) else {
                let advice = type == .timestamp ? "; a day is written \"2026-05-01\"" : ""
                throw ExpressionError(.type, "the value of '\(name)' is no \(type.text)\(advice)", at: 0)
            }
            values[name] = value
        }
        for name in unknown ?? [] where types[name] == nil && !types.keys.contains(where: { name.hasPrefix("\($0).") }) {
            types[name] = .dyn
        }
        return (Environment(types, container: container ?? "", functions: .field), values)
    }
}
