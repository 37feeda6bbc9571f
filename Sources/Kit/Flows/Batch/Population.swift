import Expressions

/// People as columns: a number for each row and name. A day is its distance from 1 January 1970, truth is 0 or 1; `unknown` is what is not
/// known of somebody.
public struct Population: Sendable {
    public static let unknown = Int64.min
    public let count: Int
    let columns: [String: [Int64]]

    /// Every column has one number a row.
    public init(count: Int, columns: [String: [Int64]]) {
        precondition(columns.values.allSatisfy { $0.count == count }, "every column has one number a row")
        self.count = count
        self.columns = columns
    }
}

/// What each of a population comes to: a byte for each rule, and the pesos.
public struct BatchOutcome: Sendable {
    public enum Rule {
        public static let unmet: UInt8 = 0
        public static let met: UInt8 = 1
        /// Something that it needs is not known, or no parameter is.
        public static let open: UInt8 = 2
        public static let faulty: UInt8 = 3
    }

    public let count: Int
    /// Row after row, each with all rules in the order of the service.
    public private(set) var rules: [UInt8]
    /// nil is `Population.unknown`.
    public private(set) var pesos: [Int64]
    let ruleCount: Int

    init(count: Int, ruleCount: Int) {
        self.count = count
        self.ruleCount = ruleCount
        rules = Array(repeating: Rule.open, count: count * ruleCount)
        pesos = Array(repeating: Population.unknown, count: count)
    }

    public func rule(_ rule: Int, of row: Int) -> UInt8 { rules[row * ruleCount + rule] }

    /// Whether every rule is met.
    public func isMet(_ row: Int) -> Bool { (0..<ruleCount).allSatisfy { self.rule($0, of: row) == Rule.met } }

    mutating func take(_ machine: BatchMachine, _ registers: [Int], amount: Int?, from start: Int, _ rows: Int) {
        for (place, register) in registers.enumerated() {
            let (values, states) = (machine.values(register), machine.states(register))
            for row in 0..<rows {
                rules[(start + row) * ruleCount + place] =
                    states[row] == BatchStatus.value
                    ? UInt8(truncatingIfNeeded: values[row]) : states[row] == BatchStatus.unknown ? Rule.open : Rule.faulty
            }
        }
        guard let amount else { return }
        let (values, states) = (machine.values(amount), machine.states(amount))
        for row in 0..<rows where states[row] == BatchStatus.value && isMet(start + row) && Amount.range.contains(values[row]) {
            pesos[start + row] = values[row]
        }
    }
}

extension ServiceBatch {
    /// Reckons everybody. A column that the population does not have is unknown of all.
    public func run(_ population: Population, parameters: ParameterTable) -> BatchOutcome {
        let cache = LookUpCache(tables, parameters)
        let machine = BatchMachine(builder) { cache.find($0, $1, $2) }
        let given = columns.map { population.columns[$0] }
        var outcome = BatchOutcome(count: population.count, ruleCount: rules.count)
        for start in stride(from: 0, to: population.count, by: BatchMachine.block) {
            let rows = min(BatchMachine.block, population.count - start)
            machine.run(rows) { column, values, states in
                guard let source = given[column] else { return states.update(repeating: BatchStatus.unknown, count: rows) }
                source.withUnsafeBufferPointer { source in
                    for row in 0..<rows {
                        let isUnknown = source[start + row] == Population.unknown
                        values[row] = isUnknown ? 0 : source[start + row]
                        states[row] = isUnknown ? BatchStatus.unknown : BatchStatus.value
                    }
                }
            }
            outcome.take(machine, rules, amount: amount, from: start, rows)
        }
        return outcome
    }
}

/// Values of parameters that were found already, by day and age.
private final class LookUpCache {
    private let tables: [String]
    private let parameters: ParameterTable
    private var found: [[Int64: Int64?]]

    init(_ tables: [String], _ parameters: ParameterTable) {
        self.tables = tables
        self.parameters = parameters
        found = Array(repeating: [:], count: tables.count)
    }

    func find(_ table: Int, _ day: Int64, _ age: Int64?) -> Int64? {
        let key = day << 10 | (age.map { $0 & 1_023 } ?? 1_023)
        if let known = found[table][key] { return known }
        let value: Int64? =
            switch parameters.find(tables[table], Int(day), age.map { Int($0) }) {
            case .value(let value): value.amount
            case .missing: nil
            }
        found[table][key] = .some(value)
        return value
    }
}
