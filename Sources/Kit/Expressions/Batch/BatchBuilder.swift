/// Puts expressions one after the other into steps over whole columns. What is written twice is reckoned once.
public struct BatchBuilder: Sendable {
    private(set) var operations: [BatchOperation] = []
    /// Names that are set for each row, in the order in which they were first met.
    public private(set) var columns: [String] = []
    private var registers: [String: Int] = [:]

    public init() {}

    /// The register of a name that is set for each row: a column.
    public mutating func column(_ name: String) -> Int {
        if let known = registers[name] { return known }
        columns.append(name)
        return put(.load(column: columns.count - 1), as: name)
    }

    /// The register of a number that is the same for all rows.
    public mutating func constant(_ value: Int64, as name: String) -> Int { registers[name] ?? put(.constant(value), as: name) }

    /// The register of a value that is looked up in the table of that number, on a day and for an age.
    public mutating func lookUp(_ table: Int, day: Int, age: Int?, as name: String) -> Int {
        registers[name] ?? put(.lookUp(table, day: day, age: age), as: name)
    }

    /// The register of an expression's value; nil when it does something that columns cannot. `register` gives those of its names.
    public mutating func add(_ program: Program, as name: String? = nil, register: (inout BatchBuilder, String) -> Int?) -> Int? {
        guard let made = add(program.tree, register) else { return nil }
        if let name { registers[name] = made }
        return made
    }

    public func known(_ name: String) -> Int? { registers[name] }

    private mutating func put(_ operation: BatchOperation, as name: String? = nil) -> Int {
        operations.append(operation)
        if let name { registers[name] = operations.count - 1 }
        return operations.count - 1
    }

    private mutating func add(_ node: Checked, _ register: (inout BatchBuilder, String) -> Int?) -> Int? {
        switch node.kind {
        case .literal(.int(let int)): return put(.constant(int))
        case .literal(.bool(let bool)): return put(.constant(bool ? 1 : 0))
        case .literal(.timestamp(let moment)):
            return moment.nanoseconds == 0 && moment.seconds % 86_400 == 0 ? put(.constant(Int64(moment.day))) : nil
        case .variable(_, let name): return Self.fits(node.type) ? register(&self, name) : nil
        case .conditional(let condition, let yes, let no):
            guard let condition = add(condition, register), let yes = add(yes, register), let no = add(no, register) else { return nil }
            return put(.select(condition, yes, no))
        case .all(let terms): return add(terms, register).map { put(.all($0)) }
        case .any(let terms): return add(terms, register).map { put(.any($0)) }
        case .equal(let a, let b, let isNegated):
            guard Self.fits(a.type), Self.fits(b.type), let a = add(a, register), let b = add(b, register) else { return nil }
            return put(.binary(isNegated ? .unequal : .equal, a, b))
        case .call(let name, _, let arguments): return call(name, arguments, register)
        default: return nil
        }
    }

    private mutating func add(_ terms: [Checked], _ register: (inout BatchBuilder, String) -> Int?) -> [Int]? {
        let made = terms.compactMap { add($0, register) }
        return made.count == terms.count ? made : nil
    }

    private mutating func call(_ name: String, _ arguments: [Checked], _ register: (inout BatchBuilder, String) -> Int?) -> Int? {
        guard arguments.allSatisfy({ Self.fits($0.type) }), let made = add(arguments, register) else { return nil }
        // Sums of moments have another meaning than sums of numbers.
        let isPlain = arguments.allSatisfy { $0.type == .int || $0.type == .bool }
        switch (name, made.count) {
        case ("!_", 1): return put(.unary(.not, made[0]))
        case ("-_", 1) where isPlain: return put(.unary(.negate, made[0]))
        case ("inicio_de_mes", 1): return put(.unary(.firstOfMonth, made[0]))
        case ("pesos", 3): return put(.quotient(made[0], made[1], made[2]))
        default: break
        }
        guard made.count == 2, let operation = isPlain ? Self.plain[name] ?? Self.both[name] : Self.both[name] ?? Self.dated[name] else {
            return nil
        }
        return put(.binary(operation, made[0], made[1]))
    }

    private static func fits(_ type: ValueType) -> Bool { type == .int || type == .bool || type == .timestamp }

    private static let plain: [String: BatchOperation.Binary] = [
        "_+_": .add, "_-_": .subtract, "_*_": .multiply, "_/_": .divide, "_%_": .remainder, "menor": .least, "mayor": .most,
    ]
    private static let both: [String: BatchOperation.Binary] = ["_<_": .less, "_<=_": .lessOrEqual, "_>_": .more, "_>=_": .moreOrEqual]
    private static let dated: [String: BatchOperation.Binary] = [
        "edad": .years, "meses": .months, "dias": .days, "mas_meses": .plusMonths, "mas_dias": .plusDays,
    ]
}
