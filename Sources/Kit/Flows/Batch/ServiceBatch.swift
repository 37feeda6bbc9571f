import Expressions

/// A service over a whole population at once: what each person would come to, with every rule's outcome. Nothing is asked and nothing is
/// decided by it: who nearly qualifies is told with what is missing.
public struct ServiceBatch: Sendable {
    public let service: Service
    /// The facts and answers that are looked at, in the order of their columns.
    public let columns: [String]
    let builder: BatchBuilder
    let rules: [Int]
    let amount: Int?
    let tables: [String]

    public enum Unfit: Error, Sendable {
        /// A rule, a value or the amount does what columns cannot: it is evaluated one by one instead.
        case rule(String)
    }

    /// For one day of filing, in days since 1970.
    public init(_ service: Service, on day: Int) throws(Unfit) {
        self.service = service
        var builder = BatchBuilder()
        var tables: [String] = []
        func register(_ builder: inout BatchBuilder, _ name: String) -> Int? {
            if let known = builder.known(name) { return known }
            if Service.dates.contains(name) { return builder.constant(Int64(day), as: name) }
            if let value = service.values.first(where: { $0.id == name }) {
                return builder.add(value.program, as: name, register: register)
            }
            if let use = service.parameters.first(where: { $0.id == name }) {
                guard let on = register(&builder, use.on) else { return nil }
                var age: Int?
                if let named = use.age {
                    age = register(&builder, named)
                    if age == nil { return nil }
                }
                tables.append(use.parameter)
                return builder.lookUp(tables.count - 1, day: on, age: age, as: name)
            }
            return builder.column(name)
        }
        var rules: [Int] = []
        for rule in service.rules {
            guard let made = builder.add(rule.require, register: register) else { throw .rule(rule.id) }
            rules.append(made)
        }
        var amount: Int?
        if let sum = service.amount {
            amount = builder.add(sum.program, register: register)
            if amount == nil { throw .rule("amount") }
        }
        (self.builder, self.rules, self.amount, self.tables, columns) = (builder, rules, amount, tables, builder.columns)
    }
}
