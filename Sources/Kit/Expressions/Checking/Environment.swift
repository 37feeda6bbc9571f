/// What an expression stands on: names with their types, functions, and limits.
public struct Environment: Sendable {
    let container: String
    let functions: Functions
    let limits: Limits
    /// Variables in the order of their slots.
    public let names: [String]
    private let variables: [String: (slot: Int, type: ValueType)]

    /// `container` is the scope in which names are looked for first, as `a.b` (langdef, "Name Resolution").
    public init(
        _ variables: [String: ValueType] = [:], container: String = "", functions: Functions = .standard, limits: Limits = .standard
    ) {
        self.container = container
        self.functions = functions
        self.limits = limits
        names = variables.keys.sorted()
        self.variables = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { ($1, (slot: $0, type: variables[$1] ?? .dyn)) })
    }

    /// The type of a variable, or nil when there is none of that name.
    public func type(of name: String) -> ValueType? { variables[name]?.type }

    enum Meaning {
        case variable(slot: Int, ValueType)
        case type(String)
    }

    /// What a name means: in its scope, in that around it, and so on to the root.
    func meaning(_ name: String, isRooted: Bool) -> Meaning? {
        var scope = isRooted ? [] : container.split(separator: ".").map(String.init)
        while true {
            let full = (scope + [name]).joined(separator: ".")
            if let variable = variables[full] { return .variable(slot: variable.slot, variable.type) }
            if Self.types.contains(full) { return .type(full) }
            guard scope.popLast() != nil else { return nil }
        }
    }

    private static let types: Set<String> = [
        "null_type", "bool", "int", "uint", "double", "string", "bytes", "list", "map", "type", Timestamp.typeName, TimeSpan.typeName,
    ]

    /// Reads, checks and compiles. Throws what is wrong with it, and where.
    public func compile(_ source: String) throws(ExpressionError) -> Program {
        var parser = try Parser(source, limits)
        return try compile(try parser.whole(), isChecked: true)
    }

    /// Reads and compiles without the types: what does not fit is an error when it runs.
    public func compileUnchecked(_ source: String) throws(ExpressionError) -> Program {
        var parser = try Parser(source, limits)
        return try compile(try parser.whole(), isChecked: false)
    }

    private func compile(_ expression: Expression, isChecked: Bool) throws(ExpressionError) -> Program {
        var checker = Checker(self, isChecked: isChecked)
        let tree = try checker.check(expression)
        return Program(tree: tree, type: checker.types.final(tree.type), environment: self)
    }
}
