import Storage

/// The dated lists of the record.
public struct CodeStore: Sendable {
    public init() {}

    /// The rows in force on a day, in order of their numbers.
    public func codes(of list: CodeList, on day: Day, _ snapshot: Snapshot) throws -> [DatedCode] {
        let rows: SQL =
            switch list {
            case .medium: "SELECT id, name, from_day, to_day FROM code_medium"
            case .channel: "SELECT id, name, from_day, to_day FROM code_channel"
            case .deed: "SELECT id, name, from_day, to_day FROM code_deed"
            case .outcome: "SELECT id, name, from_day, to_day FROM code_outcome"
            }
        return try snapshot.all("\(rows) WHERE from_day <= \(day.number) AND (to_day IS NULL OR to_day >= \(day.number)) ORDER BY id") {
            row in
            let to: Int? = try row["to_day"]
            return DatedCode(
                list: list, number: try row["id"], name: try row["name"], from: Day(number: try row["from_day"]),
                to: to.map(Day.init(number:)))
        }
    }

    /// Adds a channel of this installation, from a day on. Numbers up to 99 belong to the product.
    public func addChannel(_ number: Int, named name: String, from day: Day, _ transaction: Transaction) throws {
        guard number > 99 else { throw StorageFault(.constraint, "numbers of channels up to 99 belong to the product") }
        try transaction.execute("INSERT INTO code_channel (id, name, from_day) VALUES (\(number), \(name), \(day.number))")
    }
}
