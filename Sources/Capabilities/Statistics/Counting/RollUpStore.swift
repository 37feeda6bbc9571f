import Storage

/// The tables of the roll-ups.
struct RollUpStore: Sendable {
    /// Adds differences to what is there. A cell never goes below nothing: what is taken away was counted before.
    func add(_ changes: RollUps, _ transaction: Transaction) throws {
        try add(changes.contacts, to: .contact, transaction)
        try add(changes.products, to: .product, transaction)
        try add(changes.points, to: .point, transaction)
        try add(changes.hours, to: .hour, transaction)
        try add(changes.demands, to: .demand, transaction)
        try add(changes.productHours, to: .productHour, transaction)
        try add(changes.times, to: .time, transaction)
    }

    /// All that is counted.
    func all(_ snapshot: Snapshot) throws -> RollUps {
        RollUps(
            contacts: try cells(of: .contact, snapshot), products: try cells(of: .product, snapshot),
            points: try cells(of: .point, snapshot),
            hours: try cells(of: .hour, snapshot), demands: try cells(of: .demand, snapshot),
            productHours: try cells(of: .productHour, snapshot), times: try cells(of: .time, snapshot))
    }

    /// Whether somebody was attended, and nothing is counted of what for and when: that table came later.
    func isUnfilled(_ snapshot: Snapshot) throws -> Bool {
        guard try snapshot.first("SELECT half FROM tally_product_hour LIMIT 1") == nil else { return false }
        return try snapshot.first("SELECT day FROM tally_demand LIMIT 1") != nil
    }

    private func add<Key: Cell>(_ changes: [Key: Int], to tally: Tally, _ transaction: Transaction) throws {
        for (cell, change) in changes where change != 0 {
            let key = cell.key
            if change > 0 {
                try transaction.execute(
                    """
                    INSERT INTO \(tally.table) (\(tally.columns), n) VALUES (\(list: key), \(change))
                    ON CONFLICT (\(tally.columns)) DO UPDATE SET n = \(tally.table).n + excluded.n
                    """)
            } else {
                let touched = try transaction.execute("UPDATE \(tally.table) SET n = n + \(change) WHERE \(tally.condition(key))")
                guard touched == 1 else { throw StorageFault(.shape, "a roll-up does not hold what is to be taken from it") }
            }
        }
    }

    private func cells<Key: Cell>(of tally: Tally, _ snapshot: Snapshot) throws -> [Key: Int] {
        var cells: [Key: Int] = [:]
        try snapshot.each("SELECT \(tally.columns), n FROM \(tally.table) WHERE n > 0") { row in
            let key = try tally.names.indices.map { try row.at($0) as Int64 }
            cells[Key(key: key)] = try row.at(tally.names.count)
        }
        return cells
    }
}

/// A table of the roll-ups, by its name and the columns of its key.
struct Tally: Sendable {
    let table: SQL
    let names: [SQL]

    var columns: SQL { names.dropFirst().reduce(names[0]) { "\($0), \($1)" } }

    func condition(_ key: [Int64]) -> SQL {
        zip(names, key).dropFirst().reduce("\(names[0]) = \(key[0])") { "\($0) AND \($1.0) = \($1.1)" }
    }

    static let contact = Tally(table: "tally_contact", names: ["day", "channel", "modality", "deed", "outcome", "origin"])
    static let product = Tally(table: "tally_product", names: ["month", "channel", "deed", "product"])
    static let point = Tally(table: "tally_point", names: ["month", "channel", "outcome", "point"])
    static let hour = Tally(table: "tally_hour", names: ["month", "channel", "weekday", "half"])
    static let demand = Tally(table: "tally_demand", names: ["point", "channel", "day", "half"])
    static let productHour = Tally(table: "tally_product_hour", names: ["month", "channel", "half", "product"])
    static let time = Tally(table: "tally_time", names: ["month", "channel", "point", "kind", "bin"])
}
